import Semantics

extension AggregateFunction {
  /// Returns the known `values` collapsed to one number, or nil where there is no answer.
  ///
  /// A share is in percent. The quantile's `type` is 1 to 9.
  ///
  /// - Requires: `weights`, if any, has as many elements as `values`.
  func collapse(_ values: [Double], weights: [Double]?, level: Double, type: Int) -> Double? {
    switch self {
    case .count: Kernels.sum(values)
    case .sum: values.isEmpty ? nil : weights.map { Kernels.weightedSum(values, weights: $0) } ?? Kernels.sum(values)
    case .mean: average(values, weights)
    case .share: average(values, weights).map { $0 * 100 }
    case .median: weights.map { Kernels.weightedMedian(values, weights: $0) } ?? Kernels.median(values)
    case .quantile:
      weights.map { Kernels.weightedQuantile(values, level, weights: $0) }
        ?? Kernels.quantile(values, level, type: QuantileType(rawValue: type) ?? .modes)
    case .min: Kernels.minimum(values)
    case .max: Kernels.maximum(values)
    case .stdev:
      weights.map { Kernels.weightedStandardDeviation(values, weights: $0) } ?? Kernels.standardDeviation(values)
    case .cv:
      weights.map { Kernels.weightedCoefficientOfVariation(values, weights: $0) }
        ?? Kernels.coefficientOfVariation(values)
    case .gini: weights.map { Kernels.weightedGini(values, weights: $0) } ?? Kernels.gini(values)
    case .theil: weights.map { Kernels.weightedTheil(values, weights: $0) } ?? Kernels.theil(values)
    case .first: values.first
    case .last: values.last
    case .distinct, .list, .rank, .proportion, .contribution, .ratio, .correlation: nil
    }
  }

  private func average(_ values: [Double], _ weights: [Double]?) -> Double? {
    weights.map { Kernels.weightedMean(values, weights: $0) } ?? Kernels.mean(values)
  }
}
