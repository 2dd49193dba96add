extension Kernels {
  /// Returns the mean of `values`, or nil for none.
  package static func mean(_ values: [Double]) -> Double? {
    values.withUnsafeBufferPointer { mean($0) }
  }

  /// Returns the mean of `values`, as `mean` of an array does.
  static func mean(_ values: UnsafeBufferPointer<Double>) -> Double? {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let total = sum(values)
    if total.isFinite { return total / count }
    // The sum may be too large for a double where the mean is not.
    let small = weightedSum(Array(values), weights: Array(repeating: 0x1p-64, count: values.count))
    return small / count * 0x1p64
  }

  /// Returns the mean of `values` by weight, or nil where the weights do not add up to a positive number.
  ///
  /// - Requires: as many weights as values.
  package static func weightedMean(_ values: [Double], weights: [Double]) -> Double? {
    let total = sum(weights)
    guard total > 0, total.isFinite else { return nil }
    return weightedSum(values, weights: weights) / total
  }

  /// Returns the smallest of `values`, or nil for none.
  package static func minimum(_ values: [Double]) -> Double? {
    values.withUnsafeBufferPointer { extent($0)?.least }
  }

  /// Returns the largest of `values`, or nil for none.
  package static func maximum(_ values: [Double]) -> Double? {
    values.withUnsafeBufferPointer { extent($0)?.greatest }
  }

  /// Returns the number half-way between `first` and `second`.
  static func middle(_ first: Double, _ second: Double) -> Double {
    let total = first + second
    return total.isFinite ? total / 2 : first / 2 + second / 2
  }
}
