/// The Chinese numerals that may stand before a unit, and alone as units of plain numbers.
enum UnitPrefixes {
  /// The prefixes, the longer before those they begin with.
  static let rows: [(name: String, factor: Double)] = [
    ("十万亿", 1e13), ("百万亿", 1e14), ("千万亿", 1e15), ("万亿", 1e12),
    ("十亿", 1e9), ("百亿", 1e10), ("千亿", 1e11), ("亿", 1e8),
    ("十万", 1e5), ("百万", 1e6), ("千万", 1e7), ("万", 1e4),
    ("千", 1e3), ("百", 1e2),
  ]

  /// Returns the longest prefix that `name` begins with, and what follows it.
  static func split(_ name: String) -> (prefix: String, factor: Double, rest: String)? {
    for row in rows where name.hasPrefix(row.name) {
      return (row.name, row.factor, String(name.dropFirst(row.name.count)))
    }
    return nil
  }
}
