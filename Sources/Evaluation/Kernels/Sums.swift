extension Kernels {
  /// Returns the sum of `values`, correctly rounded: the double nearest to the exact sum, whatever the order.
  ///
  /// Zero for no values. Infinite values give infinity, or not a number where both signs occur.
  ///
  /// - Complexity: O(count), about a nanosecond a value where the quick path can prove its result.
  package static func sum(_ values: [Double]) -> Double {
    values.withUnsafeBufferPointer { sum($0) }
  }

  /// Returns the correctly rounded sum of `values`, as `sum` of an array does.
  package static func sum(_ values: UnsafeBufferPointer<Double>) -> Double {
    if let quick = provenSum(values) { return quick }
    var exact = ExactAccumulator()
    for value in values { exact.add(value) }
    return exact.rounded
  }

  /// Returns the sum of each value times its weight, correctly rounded; the products are exact.
  ///
  /// - Requires: as many weights as values.
  package static func weightedSum(_ values: [Double], weights: [Double]) -> Double {
    var exact = ExactAccumulator()
    for (value, weight) in zip(values, weights) { exact.add(productOf: value, weight) }
    return exact.rounded
  }

  /// Returns the sum of the squares of `values` less `center`, correctly rounded but for the subtraction.
  static func squares(_ values: [Double], around center: Double, weights: [Double]? = nil) -> Double {
    var exact = ExactAccumulator()
    for (index, value) in values.enumerated() {
      let distance = value - center
      exact.add(productOf: distance, weights.map { $0[index] * distance } ?? distance)
    }
    return exact.rounded
  }

  /// Returns the sum where doubled precision proves that it is correctly rounded, else nil.
  ///
  /// Each addition's exact error (Knuth's two-sum) goes into `errors`; only the rounding of `errors` itself is lost, at most
  /// count × 2^-53 of the magnitudes added to it. The result stands where that cannot reach the next rounding boundary.
  private static func provenSum(_ values: UnsafeBufferPointer<Double>) -> Double? {
    var total = 0.0
    var errors = 0.0
    var magnitudes = 0.0
    for value in values {
      let next = total + value
      let back = next - total
      let error = (total - (next - back)) + (value - back)
      errors += error
      magnitudes += error.magnitude
      total = next
    }
    guard total.isFinite, magnitudes.isFinite else { return nil }
    let result = total + errors
    if magnitudes == 0 { return result }
    let back = result - total
    let rest = (total - (result - back)) + (errors - back)
    let count = Double(values.count)
    let lost = count * 0x1p-53 * magnitudes * (1 + count * 0x1p-52) + .leastNormalMagnitude
    // Below a power of two, the numbers lie half as far apart as above it.
    return rest.magnitude + lost < result.ulp / 4 ? result : nil
  }
}
