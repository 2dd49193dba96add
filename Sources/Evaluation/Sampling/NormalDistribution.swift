import Glibc

/// The standard normal distribution.
package enum NormalDistribution {
  /// Returns the share of the distribution below `value`.
  package static func share(below value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }

  /// Returns the value below which the share `share` lies, for a share above 0 and below 1, to about 1e-16 relative.
  package static func quantile(_ share: Double) -> Double {
    var value = share
    quantiles(&value, 1)
    return value
  }

  /// Turns `count` shares into the values below which they lie, each to the bit what `quantile` makes of it.
  ///
  /// Algorithm AS 241 (PPND16) of M. J. Wichura, Applied Statistics 37 (1988), in loops that the compiler can turn into
  /// vectors.
  package static func quantiles(_ row: UnsafeMutablePointer<Double>, _ count: Int) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + 1) { places in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count + 1) { tails in
        guard let places = places.baseAddress, let tails = tails.baseAddress else { return }
        // All are taken for central first, and those that are not are written over.
        var tailCount = 0
        for place in 0..<count {
          places[tailCount] = Int32(truncatingIfNeeded: place)
          tails[tailCount] = row[place]
          tailCount += (row[place] - 0.5).magnitude <= 0.425 ? 0 : 1
        }
        for place in 0..<count { row[place] = centralQuantile(row[place]) }
        tailQuantiles(tails, tailCount, depths: tails + tailCount)
        for index in 0..<tailCount { row[Int(places[index])] = tails[index] }
      }
    }
  }

  @inline(__always)
  private static func centralQuantile(_ share: Double) -> Double {
    let q = share - 0.5
    let r = 0.180625 - q * q
    return q * polynomial(r, central.above) / polynomial(r, central.below)
  }

  /// Turns shares of the tails into their quantiles; `depths` is room for as many numbers.
  @inline(__always)
  private static func tailQuantiles(
    _ row: UnsafeMutablePointer<Double>, _ count: Int, depths: UnsafeMutablePointer<Double>
  ) {
    // The root has a loop of its own, for the compiler makes no vectors of it.
    for place in 0..<count { depths[place] = -naturalLogarithm(row[place] < 0.5 ? row[place] : 1 - row[place]) }
    for place in 0..<count { depths[place] = depths[place].squareRoot() }
    for place in 0..<count {
      let r = depths[place] - 1.6
      let value = polynomial(r, middle.above) / polynomial(r, middle.below)
      row[place] = row[place] < 0.5 ? -value : value
    }
    for place in 0..<count where depths[place] > 5 {
      let r = depths[place] - 5
      let value = polynomial(r, far.above) / polynomial(r, far.below)
      row[place] = row[place] < 0 ? -value : value
    }
  }

  @inline(__always)
  private static func polynomial(_ x: Double, _ c: Coefficients) -> Double {
    ((((((c.7 * x + c.6) * x + c.5) * x + c.4) * x + c.3) * x + c.2) * x + c.1) * x + c.0
  }

  private typealias Coefficients = (Double, Double, Double, Double, Double, Double, Double, Double)
  private static let central: (above: Coefficients, below: Coefficients) = (
    (
      3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
      4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
    ),
    (
      1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
      3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3
    )
  )
  private static let middle: (above: Coefficients, below: Coefficients) = (
    (
      1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
      1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
    ),
    (
      1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
      1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9
    )
  )
  private static let far: (above: Coefficients, below: Coefficients) = (
    (
      6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
    ),
    (
      1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15
    )
  )
}

/// Returns the natural logarithm of a positive normal number, within 1 in the last place, without a branch or a call: the
/// method of fdlibm's `log`.
@inline(__always)
private func naturalLogarithm(_ number: Double) -> Double {
  // The number is 2^k (1 + f), with 1 + f between the root of one half and that of two.
  let leastFraction: UInt64 = 0x3FE6_A09E_667F_3BCD
  let shifted = number.bitPattern &+ (0x3FF0_0000_0000_0000 &- leastFraction)
  let k = Double(bitPattern: shifted &>> 52 | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
  let f = Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ leastFraction) - 1
  let s = f / (f + 2)
  let z = s * s
  let w = z * z
  let odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  let even = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  let half = 0.5 * f * f
  let low = s * (half + (odd + even)) + k * 1.9082149292705877e-10
  return k * 0.6931471803691238 - ((half - low) - f)
}
