import Source

extension Builtin {
  /// The functions that draw a straight line through a series.
  static let trends: [Builtin] = [
    Builtin(
      "slope", "斜率", .time(.slope), "slope(x, 2015..2022)",
      Phrase("the change in a year along the straight line nearest to the values", "最小二乘直线上每年的变化量"),
      details: [
        Phrase(
          "It is in the unit of `x`, for percentages in `pp`; the line is that of least squares",
          "单位同 x，百分数以百分点计；直线按最小二乘法求得"),
        Phrase(
          "The line goes through the values that are known, at least three, and a note says how many are",
          "只用已知的数值，至少三个，并注明已知几期"),
        Phrase("Without a span it takes all periods, and says which", "不写区间时取全部时期，并注明"),
      ],
      example: Example(
        "use \"s.csv\"\nshow slope(x, 2019..2023), slope(p, 2019..2023)\n",
        sheet: "indicator,unit,2019,2020,2021,2022,2023\nx,元,1,3,,7,9\np,%,40,41,42,44,43\n")),
    Builtin(
      "trend", "趋势", .time(.trend), "trend(x, 2015..2022)",
      Phrase("the height of the straight line nearest to the values, in each period", "最小二乘直线在各期的值"),
      details: [
        Phrase(
          "It reaches from a region's first known value in the span to its last, and never beyond",
          "由该地区区间内首个已知值至末个已知值，不外推"),
        Phrase(
          "The yearly change is `slope(x)`; in a scenario `follows trend(2015..2022)` carries the line on",
          "每年的变化量为 slope(x)；情景中用“沿用 趋势(2015..2022)”外推"),
      ],
      example: Example(
        "use \"s.csv\"\nshow x, trend(x), x - trend(x)\n",
        sheet: "indicator,unit,2019,2020,2021,2022\nx,元,1,4,,7\n")),
  ]
}
