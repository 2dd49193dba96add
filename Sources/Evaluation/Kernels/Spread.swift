import Glibc

extension Kernels {
  /// Returns the standard deviation of a sample, with count − 1 below the fraction bar; nil for fewer than two values.
  package static func standardDeviation(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    return sqrt(squaresAroundMean(values) / Double(values.count - 1))
  }

  /// Returns the sum of the squared distances from the mean; zero for no values.
  ///
  /// Two passes: the distances from the mean, then their squares, less what the rounding of the mean has added to them.
  static func squaresAroundMean(_ values: [Double]) -> Double {
    guard let mean = mean(values) else { return 0 }
    let drift = sum(values.map { $0 - mean })
    return max(0, squares(values, around: mean) - drift * drift / Double(values.count))
  }

  /// Returns the standard deviation of a population whose members each stand for `weights`; nil for fewer than two members.
  ///
  /// The weights are sizes of groups, such as residents, so the whole weight is below the fraction bar: √(Σw(x − m)²/Σw),
  /// the numerator of the Williamson index. Members without weight do not count; a negative weight gives nil.
  ///
  /// - Requires: as many weights as values.
  package static func weightedStandardDeviation(_ values: [Double], weights: [Double]) -> Double? {
    guard weights.allSatisfy({ $0 >= 0 }), weights.count(where: { $0 > 0 }) > 1,
      let mean = weightedMean(values, weights: weights)
    else { return nil }
    return areAlike(values, weights) ? 0 : sqrt(squares(values, around: mean, weights: weights) / sum(weights))
  }

  /// Returns whether those of `values` that have weight are all the same; the rounding of their mean would make them differ.
  static func areAlike(_ values: [Double], _ weights: [Double]) -> Bool {
    guard let first = weights.firstIndex(where: { $0 > 0 }) else { return true }
    return zip(values, weights).allSatisfy { $0 == values[first] || $1 <= 0 }
  }

  /// Returns the standard deviation divided by the mean; nil for a mean of zero or less.
  package static func coefficientOfVariation(_ values: [Double]) -> Double? {
    guard let mean = mean(values), mean > 0, let deviation = standardDeviation(values) else { return nil }
    return deviation / mean
  }

  /// Returns the weighted standard deviation divided by the weighted mean; nil for a mean of zero or less.
  ///
  /// - Requires: as many weights as values.
  package static func weightedCoefficientOfVariation(_ values: [Double], weights: [Double]) -> Double? {
    guard let mean = weightedMean(values, weights: weights), mean > 0,
      let deviation = weightedStandardDeviation(values, weights: weights)
    else { return nil }
    return deviation / mean
  }
}
