import Source

extension Builtin {
  /// The functions that come from judging targets.
  static let targetCells: [Builtin] = [
    Builtin(
      "band", "分档", .cells(.band), "band(x, red: 0%, yellow: 90%, green: 100%)",
      Phrase(
        "the word whose lower bound the value reaches last, of words in order", "数值所达到的最高一档，各档按下限由低到高排列"),
      details: [
        Phrase(
          "The words are the script's own; each number is the bound from which its word holds, and a value below the first takes the first word",
          "各档名称自定；每个数是该档的下限，低于第一档下限的也归入第一档"),
        Phrase(
          "The bounds are constants in the unit of the value, and ascend", "下限为常数，单位与数值一致，须由低到高"),
        Phrase(
          "Bounds are compared as decimals of twelve digits, so a figure that equals a bound has reached it; a missing value has no band",
          "下限按十二位有效数字比较，恰好等于下限即为达到；缺失值没有档次"),
        Phrase(
          "Bands compare with ==, !=, < and >=, sort in written order and can be counted: count(band(x, …) == red)",
          "档次可用 ==、!=、<、>= 比较，按书写顺序排序，也可计数：计数(分档(x, …) == 红)"),
      ],
      example: Example(
        """
        use "s.csv"
        alias 档次 = band(完成率, 红: 0%, 黄: 90%, 绿: 100%)
        show 完成率, 档次 at 2023
        aggregate 红灯数 = count(档次 == 红) over region
        show 红灯数 at 2023
        """,
        sheet: """
          地区,指标,单位,2023
          甲县,完成率,%,100
          乙县,完成率,%,89.9
          丙县,完成率,%,96
          丁县,完成率,%,-
          """)),
    Builtin(
      "plan", "目标值", .cells(.plan), "plan(x)",
      Phrase("the number that the targets of x ask for, at their deadlines", "x 的各目标在期限上要求的数"),
      details: [
        Phrase(
          "It has a cell at each deadline and nothing anywhere else; x under plan is x with these laid over it",
          "只在各期限上有数；“采用 计划”的 x 是把这些数覆盖在实际值上"),
        Phrase(
          "Targets of one cell that ask for different numbers make it missing for conflict", "同一格的目标要求不同时，该格因冲突而缺失"),
      ],
      example: Example(
        """
        use "s.csv"
        show plan(收入), baseline(收入), 收入 / plan(收入) at 2023
        """,
        sheet: """
          指标,单位,2022年实际值,2023年实际值,2023年目标
          收入,元,100,108,增长5%
          """)),
    Builtin(
      "baseline", "基期值", .cells(.baseline), "baseline(x)",
      Phrase("the value from which the targets of x count, at their deadlines", "x 的各目标的基期值，列在期限上"),
      details: [
        Phrase(
          "It is the observation at from, or one year before the deadline", "即“起自”所指时期的实际值，未写时为期限前一年的实际值"),
        Phrase(
          "So a change since the baseline is x - baseline(x)", "因此比基期的增减是 x - 基期值(x)"),
      ],
      example: Example(
        """
        use "s.csv"
        target 收入 >= 120 元 by 2025 from 2020
        show baseline(收入), plan(收入)
        """,
        sheet: """
          指标,单位,2020,2021,2022
          收入,元,100,104,109
          """)),
    Builtin(
      "meets", "达到目标", .cells(.meets), "meets(x)",
      Phrase("whether x is, in each period, what its targets ask for", "x 在各期是否已达到其目标的要求"),
      details: [
        Phrase(
          "Each period is held against the targets of the next deadline, and after the last deadline against those of the last",
          "各期与其后最近期限的目标相比，最后一个期限之后与最后一个目标相比"),
        Phrase(
          "It is missing where there is no target, and unknown where a value or a baseline is missing",
          "没有目标处缺失，缺少数值或基期值处为不明"),
        Phrase(
          "So the first year that meets them is first(period where meets(x)) over period",
          "因此首次达到目标的年份为 首个(时期 筛选 达到目标(x)) 针对 时期"),
      ],
      example: Example(
        """
        use "s.csv"
        scenario s { 收入 grows 6% per year }
        target 收入 >= 120 元 by 2025
        aggregate 首次达标 = first(period where meets(收入)) over period
        show 收入, meets(收入) at 2022..2025 under s
        show 首次达标 under s
        """,
        sheet: """
          指标,单位,2022年
          收入,元,104
          """)),
  ]
}
