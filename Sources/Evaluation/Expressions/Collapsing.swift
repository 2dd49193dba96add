import Semantics

extension AggregateFunction {
  /// Returns the known `values` collapsed to one number, or nil where there is no answer.
  ///
  /// A share is in percent. The quantile's `type` is 1 to 9.
  ///
  /// - Requires: `weights`, if any, has as many elements as `values`.
  func collapse(_ values: [Double], weights: [Double]?, level: Double, type: Int) -> Double? {
    guard let weights else {
      var search = RankSearch()
      return values.withUnsafeBufferPointer { collapse($0, level: level, type: type, &search) }
    }
    return switch self {
    case .count: Kernels.sum(values)
    case .sum: values.isEmpty ? nil : Kernels.weightedSum(values, weights: weights)
    case .mean: Kernels.weightedMean(values, weights: weights)
    case .share: Kernels.weightedMean(values, weights: weights).map { $0 * 100 }
    case .median: Kernels.weightedMedian(values, weights: weights)
    case .quantile: Kernels.weightedQuantile(values, level, weights: weights)
    case .min: Kernels.minimum(values)
    case .max: Kernels.maximum(values)
    case .stdev: Kernels.weightedStandardDeviation(values, weights: weights)
    case .cv: Kernels.weightedCoefficientOfVariation(values, weights: weights)
    case .gini: Kernels.weightedGini(values, weights: weights)
    case .theil: Kernels.weightedTheil(values, weights: weights)
    case .first: values.first
    case .last: values.last
    case .distinct, .list, .rank, .proportion, .contribution, .ratio, .correlation: nil
    }
  }

  /// Returns the known `values`, none of them weighed, collapsed to one number, or nil where there is no answer; `search` lends
  /// its memory.
  func collapse(
    _ values: UnsafeBufferPointer<Double>, level: Double, type: Int, _ search: inout RankSearch
  ) -> Double? {
    switch self {
    case .count: Kernels.sum(values)
    case .sum: values.isEmpty ? nil : Kernels.sum(values)
    case .mean: Kernels.mean(values)
    case .share: Kernels.mean(values).map { $0 * 100 }
    case .median: search.median(of: values)
    case .quantile: Kernels.quantile(Array(values), level, type: QuantileType(rawValue: type) ?? .modes)
    case .min: Kernels.extent(values)?.least
    case .max: Kernels.extent(values)?.greatest
    case .stdev: Kernels.standardDeviation(Array(values))
    case .cv: Kernels.coefficientOfVariation(Array(values))
    case .gini: Kernels.gini(Array(values))
    case .theil: Kernels.theil(Array(values))
    case .first: values.first
    case .last: values.last
    case .distinct, .list, .rank, .proportion, .contribution, .ratio, .correlation: nil
    }
  }
}
