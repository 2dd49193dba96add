import Semantics

extension AggregateFunction {
  /// Returns the pairs of `values` and `others` collapsed to one number, or nil where there is no answer.
  func collapse(_ values: [Double], with others: [Double]) -> Double? {
    switch self {
    case .ratio:
      let (above, below) = (Kernels.sum(values), Kernels.sum(others))
      let result = above / below
      return values.isEmpty || below == 0 || !result.isFinite ? nil : result
    case .correlation: return Kernels.correlation(values, others)
    case .sum, .mean, .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .count, .share, .rank, .first, .last,
      .distinct, .list, .contribution, .proportion:
      return nil
    }
  }
}
