import Glibc

extension Kernels {
  /// Returns the yearly rate that takes `start` to `end` in `periods` compound steps: 0.1 for 100, 121 and 2.
  ///
  /// Nil where the start is not positive, the end is negative, or there is no step.
  package static func compoundGrowth(from start: Double, to end: Double, periods: Double) -> Double? {
    guard start > 0, end >= 0, periods > 0 else { return nil }
    if end == 0 { return -1 }
    // The logarithm of 1 + growth keeps the digits of a small rate, which `pow` would lose.
    let rate = expm1(log1p((end - start) / start) / periods)
    return rate.isFinite ? rate : nil
  }
}
