import Source

extension Builtin {
  /// The functions that take each cell by itself.
  static let cells: [Builtin] = [
    Builtin(
      "if", "如果", .cells(.if), "if(c, a, b)",
      Phrase("the second where the first is true, else the third", "条件为真取第二项，否则取第三项"),
      details: [Phrase("Where the condition is unknown the result is missing", "条件不明时结果缺失")],
      example: Example(
        "use \"s.csv\"\nshow if(收入 > 支出, 收入 - 支出, 0 元)", sheet: "指标,单位,2021年,2022年,2023年\n收入,元,50,,58\n支出,元,40,45,60\n")
    ),
    Builtin(
      "known", "已知", .cells(.known), "known(x)",
      Phrase("whether a cell holds a number", "单元格是否有数"),
      details: [Phrase("It is the only test for missing: x == missing is unknown", "这是判断缺失的唯一办法：x == 缺失 的结果是不明")],
      example: Example("use \"s.csv\"\nshow known(收入)", sheet: "指标,单位,2021年,2022年,2023年\n收入,元,50,,58\n支出,元,40,45,60\n")),
    Builtin(
      "abs", "绝对值", .cells(.abs), "abs(x)",
      Phrase("the magnitude", "绝对值"),
      example: Example(
        "use \"s.csv\"\nshow abs(收入 - 支出)", sheet: "指标,单位,2021年,2022年,2023年\n收入,元,50,,58\n支出,元,40,45,60\n")),
    Builtin(
      "round", "四舍五入", .cells(.round), "round(x, 2)",
      Phrase("the number rounded half away from zero", "四舍五入到若干位小数"),
      details: [
        Phrase(
          "It rounds the decimal number as printed: round(1.005, 2) is 1.01; −15 to 15 digits",
          "按所印的十进制数舍入：round(1.005, 2) 得 1.01；位数为 −15 至 15")
      ],
      example: Example("show round(1.005, 2), round(1250, -2)")),
    Builtin(
      "clamp", "截断", .cells(.clamp), "clamp(x, low, high)",
      Phrase("the number, or the bound it lies beyond", "限制在上下限之间的数"),
      details: [
        Phrase("The bounds are read in the unit of `x`", "上下限按 x 的单位理解"),
        Phrase("A lower bound above the upper one is an error", "下限大于上限是错误"),
      ],
      example: Example(
        """
        use "s.csv"
        show x, clamp(x, 40%, 80%)
        """, sheet: "指标,单位,2021年,2022年,2023年\nx,%,30,60,90")),
    Builtin(
      "min", "最小", .cells(.min), "min(a, b)",
      Phrase("the smaller, cell by cell", "逐格取较小者"),
      example: Example(
        "use \"s.csv\"\nshow min(收入, 支出)", sheet: "指标,单位,2021年,2022年,2023年\n收入,元,50,,58\n支出,元,40,45,60\n")),
    Builtin(
      "max", "最大", .cells(.max), "max(a, b)",
      Phrase("the larger, cell by cell", "逐格取较大者"),
      example: Example(
        "use \"s.csv\"\nshow max(收入, 支出)", sheet: "指标,单位,2021年,2022年,2023年\n收入,元,50,,58\n支出,元,40,45,60\n")),
  ]
}
