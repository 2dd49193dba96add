import Source

extension Builtin {
  /// The functions that are read and not evaluated.
  static let unevaluated: [Builtin] = [
    later("normal", "正态分布", "normal(m, s)"), later("lognormal", "对数正态分布", "lognormal(m, s)"),
    later("uniform", "均匀分布", "uniform(a, b)"), later("triangular", "三角分布", "triangular(a, b, c)"),
    later("pert", "贝塔计划分布", "pert(a, b, c)"), later("beta", "贝塔分布", "beta(a, b)"),
    later("choose", "择一", "choose(a: 0.3, b: 0.7)"), later("chance", "概率", "chance(c)"),
    later("reason", "缺失原因", "reason(x)"), later("fill", "填补", "fill(x, 0, only: not_reported)"),
    later("scale", "标准化", "scale(x)"), later("clamp", "截断", "clamp(x, a, b)"),
    later("distinct", "去重", "count(distinct(owner))"), later("list", "列举", "list(owner)"),
  ]

  private static func later(_ english: String, _ chinese: String, _ signature: String) -> Builtin {
    Builtin(
      english, chinese, .unevaluated, signature,
      Phrase("read, but not evaluated in this version", "可以读入，本版本尚不计算"))
  }
}
