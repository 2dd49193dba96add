import Source

extension Builtin {
  /// The functions of numbers that are not certain; they stand in assumptions and params.
  static let distributions: [Builtin] = [
    Builtin(
      "normal", "正态分布", .distribution(.normal), "normal(m, s)",
      Phrase("a normal distribution with mean m and standard deviation s", "均值为 m、标准差为 s 的正态分布"),
      details: [Phrase("Of a percentage, s is in pp or in %", "对百分数，s 以百分点或 % 计")],
      example: Example(
        "use \"s.csv\"\nparam 增速 = normal(6%, 1pp)\nalias 明年 = 收入[2023] * (1 + 增速)\nshow chance(明年 > 105 元)",
        sheet: "指标,单位,2023年\n收入,元,100\n")),
    Builtin(
      "lognormal", "对数正态分布", .distribution(.lognormal), "lognormal(m, s)",
      Phrase(
        "a lognormal distribution with median m, whose logarithm has the standard deviation s",
        "中位数为 m、对数标准差为 s 的对数正态分布"),
      details: [Phrase("s is a plain number", "s 为不带单位的数")],
      example: Example("param 价格 = lognormal(100 元, 0.1)\nshow 价格, chance(价格 > 110 元)")),
    Builtin(
      "uniform", "均匀分布", .distribution(.uniform), "uniform(a, b)",
      Phrase("a number anywhere from a to b", "在 a 至 b 之间均匀分布的数"),
      example: Example("param 增速 = uniform(4%, 8%)\nshow 增速, chance(增速 > 7%)")),
    Builtin(
      "triangular", "三角分布", .distribution(.triangular), "triangular(a, m, b)",
      Phrase("a number from a to b, most likely m", "在 a 至 b 之间、最可能为 m 的数"),
      example: Example("param 增速 = triangular(4%, 5%, 8%)\nshow 增速, chance(增速 > 5%)")),
    Builtin(
      "pert", "贝塔计划分布", .distribution(.pert), "pert(a, m, b)",
      Phrase(
        "a number from a to b around m, less often near the ends than triangular", "在 a 至 b 之间、集中于 m 的数，两端比三角分布更少"),
      details: [
        Phrase("A beta distribution over a to b with the mean (a + 4m + b)/6", "区间 a 至 b 上的贝塔分布，均值为 (a + 4m + b)/6")
      ],
      example: Example("param 增速 = pert(4%, 5%, 8%)\nshow 增速, chance(增速 > 5%)")),
    Builtin(
      "beta", "贝塔分布", .distribution(.beta), "beta(a, b)",
      Phrase("a share from 0 to 1 with the shapes a and b", "形状参数为 a、b 的 0 至 1 之间的数"),
      example: Example("param 比例 = beta(8, 2)\nshow 比例, chance(比例 > 0.8)")),
    Builtin(
      "choose", "择一", .distribution(.choose), "choose(a: 0.3, b: 0.7)",
      Phrase("one of several numbers, each with its chance", "若干数中的一个，各有其概率"),
      details: [Phrase("The chances add up to 1", "各概率之和为 1")],
      example: Example("param 增速 = choose(5%: 0.3, 8%: 0.7)\nshow 增速, chance(增速 > 6%)")),
    Builtin(
      "chance", "概率", .chance, "chance(c)",
      Phrase("the share of samples in which the condition holds", "条件成立的样本所占比重"),
      details: [Phrase("Where nothing is uncertain it is missing", "没有不确定因素时结果缺失")],
      example: Example("param 增速 = uniform(4%, 8%)\nshow chance(增速 > 7%)")),
  ]
}
