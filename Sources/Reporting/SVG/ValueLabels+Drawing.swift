import Units

extension ValueLabels {
  /// The longest number that is drawn in full.
  private static let longest = 12

  /// Returns `value` in digits as a drawing has room for; one of very many digits has the first four.
  func drawn(_ value: Double) -> String {
    let full = text(value)
    return full.utf8.count <= Self.longest ? full : shortestString(significantDecimal(value, digits: 4))
  }
}
