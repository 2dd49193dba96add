extension Kernels {
  /// Returns the least and the greatest of `values`, the first of those that are equal; nil for none.
  ///
  /// What is not a number is passed over, unless it comes first.
  static func extent(_ values: UnsafeBufferPointer<Double>) -> (least: Double, greatest: Double)? {
    guard let first = values.first else { return nil }
    // Four of each, so that no comparison waits for the one before it.
    var lows = (first, first, first, first)
    var highs = lows
    let whole = values.count & ~3
    for place in stride(from: 0, to: whole, by: 4) {
      lows.0 = lesser(values[place], lows.0)
      lows.1 = lesser(values[place + 1], lows.1)
      lows.2 = lesser(values[place + 2], lows.2)
      lows.3 = lesser(values[place + 3], lows.3)
      highs.0 = greater(values[place], highs.0)
      highs.1 = greater(values[place + 1], highs.1)
      highs.2 = greater(values[place + 2], highs.2)
      highs.3 = greater(values[place + 3], highs.3)
    }
    for value in values[whole...] {
      lows.0 = lesser(value, lows.0)
      highs.0 = greater(value, highs.0)
    }
    var least = lesser(lesser(lows.0, lows.1), lesser(lows.2, lows.3))
    var greatest = greater(greater(highs.0, highs.1), greater(highs.2, highs.3))
    // Zeros of both signs are equal, and it is not seen here which came first.
    if least == 0 || greatest == 0, let zero = values.first(where: { $0 == 0 }) {
      if least == 0 { least = zero }
      if greatest == 0 { greatest = zero }
    }
    return (least, greatest)
  }

  /// Returns the lesser of two numbers; the processor has one instruction for it.
  @inline(__always)
  private static func lesser(_ one: Double, _ other: Double) -> Double { one < other ? one : other }

  /// Returns the greater of two numbers.
  @inline(__always)
  private static func greater(_ one: Double, _ other: Double) -> Double { one > other ? one : other }
}
