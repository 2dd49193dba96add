import TestSupport
import Foundation
import Reporting
import Source
import Testing

private func tables(seed: UInt64) -> [Table] {
  var generator = SeededGenerator(seed: seed)
  return (0..<300).map { _ in generator.table() }
}

/// The columns of a line in a terminal: what stands in each, nil in the second half of a wide character.
private func terminalColumns(_ line: Substring) -> [Character?] {
  line.flatMap { character -> [Character?] in
    [character] + Array(repeating: nil, count: max(0, String(character).displayWidth - 1))
  }
}

@Test func everyLineOfATextTableKeepsToTheColumnsOfItsRule() throws {
  for table in tables(seed: 1) {
    let text = render(Document([Block(.table(table))]), as: .text, language: .english)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let rule = terminalColumns(try #require(lines.dropFirst().first))
    let rules = table.rows.indices.count {
      table.rows[$0].kind == .total && $0 > 0 && table.rows[$0 - 1].kind != .total
    }
    for line in lines.prefix(table.rows.count + 2 + rules) {
      let columns = terminalColumns(line)
      #expect(columns.count <= rule.count)
      for (column, character) in zip(rule, columns) where column == " " {
        #expect(character == " ", "`\(line)` runs across the gap between two columns")
      }
    }
  }
}

@Test func decimalPointsStandUnderOneAnother() throws {
  var generator = SeededGenerator(seed: 2)
  for _ in 0..<200 {
    let rows =
      (0..<6).map { _ in Row([.number(Double.random(in: -1e6...1e6, using: &generator) / 7)]) }
      + [Row([.number(12.5)]), Row([.number(3, NumberStyle(decimals: 1, unit: "%"))])]
    let table = Table(columns: [Column(name: "value", unit: "元", alignment: .trailing)], rows: rows)
    let text = render(Document([Block(.table(table))]), as: .text, language: .english)
    let lines = text.split(separator: "\n").dropFirst(2)
    let points = Set(lines.compactMap { line in terminalColumns(line).firstIndex(of: ".") })
    #expect(points.count == 1, "\(text)")
  }
}

@Test func shownNumbersAreCloseToTheNumbers() throws {
  var generator = SeededGenerator(seed: 3)
  for _ in 0..<500 {
    let scale = Foundation.pow(10, Double(Int.random(in: -6...9, using: &generator)))
    let numbers = (0..<4).map { _ in Double.random(in: -scale...scale, using: &generator) }
    let table = Table(
      columns: [Column(name: "", alignment: .trailing)], rows: numbers.map { Row([.number($0)]) })
    let shown = render(Document([Block(.table(table))]), as: .text, language: .english)
      .split(separator: "\n").suffix(4).map { $0.trimmingCharacters(in: .whitespaces) }
    let largest = numbers.map(\.magnitude).max() ?? 0
    for (number, text) in zip(numbers, shown) {
      let read = try #require(Double(text))
      #expect(abs(read - number) <= max(largest * 5e-5, 0) && abs(read - number) <= 0.500001)
    }
    #expect(Set(shown.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }).count == 1)
  }
}

@Test func printedNumbersKeepEveryDigit() throws {
  var generator = SeededGenerator(seed: 4)
  for _ in 0..<500 {
    let number = Double(Int.random(in: -99_999_999...99_999_999, using: &generator)) / 1000
    let table = Table(
      columns: [Column(name: "", alignment: .trailing)], rows: [Row([.number(number)]), Row([.number(200 / 3.0)])])
    let lines = render(Document([Block(.table(table))]), as: .text, language: .english).split(separator: "\n")
    #expect(Double(lines[lines.count - 2].trimmingCharacters(in: .whitespaces)) == number)
  }
}

@Test func computedNumbersKeepFiveDigitsUnlessTheyComeOutEven() throws {
  let shown: [(number: Double, text: String)] = [
    (70951.205152, "70951"), (298.8462121, "298.85"), (63146.32, "63146.32"), (1.5631, "1.5631"),
    (0.0123456, "0.0123456"),
    (12345678.9012, "12345679"), (59572, "59572"),
  ]
  var style = NumberStyle()
  style.isComputed = true
  for (number, text) in shown {
    let table = Table(columns: [Column(name: "", alignment: .trailing)], rows: [Row([.number(number, style)])])
    let lines = render(Document([Block(.table(table))]), as: .text, language: .english).split(separator: "\n")
    #expect(lines.last?.trimmingCharacters(in: .whitespaces) == text)
  }
}

@Test func commaSeparatedValuesReadBack() throws {
  for table in tables(seed: 5) {
    let csv = render(Document([Block(.table(table))]), as: .csv, language: .english)
    let records = readCSV(csv)
    try #require(records.count == table.rows.count + 1)
    #expect(Set(records.map(\.count)).count == 1)
    for (row, record) in zip(table.rows, records.dropFirst()) {
      let expected = table.columns.indices.map { $0 < row.cells.count ? row.cells[$0] : .empty }
      // The fields of units, marks and reasons follow their column, so the cells are found in order.
      var rest = record[...]
      for cell in expected {
        let index = try #require(rest.firstIndex { isField($0, of: cell) }, "\(cell) in \(record)")
        rest = rest[(index + 1)...]
      }
    }
  }
}

private func isField(_ field: String, of cell: Cell) -> Bool {
  let first = field.first { !$0.isWhitespace }
  let isGuarded = first.map { "=+-@＝＋－＠".contains($0) } != true || Double(field) != nil
  switch cell {
  case .number(let number, _): return number.isFinite ? Double(field) == number : field.isEmpty
  case .truth(let truth): return field == String(truth)
  case .missing, .empty: return field.isEmpty
  case .sparkline(let values): return isGuarded && field.count == (values.contains { $0 != nil } ? values.count : 0)
  case .text(let text): return isGuarded && isText(field, text)
  case .phrase(let phrase): return isGuarded && isText(field, phrase.english)
  }
}

private func isText(_ field: String, _ text: String) -> Bool {
  let shown = text.components(separatedBy: "\n").map(\.printable).joined(separator: "\n")
  return field == shown || field == "'" + shown
}

/// Reads RFC 4180 without mercy: every record ends with CRLF.
private func readCSV(_ text: String) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var bytes = Array(text.utf8)[...]
  while let byte = bytes.popFirst() {
    if isQuoted {
      if byte != UInt8(ascii: "\"") {
        field.append(byte)
      } else if bytes.first == byte {
        bytes.removeFirst()
        field.append(byte)
      } else {
        isQuoted = false
      }
    } else if byte == UInt8(ascii: "\""), field.isEmpty {
      isQuoted = true
    } else if byte == UInt8(ascii: ",") || (byte == 0x0D && bytes.first == 0x0A) {
      record.append(String(decoding: field, as: UTF8.self))
      field = []
      if byte == 0x0D {
        bytes.removeFirst()
        records.append(record)
        record = []
      }
    } else {
      field.append(byte)
    }
  }
  return records
}

/// The numbers of a table in JSON, read by Foundation.
private struct ReadBlock: Decodable {
  struct Row: Decodable { let cells: [Cell] }

  struct Cell: Decodable {
    let number: Double?

    enum CodingKeys: CodingKey { case value }

    init(from decoder: any Decoder) throws {
      if let plain = try? decoder.singleValueContainer().decode(Double.self) {
        number = plain
      } else {
        number = try? decoder.container(keyedBy: CodingKeys.self).decode(Double.self, forKey: .value)
      }
    }
  }

  let rows: [Row]
}

@Test func jsonHoldsTheSameNumbers() throws {
  for table in tables(seed: 6) {
    let json = Data(render(Document([Block(.table(table))]), as: .json, language: .english).utf8)
    #expect(try JSONSerialization.jsonObject(with: json) is [[String: Any]])
    let rows = try #require(JSONDecoder().decode([ReadBlock].self, from: json).first).rows
    #expect(rows.count == table.rows.count)
    for (row, read) in zip(table.rows, rows) {
      #expect(read.cells.count == table.columns.count)
      for (cell, value) in zip(row.cells, read.cells) {
        guard case .number(let number, _) = cell else { continue }
        #expect(value.number == (number.isFinite ? number : nil))
      }
    }
  }
}

@Test func markdownTablesHaveOneShape() throws {
  for table in tables(seed: 7) {
    let text = render(Document([Block(.table(table))]), as: .markdown, language: .english)
    let lines = text.split(separator: "\n").prefix(table.rows.count + 2)
    #expect(Set(lines.map(\.displayWidth)).count == 1)
    for line in lines {
      let bars = line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == table.columns.count + 1)
    }
  }
}
