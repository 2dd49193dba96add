import Foundation
import Indicators
import Source
import TestSupport
import Testing

@testable import Reporting

/// Workbooks: archives of well-formed parts, from which the same cells are read back.
///
/// By hand, with what is not installed for tests: `gf run x.gf --report x.xlsx`, then
/// `soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' x.xlsx`
/// gives a file for each sheet, which agree with `openpyxl.load_workbook("x.xlsx")` in every cell.
@Suite struct WorkbookTests {
  /// The check value of the catalogue of parametrised CRC algorithms, and `python3 -c "import zlib; print(zlib.crc32(b''))"`.
  @Test func checksumsAreThePublishedOnes() {
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum([]) == 0)
    #expect(CRC32.checksum(Array("The quick brown fox jumps over the lazy dog".utf8)) == 0x414F_A339)
    var generator = SeededGenerator(seed: 3)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      #expect(CRC32.checksum(bytes) == slowChecksum(bytes))
    }
  }

  @Test func theSameDocumentGivesTheSameBytes() {
    #expect(workbook(Self.report, language: .chinese) == workbook(Self.report, language: .chinese))
  }

  @Test func cellsHaveTypesFormatsAndMarks() throws {
    let reader = try WorkbookReader(workbook(Self.report, language: .english))
    #expect(reader.sheets.map(\.name) == ["Contents", "收入 2023 x", "Table 2", "s"])
    let cells = reader.sheets[1].cells
    #expect(cells["A1"]?.text == "收入 [2023]: x")
    #expect(cells["B2"]?.text == "值 (亿元)")
    #expect(cells["B3"] == .init(number: 12.5, format: "0.0"))
    #expect(cells["B4"] == .init(number: -3, format: "0.0\"~\""))
    #expect(cells["C3"] == .init(number: 0.052, format: "0.0%"))
    #expect(cells["C4"] == .init(number: 3.25, format: "0.00\"*\"\" 万元\""))
    #expect(cells["D3"] == .init(truth: true))
    #expect(cells["D4"]?.text == "unreported")
    #expect(cells["B5"]?.text == "undefined")
    #expect(cells["A6"] == .init(text: "=1+1", isQuoted: true))
    #expect(cells["A7"] == .init(text: " -2\u{22}", isQuoted: true))
    #expect(cells["B6"] == .init(number: 1e300, format: "General"))
    #expect(cells["B7"] == .init(number: -0.04, format: "0.0;0.0"))
    #expect(cells["C5"] == .init(number: 99.96, format: "0.00"))
    let notes = Set(cells.values.compactMap(\.text))
    #expect(notes.isSuperset(of: ["* provisional", "~ held at the last known value", "a <note> & \"more\""]))
  }

  @Test func theFirstSheetLeadsToTheOthers() throws {
    let contents = try #require(try WorkbookReader(workbook(Self.report, language: .chinese)).sheets.first)
    #expect(contents.name == "说明")
    #expect(contents.cells["A1"]?.text == "年报 <script>")
    #expect(contents.cells["A2"]?.text == "第一行")
    #expect(contents.cells["A3"] == .init(text: "=第二行", isQuoted: true))
    #expect(Set(contents.links.values) == ["'收入 2023 x'!A1", "'表2'!A1", "'s'!A1"])
  }

  @Test func namesOfSheetsAreLegalAndDifferent() {
    var names = SheetNames()
    let wanted = [
      "a/b\\c?*[d]:e", "'quoted'", "", "  ", "History", "HISTORY", "x", "X", String(repeating: "长", count: 40),
      String(repeating: "长", count: 41), String(repeating: "😀", count: 20), "a\u{0}b\nc", "'", "x (2)", "]",
    ]
    let given = wanted.map { names.name(for: $0, or: "Table") }
    #expect(Set(given.map { $0.lowercased() }).count == given.count)
    for name in given {
      #expect((1...31).contains(name.utf16.count), "\(name)")
      #expect(!name.contains { "[]:*?/\\\n\0".contains($0) }, "\(name)")
      #expect(!name.hasPrefix("'") && !name.hasSuffix("'") && name.lowercased() != "history", "\(name)")
    }
    #expect(given[0] == "a b c d e")
  }

  @Test func nothingIsLostBeyondWhatASheetHolds() throws {
    let columns = (0..<7).map { Column(name: "c\($0)", alignment: .trailing) }
    let rows = (0..<23).map { row in Row((0..<7).map { .number(Double(row * 7 + $0)) }) }
    let long = Table(columns: [Column(name: "text")], rows: [Row([.text(String(repeating: "😀长", count: 70))])])
    var renderer = WorkbookRenderer(language: .english)
    renderer.limits = WorkbookLimits(rows: 10, columns: 3, characters: 50)
    let reader = try WorkbookReader(
      renderer.render(Document([Block(.table(Table(columns: columns, rows: rows))), Block(.table(long))])))
    let numbers = reader.sheets.flatMap { $0.cells.values.compactMap(\.number) }
    #expect(Set(numbers) == Set((0..<161).map(Double.init)) && numbers.count == 161)
    for sheet in reader.sheets.dropFirst() {
      #expect(sheet.cells.keys.allSatisfy { ["A", "B", "C"].contains($0.prefix(1)) })
      #expect(sheet.cells.values.allSatisfy { ($0.text ?? "").utf16.count <= 50 })
    }
    let pieces = reader.sheets.last?.cells.filter { $0.value.text?.contains("😀") ?? false }.sorted {
      Int($0.key.dropFirst())! < Int($1.key.dropFirst())!
    }
    #expect(pieces?.map { $0.value.text ?? "" }.joined() == String(repeating: "😀长", count: 70))
  }

  /// Texts of every kind of character come back as `printable` shows them, and never as formulas.
  @Test func randomTextsComeBack() throws {
    var generator = SeededGenerator(seed: 11)
    let alphabet: [Unicode.Scalar] = [
      "=", "+", "-", "@", "<", ">", "&", "\"", "'", "\u{0}", "\u{B}", "\u{1F}", "\n", "\r", "\t", " ", "\u{FFFE}", "a",
      "值",
      "😀", "\u{202E}", "]", "＝",
    ]
    let texts = (0..<300).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        text.append(alphabet.randomElement(using: &generator) ?? "a")
      }
      return String(text)
    }
    let table = Table(columns: [Column(name: "t")], rows: texts.map { Row([.text($0)]) })
    let sheet = try #require(
      try WorkbookReader(workbook(Document([Block(.table(table))]), language: .english)).sheets.last)
    for (row, text) in texts.enumerated() {
      let shown = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
        .joined(separator: "\n").replacingOccurrences(of: "\u{FFFE}", with: "\u{FFFD}")
      let cell = sheet.cells["A\(row + 2)"]
      #expect(cell?.text ?? "" == shown, "\(text.debugDescription)")
      let first = shown.unicodeScalars.first { !$0.properties.isWhitespace }
      #expect(cell?.isQuoted ?? false == first.map { "=+-@＝".unicodeScalars.contains($0) } ?? false)
    }
  }

  private static let report: Document = {
    var own = NumberStyle(unit: "%")
    own.decimals = 1
    var mark = NumberStyle(unit: "万元", mark: .provisional)
    mark.decimals = 2
    var capped = NumberStyle()
    (capped.decimals, capped.greatestShown) = (1, 99.9)
    let table = Table(
      columns: [
        Column(name: "名"), Column(name: "值", unit: "亿元", alignment: .trailing),
        Column(name: "其他", alignment: .trailing), Column(name: "真"),
      ],
      rows: [
        Row([.text("甲"), .number(12.5), .number(5.2, own), .truth(true)]),
        Row([.text("乙"), .number(-3, NumberStyle(mark: .held)), .number(3.25, mark), .missing(.notReported)]),
        Row([.text("丙"), .number(.nan), .number(99.96, capped), .empty]),
        Row([.text("=1+1"), .number(1e300), .empty, .empty]),
        Row([.text(" -2\""), .number(-0.04, NumberStyle(decimals: 1)), .empty, .empty]),
        Row([.phrase(Phrase("total", "合计")), .number(9.5), .empty, .empty], kind: .total),
      ])
    var outline = Outline()
    outline.append(Phrase(same: "s"), value: .number(1.5, NumberStyle(unit: "元")), details: [Phrase(same: "= a")])
    return Document([
      Block(
        .section(
          Section(
            .report,
            [
              Block(.prose(Prose(markdown: "第一行\n=第二行"))),
              Block(
                .table(table), title: Phrase(same: "收入 [2023]: x"),
                notes: [Phrase(same: "a <note> & \"more\"")]),
              Block(.table(Table(columns: [Column(name: "c")]))),
              Block(.outline(outline), title: Phrase(same: "s")),
            ])), title: Phrase(same: "年报 <script>"))
    ])
  }()
}
