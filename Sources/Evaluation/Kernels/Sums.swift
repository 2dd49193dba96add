extension Kernels {
  /// Returns the sum of `values`, correctly rounded: the double nearest to the exact sum, whatever the order.
  ///
  /// Zero for no values. Infinite values give infinity, or not a number where both signs occur.
  ///
  /// - Complexity: O(count), less than half a nanosecond a value where the quick path can prove its result.
  package static func sum(_ values: [Double]) -> Double {
    values.withUnsafeBufferPointer { sum($0) }
  }

  /// Returns the correctly rounded sum of `values`, as `sum` of an array does.
  package static func sum(_ values: UnsafeBufferPointer<Double>) -> Double {
    if values.count <= SplitSum.mostValues {
      if let quick = SplitSum(values)?.rounded { return quick }
    } else {
      var tally = SumTally()
      if tally.add(values), let quick = tally.rounded { return quick }
    }
    return exactSum(values)
  }

  /// Returns the correctly rounded sum of `values`, added up one by one in all their digits.
  static func exactSum(_ values: UnsafeBufferPointer<Double>) -> Double {
    var exact = ExactAccumulator()
    for value in values { exact.add(value) }
    return exact.rounded
  }

  /// Returns the sum of each value times its weight, correctly rounded; the products are exact.
  ///
  /// - Requires: as many weights as values.
  package static func weightedSum(_ values: [Double], weights: [Double]) -> Double {
    if let quick = provenWeightedSum(values, weights) { return quick }
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

  /// Returns the sum of products where doubled precision proves that it is correctly rounded, else nil.
  ///
  /// The rest of each product is found after T. J. Dekker, "A floating-point technique for extending the available precision"
  /// (1971), where nothing overflows or underflows, and goes into the errors.
  private static func provenWeightedSum(_ values: [Double], _ weights: [Double]) -> Double? {
    var (total, errors, lost) = (0.0, 0.0, 0.0)
    var isSafe = true
    for (value, weight) in zip(values, weights) {
      let product = value * weight
      isSafe = isSafe && (product.magnitude > 0x1p-900 || value == 0 || weight == 0)
      isSafe = isSafe && value.magnitude < 0x1p900 && weight.magnitude < 0x1p900
      let ((high, low), (upper, lower)) = (halves(value), halves(weight))
      let rest = ((high * upper - product) + high * lower + low * upper) + low * lower
      let (next, error) = twoSum(total, product)
      let (withRest, firstLost) = twoSum(errors, rest)
      let (nextErrors, secondLost) = twoSum(withRest, error)
      (total, errors) = (next, nextErrors)
      lost += firstLost.magnitude + secondLost.magnitude
    }
    // The factor covers the rounding of `lost` itself.
    return isSafe ? proven(total, errors, lost * (1 + Double(values.count) * 0x1p-50)) : nil
  }

  /// Returns the two halves of a number, of 26 bits each, after G. W. Veltkamp.
  @inline(__always)
  private static func halves(_ value: Double) -> (high: Double, low: Double) {
    let scaled = 134_217_729 * value
    let high = scaled - (scaled - value)
    return (high, value - high)
  }

  /// Returns the rounded sum of `total` and `errors`, from which the exact sum is `lost` away at most, where that cannot reach
  /// the next rounding boundary; else nil.
  static func proven(_ total: Double, _ errors: Double, _ lost: Double) -> Double? {
    guard total.isFinite, errors.isFinite, lost.isFinite else { return nil }
    let (result, rest) = twoSum(total, errors)
    if lost == 0 { return result }
    // Below a power of two, the numbers lie half as far apart as above it.
    let boundary = result.significandBitPattern == 0 ? result.ulp / 4 : result.ulp / 2
    return rest.magnitude + lost < boundary * (1 - 0x1p-50) ? result : nil
  }

  /// Returns the rounded sum of two numbers and the exact rest, where nothing overflows.
  @inline(__always)
  static func twoSum(_ first: Double, _ second: Double) -> (sum: Double, rest: Double) {
    let sum = first + second
    let back = sum - first
    return (sum, (first - (sum - back)) + (second - back))
  }
}
