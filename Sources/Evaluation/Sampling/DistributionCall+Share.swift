import Semantics

extension DistributionCall.Form {
  /// Returns the share of the distribution that `isBelow` holds of, which must hold of all that lies below what it holds of;
  /// nil for arguments that make no distribution.
  ///
  /// The share is found by halving, so that it is right to about 1e-9 for every distribution that has quantiles.
  func share(_ arguments: [Double], where isBelow: (Double) -> Bool) -> Double? {
    func holds(_ share: Double) -> Bool? { value(above: share, arguments).map(isBelow) }
    var (low, high) = (1e-9, 1 - 1e-9)
    guard let atLow = holds(low), let atHigh = holds(high) else { return nil }
    if !atLow { return 0 }
    if atHigh { return 1 }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if holds(middle) ?? false { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Returns the value below which the share `share` of the distribution lies, which is above 0 and below 1; nil for arguments
  /// that make no distribution.
  func value(above share: Double, _ arguments: [Double]) -> Double? {
    quantile(readsNormal ? NormalDistribution.quantile(share) : share, arguments)
  }
}
