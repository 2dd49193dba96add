/// The straight line that comes nearest to points, by least squares of the distances along y.
package struct StraightLine: Sendable {
  /// By how much y rises where x rises by one.
  package let slope: Double
  /// What y is where x is zero.
  package let intercept: Double
  /// The mean of x, around which the line is known best.
  let center: Double
  /// What y is there.
  let height: Double

  /// Returns the height of the line at `x`; it keeps its digits far from zero, where years lie.
  package func value(at x: Double) -> Double { height + slope * (x - center) }
}

extension Kernels {
  /// Returns the line nearest to the points (`x`, `y`); nil where fewer than two values of x differ, and where numbers are not
  /// finite or too large.
  ///
  /// Both are taken from their means, and all sums are exact; what the rounding of the means and of the slope leaves is
  /// found in a second step.
  ///
  /// - Requires: as many of `y` as of `x`.
  package static func line(x: [Double], y: [Double]) -> StraightLine? {
    guard let center = mean(x), let height = mean(y), center.isFinite, height.isFinite else { return nil }
    let count = Double(x.count)
    let (left, up) = (x.map { twoSum($0, -center) }, y.map { twoSum($0, -height) })
    let distances = left.map(\.sum)
    let drift = sum(distances)
    let spread = squares(distances, around: 0) - drift * drift / count
    // Values of x that differ only by the rounding of their mean do not differ.
    guard spread > 0, spread.isFinite, x.contains(where: { $0 != x[0] }) else { return nil }
    func tilt(_ heights: [Double]) -> Double {
      (weightedSum(distances, weights: heights) - drift * sum(heights) / count) / spread
    }
    let slope = tilt(up.map(\.sum))
    let rest = tilt(zip(left, up).map { $1.sum.addingProduct(-slope, $0.sum) + $1.rest.addingProduct(-slope, $0.rest) })
    var atZero = ExactAccumulator()
    for (x, y) in zip(x, y) {
      atZero.add(y)
      atZero.add(productOf: x, -slope)
      atZero.add(productOf: x, -rest)
    }
    let line = StraightLine(slope: slope + rest, intercept: atZero.rounded / count, center: center, height: height)
    return line.slope.isFinite && line.intercept.isFinite ? line : nil
  }
}
