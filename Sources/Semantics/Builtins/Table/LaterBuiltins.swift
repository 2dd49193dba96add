import Source

extension Builtin {
  /// The functions that are read and not evaluated.
  static let unevaluated: [Builtin] = [
    later("trend", "趋势", "trend(2015..2022)"),
    later("chain", "链式指数", "chain(x)"),
    later("mom", "环比", "mom(x)"),
    later("index", "指数化", "index(x)"),
  ]

  private static func later(_ english: String, _ chinese: String, _ signature: String) -> Builtin {
    Builtin(
      english, chinese, .unevaluated, signature,
      Phrase("read, but not evaluated in this version", "可以读入，本版本尚不计算"))
  }
}
