import Source

extension Builtin {
  /// The functions that make longer periods of shorter ones.
  static let conversions: [Builtin] = [
    Builtin(
      "annual", "年度", .time(.annual), "annual(x, mean, weight: w)",
      Phrase("a year made of its months, quarters or halves", "由各月、各季或上下半年合成全年"),
      details: [
        Phrase(
          "The kind says how: a flow adds up and needs all its parts, a level takes the last, a cumulative indicator its value at the end of the year",
          "按指标类型：流量相加，须各期齐全；存量取期末；累计指标取年末值"),
        Phrase(
          "Ratios, indices and rates are refused: rebuild them, `annual(a) / annual(b)`, or say how to average",
          "比率、指数、增速不能直接合成：请由分子分母重算，即 年度(a) / 年度(b)，或写明如何平均"),
        Phrase(
          "`annual(x, weight: w)` is the mean of the parts, each weighing as its `w`; with the denominator as weight it is the ratio of the sums",
          "annual(x, weight: w) 以 w 为权重对各期加权平均；以分母为权重时，即分子之和与分母之和的比"),
        Phrase(
          "`annual(x, mean)` says it outright, as a year's average of an unemployment rate or a price index; `last`, `first`, `max`, `min` and, for flows, `sum` likewise",
          "annual(x, mean) 写明取简单平均，如失业率、物价指数的年平均；也可写 last、first、max、min，流量还可写 sum"),
        Phrase("All parts must be known, and all weights", "各期数值和权重都须已知"),
        Phrase(
          "Where the data have a figure for the year itself, that is taken", "数据中已有全年数的，直接采用"),
        Phrase("It takes any expression, not only an indicator", "可用于任何表达式"),
      ],
      example: Example(
        """
        use "s.csv"
        indicator 产值 kind flow
        indicator 人口 kind level
        show annual(产值), annual(人口), annual(产值) / annual(人口), annual(失业率, mean), annual(失业率, weight: 人口)

        """,
        sheet: "指标,单位,2023Q1,2023Q2,2023Q3,2023Q4\n产值,亿元,10,20,30,40\n人口,万人,100,100,100,200\n失业率,%,5,5,5,6\n")),
    Builtin(
      "halfyearly", "半年度", .time(.halfyearly), "halfyearly(x, mean, weight: w)",
      Phrase("a half-year made of its months or quarters", "由各月或各季合成半年"),
      details: [
        Phrase(
          "As `annual`, for `2023H1` and `2023H2`; a cumulative indicator stays cumulative", "同 年度，得到上、下半年；累计指标仍为累计")
      ],
      example: Example(
        "use \"s.csv\"\nindicator x kind flow\nshow halfyearly(x)\n",
        sheet: "indicator,unit,2023Q1,2023Q2,2023Q3,2023Q4\nx,元,1,2,3,4\n")),
    Builtin(
      "quarterly", "季度", .time(.quarterly), "quarterly(x, mean, weight: w)",
      Phrase("a quarter made of its months", "由各月合成季度"),
      details: [
        Phrase(
          "As `annual`; of a cumulative indicator it is the value at the end of the quarter, still cumulative, and `diff(quarterly(x))` the quarter alone",
          "同 年度；累计指标取季末的累计数，增量(季度(x)) 为单季数")
      ],
      example: Example(
        "use \"s.csv\"\nindicator x kind cumulative\nshow quarterly(x), diff(quarterly(x)), annual(x)\n",
        sheet: "指标,单位,2023M02,2023M03,2023M06,2023M09,2023M12\nx,亿元,30,50,110,160,230\n")),
  ]
}
