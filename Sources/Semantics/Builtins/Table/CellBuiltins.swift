import Source

extension Builtin {
  /// The functions that take each cell by itself.
  static let cells: [Builtin] = [
    Builtin(
      "if", "如果", .cells(.if), "if(c, a, b)",
      Phrase("the second where the first is true, else the third", "条件为真取第二项，否则取第三项")),
    Builtin(
      "known", "已知", .cells(.known), "known(x)",
      Phrase("whether a cell holds a number", "单元格是否有数")),
    Builtin("abs", "绝对值", .cells(.abs), "abs(x)", Phrase("the magnitude", "绝对值")),
    Builtin(
      "round", "四舍五入", .cells(.round), "round(x, 2)",
      Phrase("the number rounded half away from zero", "四舍五入到若干位小数")),
    Builtin(
      "min", "最小", .cells(.min), "min(a, b)", Phrase("the smaller, cell by cell", "逐格取较小者")),
    Builtin(
      "max", "最大", .cells(.max), "max(a, b)", Phrase("the larger, cell by cell", "逐格取较大者")),
  ]
}
