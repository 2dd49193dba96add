extension Kernels {
  /// Returns Pearson's correlation of the pairs `x` and `y`, or nil for fewer than three, or where either does not vary.
  ///
  /// Deviations from the mean are summed exactly, with the mean's own rounding taken back (the corrected two-pass
  /// algorithm of Chan, Golub and LeVeque, 1983).
  ///
  /// - Requires: as many elements in `x` as in `y`.
  package static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    guard x.count >= 3, let first = deviations(x), let second = deviations(y) else { return nil }
    let count = Double(x.count)
    let (sumFirst, sumSecond) = (sum(first), sum(second))
    let joint = weightedSum(first, weights: second) - sumFirst * sumSecond / count
    let own = weightedSum(first, weights: first) - sumFirst * sumFirst / count
    let other = weightedSum(second, weights: second) - sumSecond * sumSecond / count
    let result = joint / (own.squareRoot() * other.squareRoot())
    return result.isFinite ? Swift.max(-1, Swift.min(1, result)) : nil
  }

  /// Returns how far each of `values` lies from their mean, scaled so that the farthest is 1; nil where all are alike.
  private static func deviations(_ values: [Double]) -> [Double]? {
    guard let mean = mean(values), mean.isFinite, values.contains(where: { $0 != values[0] }) else { return nil }
    let scale = values.map { abs($0 - mean) }.max() ?? 0
    guard scale > 0, scale.isFinite else { return nil }
    return values.map { ($0 - mean) / scale }
  }
}
