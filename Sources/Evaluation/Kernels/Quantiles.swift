import Glibc

/// How a quantile that falls between two observations is found: the nine ways of R. J. Hyndman and Y. Fan, "Sample
/// quantiles in statistical packages", The American Statistician 50 (1996), by their numbers.
package enum QuantileType: Int, CaseIterable, Sendable {
  /// The inverse of the empirical distribution.
  case inverse = 1
  /// The inverse of the empirical distribution, averaged where it jumps.
  case averagedInverse
  /// The nearest observation, the even one of two.
  case nearest
  /// Linear interpolation of the empirical distribution.
  case interpolatedInverse
  /// Piecewise linear through the midpoints of its steps (Hazen).
  case midpoints
  /// At the expected positions of a uniform sample (Weibull).
  case expected
  /// At the modes of those positions: what spreadsheets and most packages do.
  case modes
  /// At the medians of those positions.
  case medians
  /// About unbiased for a normal sample (Blom).
  case normal

  /// How much is added to `share` × count for the position, and how much more at the far end: (a, b) of the paper's
  /// `a + p (n + 1 − a − b)`; nil for the three that do not interpolate.
  fileprivate var plottingPosition: (a: Double, b: Double)? {
    switch self {
    case .inverse, .averagedInverse, .nearest: nil
    case .interpolatedInverse: (0, 1)
    case .midpoints: (0.5, 0.5)
    case .expected: (0, 0)
    case .modes: (1, 1)
    case .medians: (1.0 / 3, 1.0 / 3)
    case .normal: (0.375, 0.375)
    }
  }
}

extension Kernels {
  /// Returns the middle of `values` in order of size, or the mean of the middle two; nil for none.
  package static func median(_ values: [Double]) -> Double? {
    var search = RankSearch()
    return values.withUnsafeBufferPointer { search.median(of: $0) }
  }

  /// Returns the number below which the share `share` of `values` lies; nil for none, or a share outside 0...1.
  package static func quantile(_ values: [Double], _ share: Double, type: QuantileType = .modes) -> Double? {
    guard !values.isEmpty, share >= 0, share <= 1 else { return nil }
    let sorted = values.sorted()
    let count = Double(sorted.count)
    var position = count * share
    if let (a, b) = type.plottingPosition {
      position = a + share * (count + 1 - a - b)
    } else if type == .nearest {
      position -= 0.5
    }
    // A position that is off an observation by no more than the rounding of the line above is at it.
    let noise = 4 * Double.ulpOfOne * max(1, count)
    let below = floor(position + noise)
    let excess = (position - below).magnitude < noise ? 0 : position - below
    let above: Double
    switch type {
    case .inverse: above = excess > 0 ? 1 : 0
    case .averagedInverse: above = excess > 0 ? 1 : 0.5
    case .nearest: above = excess > 0 || Int(below) % 2 != 0 ? 1 : 0
    case .interpolatedInverse, .midpoints, .expected, .modes, .medians, .normal: above = excess
    }
    let last = sorted.count - 1
    let left = sorted[max(0, min(last, Int(below) - 1))]
    let right = sorted[max(0, min(last, Int(below)))]
    if above == 0 || left == right { return left }
    if above == 1 { return right }
    return above == 0.5 ? middle(left, right) : left * (1 - above) + right * above
  }

  /// Returns the weighted median: the weighted quantile at one half.
  package static func weightedMedian(_ values: [Double], weights: [Double]) -> Double? {
    weightedQuantile(values, 0.5, weights: weights)
  }

  /// Returns the smallest value at which the values so far have the share `share` of the weight.
  ///
  /// Where they have that share exactly, the mean of that value and the next; so equal weights give Hyndman and Fan's
  /// type 2, and the median of equal weights is the median. Nil for a share outside 0...1, a negative weight, or no weight.
  ///
  /// - Requires: as many weights as values.
  package static func weightedQuantile(_ values: [Double], _ share: Double, weights: [Double]) -> Double? {
    guard share >= 0, share <= 1, weights.allSatisfy({ $0 >= 0 }) else { return nil }
    let total = sum(weights)
    guard total > 0, total.isFinite else { return nil }
    let weighted = zip(values, weights).filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
    let wanted = share * total
    let noise = total * 1e-12
    var reached = 0.0
    for (index, (value, weight)) in weighted.enumerated() {
      reached += weight
      if (reached - wanted).magnitude <= noise, index + 1 < weighted.count {
        return middle(value, weighted[index + 1].0)
      }
      if reached > wanted { return value }
    }
    return weighted.last?.0
  }
}
