import Indicators
import Reporting
import Source
import Testing

private let incomes = Block(
  .table(
    Table(
      columns: [
        Column(Phrase("region", "地区")),
        Column(name: "居民人均可支配收入", unit: "元", alignment: .trailing),
        Column(name: "收入占比", alignment: .trailing),
        Column(Phrase("growth", "增速"), unit: "%", alignment: .trailing),
        Column(Phrase("status", "状态")),
        Column(Phrase("due", "应报")),
      ],
      rows: [
        Row([.text("山区县")], kind: .groupHeading),
        Row([
          .text("莲都区"), .number(52_341), .number(52_341.0 / 90_123), .number(5.25), .phrase(Phrase("met", "达标")),
          .truth(true),
        ]),
        Row([
          .text("龙泉市"), .number(48_012, NumberStyle(mark: .provisional)), .number(2.0 / 3), .number(-12.5),
          .phrase(Phrase("missed", "未达标")), .truth(true),
        ]),
        Row([.text("景宁县"), .missing(.notReported), .missing(.notReported), .number(0), .empty, .truth(false)]),
        Row([.text("合计"), .number(100_353), .missing(.notApplicable), .empty, .empty, .empty], kind: .total),
      ])),
  title: Phrase("Income by region", "各地区收入"),
  notes: [Phrase("1 of 3 regions did not report", "3 个地区中 1 个未报")])

private let mixed = Block(
  .table(
    Table(
      columns: [
        Column(Phrase("indicator", "指标")), Column(Phrase("value", "数值"), alignment: .trailing),
        Column(Phrase("2024", "2024年"), alignment: .trailing),
      ],
      rows: [
        Row([
          .text("人均生产总值"), .number(9, NumberStyle(unit: "万元")), .number(9.495, NumberStyle(unit: "万元", mark: .held)),
        ]),
        Row([.text("R&D|经费*占比*"), .number(3.14, NumberStyle(unit: "%")), .missing(.outsideData)]),
        Row([
          .text("=1+1"), .number(1234.5678, NumberStyle(decimals: 2, unit: "元/人")),
          .number(0.1 + 0.2, NumberStyle(unit: "pp")),
        ]),
        Row([.text("say \"a, b\"\n\u{1B}[31m"), .number(.infinity), .number(.nan)]),
      ])))

private let derivation: Block = {
  var outline = Outline()
  outline.append(Phrase(same: "收入占比[2023]"), value: .number(0.580_773_831_321_6), details: [Phrase("an alias", "别名")])
  outline.append(Phrase(same: "居民人均可支配收入[2023]"), value: .number(52_341, NumberStyle(unit: "元")), depth: 1)
  outline.append(Phrase(same: "附表2.csv:17:5"), details: [Phrase("printed as 52341", "表中为 52341")], depth: 2)
  outline.append(Phrase(same: "附表3.csv:4:5"), depth: 2)
  outline.append(Phrase(same: "人均生产总值[2023]"), value: .missing(.notReported), depth: 1)
  outline.append(Phrase(same: "附表2.csv:18:5"), details: [Phrase("the cell is empty", "单元格为空")], depth: 2)
  return Block(.outline(outline), title: Phrase("Derivation", "溯源"))
}()

private let sentences = [
  Block(.prose(Prose(markdown: "## 结论\n\n收入占比 **提高**。"))),
  Block(.message(Phrase("no conflicts", "没有冲突")), notes: [Phrase("72 targets compared", "比较了 72 个目标")]),
]

private let digits = Block(
  .table(
    Table(
      columns: [
        Column(name: "whole", alignment: .trailing), Column(name: "printed", alignment: .trailing),
        Column(name: "computed", alignment: .trailing), Column(name: "small", alignment: .trailing),
        Column(name: "extreme", alignment: .trailing), Column(name: "given", alignment: .trailing),
      ],
      rows: [
        Row([
          .number(7), .number(12_345_678.25), .number(200.0 / 3), .number(1.0 / 3000), .number(1e300),
          .number(2.5, NumberStyle(decimals: 0)),
        ]),
        Row([
          .number(1e15), .number(0.5), .number(-1.0 / 3), .number(0.5e-3), .number(.leastNonzeroMagnitude),
          .number(2.345, NumberStyle(decimals: 2)),
        ]),
        Row([
          .number(-0.0), .number(-3), .number(0.1 + 0.2), .number(0), .number(-0.25),
          .number(7, NumberStyle(decimals: 1)),
        ]),
      ])))

private let everyReason = Block(
  .table(
    Table(
      columns: [Column(Phrase("reason", "原因"), alignment: .trailing), Column(Phrase("meaning", "含义"))],
      rows: MissingReason.allCases.map { Row([.missing($0), .phrase($0.explanation)]) })))

private let empty = Block(
  .table(Table(columns: [Column(name: "a"), Column(name: "b", unit: "元")])), title: Phrase("Nothing", "空表"))

@Test func documentsLookAsRecorded() throws {
  let everything = Document([incomes, mixed, derivation] + sentences)
  for format in OutputFormat.allCases {
    try checkSnapshots(
      "documents-\(format.rawValue).md", title: "How documents look as \(format.rawValue)",
      [
        ("in English", text(everything, format, .english)), ("in Chinese", text(everything, format, .chinese)),
        ("a single table", text(Document([incomes]), format, .english)),
        ("digits", text(Document([digits]), format, .english)),
        ("reasons", text(Document([everyReason]), format, .chinese)),
        ("no rows", text(Document([empty]), format, .english)),
        ("nothing", text(Document(), format, .english)),
      ])
  }
}

@Test func terminalsGetColoursAndNarrowTables() throws {
  let document = Document([incomes])
  try checkSnapshots(
    "terminals.md", title: "How tables look on a terminal",
    [
      ("in colour", render(document, as: .text, language: .english, color: true).replacing("\u{1B}", with: "␛")),
      ("40 columns wide", render(document, as: .text, language: .chinese, width: 40)),
      ("1 column wide", render(document, as: .text, language: .english, width: 1)),
    ])
}

private func text(_ document: Document, _ format: OutputFormat, _ language: Language) -> String {
  // The line ends of RFC 4180 are checked by the reader of the property tests.
  let text = render(document, as: format, language: language).replacing("\r\n", with: "\n")
  // The style of a page is not repeated.
  return format == .html ? String(text[(text.range(of: "<body>\n")?.upperBound ?? text.startIndex)...]) : text
}
