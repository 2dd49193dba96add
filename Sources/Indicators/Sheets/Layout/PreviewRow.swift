import Source

/// A record near the beginning of a sheet, as text.
struct PreviewRow: Hashable {
  /// The line, counted from 1.
  let line: Int
  /// The cells as printed.
  let cells: [String]
  /// Of two rows of headings, the name and the period that one of them says and the other does not.
  var crossed: [Int: CrossedHeading] = [:]

  /// How many cells have text.
  var filled: Int { cells.count { !foldedName($0).isEmpty } }

  /// Returns the cell at `column`, or an empty one where the record ends before it.
  func cell(_ column: Int) -> String {
    column < cells.count ? cells[column] : ""
  }

  /// How many records are looked at to find the headings and to tell numbers from text.
  static let most = 64

  /// Reads the first records of `text`.
  static func read(_ text: DecodedText, _ delimiter: Delimiter) -> [PreviewRow] {
    var scanner = RecordScanner(text.bytes, delimiter: delimiter.byte, offset: delimiter.start)
    var rows: [PreviewRow] = []
    while rows.count < most, scanner.next() {
      let record = scanner.record
      let cells = (0..<record.count).map {
        text.coding.text(text.bytes, record.range($0), isEscaped: record.isEscaped[$0])
      }
      rows.append(PreviewRow(line: record.line, cells: cells))
    }
    return rows
  }

  /// Returns this row of headings joined with the second one below it, if `below` is one: 2022年 over 实际 and 增速.
  ///
  /// A second row has no number, nothing below the first heading, and words of value or target columns; the headings above
  /// reach to the right as far as merged cells do.
  func joined(with below: PreviewRow, marks: MissingMarks) -> PreviewRow? {
    guard let first = cells.firstIndex(where: { !foldedName($0).isEmpty }), foldedName(below.cell(first)).isEmpty
    else { return nil }
    var joined: [String] = []
    var crossed: [Int: CrossedHeading] = [:]
    var above = ""
    var isSecond = false
    for column in 0..<max(cells.count, below.cells.count) {
      let (top, bottom) = (foldedName(cell(column)), foldedName(below.cell(column)))
      if !top.isEmpty { above = top }
      guard !bottom.isEmpty else {
        joined.append(cell(column))
        continue
      }
      if marks.reason(of: bottom) != nil || DecimalNumber(bottom) != nil { return nil }
      // 责任单位 below the end of 2023年 is a heading of its own.
      if case .role = Heading(bottom).meaning, top.isEmpty {
        joined.append(bottom)
        continue
      }
      joined.append(above + bottom)
      if let heading = CrossedHeading(above, bottom) {
        crossed[column] = heading
        isSecond = true
        continue
      }
      switch (Heading(above).meaning, Heading(bottom).meaning) {
      case (.values, .values(nil)), (.values, .targets(nil)), (.targets, .values), (.values, .growth),
        (_, .values(.some)):
        isSecond = true
      case (.role, _), (.unknown, _), (.values, _), (.targets, _), (.growth, _): continue
      }
    }
    return isSecond ? PreviewRow(line: line, cells: joined, crossed: crossed) : nil
  }

  /// Returns the position of the row of headings: the one whose cells are known best, the first of equals.
  ///
  /// `stated` are headings that mappings name.
  static func headingIndex(_ rows: [PreviewRow], stated: Set<String>, marks: MissingMarks) -> Int? {
    var best: (index: Int, weight: Int)?
    for (index, row) in rows.enumerated() where row.filled > 1 || rows.count == 1 {
      let weight = row.cells.reduce(0) { sum, cell in
        sum + (stated.contains(compactText(cell)) ? 4 : Heading(cell).weight)
      }
      if weight > best?.weight ?? 1 { best = (index, weight) }
      // Nearly every cell is a known heading: no row of data is more of one.
      if weight * 5 >= row.cells.count * 12 { break }
    }
    guard let index = best?.index else { return nil }
    // The second of two rows of headings may be the one that is known better.
    return index > 0 && rows[index - 1].joined(with: rows[index], marks: marks) != nil ? index - 1 : index
  }
}

/// The columns of a preview, told by their cells.
struct PreviewColumns {
  /// The rows below the headings.
  let rows: ArraySlice<PreviewRow>
  /// The sheet's marks for missing numbers.
  let marks: MissingMarks

  /// Whether no cell of `column` has text.
  func isEmpty(_ column: Int) -> Bool {
    rows.allSatisfy { foldedName($0.cell(column)).isEmpty }
  }

  /// Whether `column` may be needed to tell rows apart: its texts do not vary yet, or `keys` alone name two rows alike.
  func isNeeded(_ column: Int, among keys: [Int]) -> Bool {
    Set(rows.map { $0.cell(column) }).count < 2 || nameAlike(keys)
  }

  /// Whether the cells of `keys` name two rows alike.
  func nameAlike(_ keys: [Int]) -> Bool {
    var seen: Set<[String]> = []
    return !rows.allSatisfy { row in seen.insert(keys.map { row.cell($0) }).inserted }
  }

  /// Whether `first` has more different texts than `second`.
  func varies(_ first: Int, moreThan second: Int) -> Bool {
    Set(rows.map { $0.cell(first) }).count > Set(rows.map { $0.cell(second) }).count
  }

  /// Returns how long the part of a year is that the numbers of `column` count: quarters up to 4, else months.
  func partFrequency(_ column: Int) -> Frequency {
    let numbers = rows.compactMap { DecimalNumber(foldedName($0.cell(column)))?.value }
    return numbers.allSatisfy { $0 <= 4 } ? .quarter : .month
  }

  /// Whether any cell of `column` is a day.
  func hasDays(_ column: Int) -> Bool {
    rows.contains { if case .day = PeriodNotation($0.cell(column)) { true } else { false } }
  }

  /// Whether most cells of `column` are numbers.
  func isNumeric(_ column: Int) -> Bool {
    var numbers = 0
    var texts = 0
    for row in rows {
      let text = row.cell(column)
      if marks.reason(of: text) != nil { continue }
      var bytes = Array(foldedName(text).utf8)
      if bytes.last == 0x25 { bytes.removeLast() }
      if bytes.withUnsafeBufferPointer({ DecimalNumber($0) }) != nil { numbers += 1 } else { texts += 1 }
    }
    return numbers > 0 && numbers * 2 > texts * 3
  }
}
