import Source

extension Builtin {
  /// The functions that bring values to one scale.
  static let scalings: [Builtin] = [
    Builtin(
      "scale", "标准化", .scaling, "scale(x, method: z)",
      Phrase("each value on one scale with the others of its period and indicator", "同一时期、同一指标的各值换到同一尺度"),
      details: [
        Phrase(
          "Without a method the worst value is 0 and the best 1: `(x - min) / (max - min)`",
          "不写方法时，最差为 0、最好为 1：(x - 最小) / (最大 - 最小)"),
        Phrase(
          "`z` (标准分) counts sample standard deviations above the mean; `plan` (计划) is the share of the number asked at the next deadline, as `completion` is",
          "`z`（标准分）为高出均值多少个样本标准差；`plan`（计划）为下一期限目标的完成程度，与 completion 同法"),
        Phrase(
          "The values compared are those of all members (regions and the like) in one period; values that are all equal are undefined",
          "比较的是同一时期所有成员（地区等）的值；各值全部相等时无定义"),
        Phrase(
          "Where an indicator is `better lower` the scale is turned round, so that more is always better; the answer says so",
          "指标方向为“越低越好”时自动反转，使分值总是越高越好，并在结果下注明"),
      ],
      example: Example(
        """
        use "s.csv"
        indicator rate better lower
        show scale(income), scale(rate), scale(income, method: z)
        """,
        sheet: """
          region,indicator,unit,period,value
          a,income,元,2023,40000
          b,income,元,2023,30000
          c,income,元,2023,20000
          a,rate,%,2023,5
          b,rate,%,2023,4
          c,rate,%,2023,3
          """))
  ]
}
