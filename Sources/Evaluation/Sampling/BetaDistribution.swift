import Glibc

/// The beta distribution on 0 to 1.
package enum BetaDistribution {
  /// Returns the share of the distribution with the shapes `a` and `b`, both above 0, below `x`.
  ///
  /// The regularized incomplete beta function by its continued fraction, after Lentz (Abramowitz and Stegun 26.5.8).
  package static func share(below x: Double, a: Double, b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(logScale(a, b) + a * log(x) + b * log1p(-x))
    // The fraction converges fast on the side of the mean that x is on.
    return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// Returns the value below which the share `share` lies, by bisection made fast by Newton's steps.
  package static func quantile(_ share: Double, a: Double, b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    var x = a / (a + b)
    for _ in 0..<200 {
      let error = Self.share(below: x, a: a, b: b) - share
      if error == 0 { return x }
      if error < 0 { low = x } else { high = x }
      let density = exp(logScale(a, b) + (a - 1) * log(x) + (b - 1) * log1p(-x))
      var next = x - error / density
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - x) <= 1e-16 * max(x, 1e-300) || high - low <= 1e-16 * high { return next }
      x = next
    }
    return x
  }

  /// Returns the logarithm of 1 over the beta function.
  private static func logScale(_ a: Double, _ b: Double) -> Double { lgamma(a + b) - lgamma(a) - lgamma(b) }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var result = d
    for index in 1...1000 {
      let m = Double(index)
      let even: Double = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd: Double = (a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      for step in [even, -odd] {
        d = 1 + step * d
        d = 1 / (abs(d) < tiny ? tiny : d)
        c = 1 + step / c
        if abs(c) < tiny { c = tiny }
        result *= d * c
      }
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result
  }
}
