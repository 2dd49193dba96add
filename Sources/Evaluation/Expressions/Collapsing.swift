import Semantics

extension AggregateFunction {
  /// Returns the known `values` collapsed to one number, or nil where there is no answer.
  ///
  /// - Requires: `weights`, if any, has as many elements as `values`.
  func collapse(_ values: [Double], weights: [Double]?, level: Double, type: Int) -> Double? {
    switch self {
    case .count: return exactSum(values)
    case .sum:
      if values.isEmpty { return nil }
      return weights.map { exactWeightedSum(values, $0) } ?? exactSum(values)
    case .mean: return weights.map { weightedMean(values, $0) } ?? mean(values)
    case .share:
      let share = weights.map { weightedMean(values, $0) } ?? mean(values)
      return share.map { $0 * 100 }
    case .median: return weights.map { weightedMedian(values, $0) } ?? median(values)
    case .quantile:
      return weights.map { weightedQuantile(values, $0, level) } ?? quantile(values, level, type: type)
    case .min: return values.min()
    case .max: return values.max()
    case .stdev: return weights.map { weightedStandardDeviation(values, $0) } ?? standardDeviation(values)
    case .cv: return weights.map { weightedVariation(values, $0) } ?? variation(values)
    case .gini: return gini_(values, weights)
    case .theil: return theil_(values, weights)
    case .first, .rank: return values.first
    case .last: return values.last
    }
  }
}
