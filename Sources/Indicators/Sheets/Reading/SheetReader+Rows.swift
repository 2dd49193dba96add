import Source
import Units

extension SheetReader {
  /// Reads one row, or notes why it is none.
  mutating func readRow(_ row: Row) {
    guard let first = (0..<row.record.count).first(where: { !row.isBlank($0) }) else { return }
    if isLine(row, first) { return }
    let headings = layout.headings.count
    if let extra = (headings..<max(headings, row.record.count)).last(where: { !row.isBlank($0) }) {
      return note(.ignoredRow, row, extra, LineRemark.tooManyCells(extra + 1, headings).phrase)
    }
    for column in layout.filled where !row.isBlank(column) {
      carried[column] = (row.record.range(column), row.isEscaped(column))
    }
    var indicator: RowIndicator?
    if layout.indicator != .none {
      guard let found = rowIndicator(row) else {
        if isFilled(row) { note(.ignoredRow, row, first, LineRemark.emptyIndicator.phrase) }
        return
      }
      if found.isHeading { return note(.ignoredRow, row, first, LineRemark.headingAgain.phrase) }
      indicator = found
    }
    var period: SheetPeriod?
    if case .column(let column) = layout.period {
      guard let found = rowPeriod(row, column) else { return }
      period = found
    }
    flushPending()
    let members = rowMembers(row)
    if layout.parent != .none, sheet.dimensions.first == .region, let region = members.first { readParent(row, region) }
    readCells(row, indicator, period, members)
  }

  /// Whether any value or target cell of `row` has text.
  func isFilled(_ row: Row) -> Bool {
    layout.values.contains { !row.isBlank($0.column) }
  }

  /// Whether any value cell of `row` is a number; a note's words may have fallen there at a comma.
  private func hasNumber(_ row: Row) -> Bool {
    layout.values.contains { DecimalNumber(foldedName(row.text($0.column))) != nil }
  }

  /// Whether `row` is a line of text among or below the data; notes it.
  private mutating func isLine(_ row: Row, _ first: Int) -> Bool {
    let isLone =
      layout.headings.count > 1 && !((first + 1)..<max(first + 1, row.record.count)).contains { !row.isBlank($0) }
    // Only a lone cell or one that begins a note is read as text.
    guard isLone || isNoteStart(row, first) else { return false }
    let text = foldedName(row.text(first))
    if LineWords.beginsNote(text), isLone || !hasNumber(row) {
      note(.footnote, row, first, LineRemark.footnote.phrase)
      return true
    }
    guard isLone, !layout.values.contains(where: { $0.column == first }) else { return false }
    if first == layout.indicator.column, !LineWords.beginsSection(text), text.unicodeScalars.count <= 60 {
      return false
    }
    pending.append(row.place(first, file: sheet.file))
    return true
  }

  private func isNoteStart(_ row: Row, _ first: Int) -> Bool {
    let range = row.record.range(first)
    return row.coding.canBeginNote(UnsafeBufferPointer(rebasing: row.bytes[range]))
      && LineWords.beginsNote(foldedName(row.text(first)))
  }

  /// Turns lines that were followed by data into ignored rows.
  mutating func flushPending() {
    if pending.isEmpty { return }
    for place in pending { sheet.notes.append(LoadNote(.ignoredRow, at: place, LineRemark.section.phrase)) }
    pending.removeAll()
  }

  /// Gives the text of a member at `range` its code in the name table.
  mutating func addMember(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ dimension: Int) -> Int32 {
    if let code = members[dimension].known(bytes, range) { return code }
    return addMember(named: sheet.coding.text(bytes, range, isEscaped: false), dimension)
  }

  /// Gives a text that is new in the column of a dimension its member's code in the name table.
  private mutating func addMember(named text: String, _ dimension: Int) -> Int32 {
    var name = foldedName(text)
    if case .part(_, let characters) = dimensionSources[dimension] { name = characters.characters(of: name) }
    return members[dimension].add(name.isEmpty ? -1 : names.member(name).code)
  }

  /// Returns the codes of the row's members, −1 where the cell is empty.
  private mutating func rowMembers(_ row: Row) -> [Int32] {
    var codes: [Int32] = []
    for (dimension, source) in dimensionSources.enumerated() {
      switch source {
      case .none: codes.append(-1)
      case .constant(let name): codes.append(names.member(name).code)
      case .column(let column), .part(let column, _):
        let (range, isEscaped) = field(column, row)
        if let code = members[dimension].known(row.bytes, range) {
          codes.append(code)
        } else {
          codes.append(addMember(named: row.coding.text(row.bytes, range, isEscaped: isEscaped), dimension))
        }
      }
    }
    return codes
  }
}

/// Words that tell lines of text from data; an editable table.
enum LineWords {
  private static let notes = [
    "注", "附注", "备注", "说明", "资料来源", "数据来源", "来源", "填表说明", "note", "notes", "source", "sources", "remark", "remarks",
  ]

  /// The characters that these words begin with, and blanks and marks.
  static let starts: Set<Character> = Set(notes.compactMap(\.first) + ["*", "※", "\u{FEFF}", "\u{3000}"])

  private static let startBytes: Set<UInt32> = Set(starts.map { start(Array($0.utf8)) })

  /// Whether a text that begins with `bytes` may begin as a note does; tells most rows of data without a look at words.
  static func canBeginNote(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, first > 0x20 else { return true }
    return startBytes.contains(start(bytes))
  }

  /// Packs the first character, in lower case where it is a letter of ASCII.
  private static func start(_ bytes: some Collection<UInt8>) -> UInt32 {
    guard let first = bytes.first else { return 0 }
    if first < 0x80 { return UInt32(first | 0x20) }
    return bytes.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether `text` begins as a note below a table does: `注：`, `资料来源:`, `Note:`, `*`.
  static func beginsNote(_ text: String) -> Bool {
    if text.hasPrefix("*") || text.hasPrefix("※") { return text.unicodeScalars.count > 6 }
    var cursor = TextCursor(compactText(String(text.prefix(24))))
    guard cursor.takeLongest(of: notes) != nil else { return false }
    _ = cursor.takeDigits(1...2)
    return cursor.isAtEnd || cursor.take(":") || cursor.take(".")
  }

  /// Whether `text` begins as a heading among data does: `一、`, `(二)`.
  static func beginsSection(_ text: String) -> Bool {
    let numerals = "一二三四五六七八九十".unicodeScalars
    var scalars = Substring(text).unicodeScalars
    let isBracketed = scalars.first == "("
    if isBracketed { scalars.removeFirst() }
    guard let first = scalars.first, numerals.contains(first) else { return false }
    while let next = scalars.first, numerals.contains(next) { scalars.removeFirst() }
    return scalars.first == (isBracketed ? ")" : "、")
  }
}
