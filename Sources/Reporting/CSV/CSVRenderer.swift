import Indicators
import Source
import Units

/// Writes the records of documents as comma-separated values (RFC 4180), numbers with full precision.
///
/// A missing value is an empty field; a column that has any is followed by one that names the reasons, and likewise for units
/// and marks of single cells. Blocks are separated by an empty line, and where there are several each has its title above it.
/// Notes are left out, so that every line is a record; `notes(of:)` has them. Line breaks in a field stand as they are, other
/// control characters as escapes.
struct CSVRenderer {
  let language: Language

  /// Returns the blocks of `document`.
  func render(_ document: Document) -> String {
    let leaves = document.blocks.flatMap(\.answers)
    let blocks = leaves.map { block in
      let title = leaves.count > 1 ? block.title.map { [[field($0[language])]] } ?? [] : []
      return title + records(of: block)
    }
    var text = ""
    for records in blocks where !records.isEmpty {
      if !text.isEmpty { text += "\r\n" }
      for record in records {
        for (position, field) in record.enumerated() {
          if position > 0 { text += "," }
          text += field
        }
        text += "\r\n"
      }
    }
    return text
  }

  private func records(of block: Block) -> [[String]] {
    switch block.content {
    case .table(let table): records(of: table)
    case .outline(let outline): records(of: outline)
    case .prose(let prose):
      ProseText(language: language, color: false, drawsRules: false).lines(prose.blocks).filter { !$0.isEmpty }.map {
        [field($0)]
      }
    case .message(let sentence): [[field(sentence[language])]]
    case .chart(let chart): records(of: chart.table)
    case .section: []
    }
  }

  private func records(of table: Table) -> [[String]] {
    guard !table.columns.isEmpty else { return [] }
    let columns = table.columns.indices.map { CSVColumn(table, $0) }
    return [columns.flatMap { $0.headings(language).map(field) }]
      + table.rows.map { row in
        columns.flatMap { column in column.fields(row.cell(column.index), language, text: field) }
      }
  }

  private func records(of outline: Outline) -> [[String]] {
    let headings =
      [TableWording.level, TableWording.step, TableWording.value, TableWording.unit]
      + [TableWording.missing(of: ""), TableWording.details]
    return [headings.map { field($0[language]) }]
      + outline.nodes.map { node in
        var unit = ""
        if case .number(_, let style) = node.value { unit = style.unit ?? "" }
        return [
          String(node.depth), field(node.label[language]), node.value.csvField(language, text: field), field(unit),
          node.value.missingReason?.identifier ?? "", field(node.details.map { $0[language] }.joined(separator: "; ")),
        ]
      }
  }

  /// Returns `text` as a field that a spreadsheet takes for text: an apostrophe stands before what it would take for a formula.
  private func field(_ text: String) -> String {
    if text.isPlainField { return text }
    let harmless = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.printable).joined(
      separator: "\n")
    let guarded = text.looksLikeFormula ? "'" + harmless : harmless
    guard guarded.utf8.contains(where: { "\",\n".utf8.contains($0) }) else { return guarded }
    return "\"" + guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

/// The fields that one column of a table becomes.
private struct CSVColumn {
  let index: Int
  private let column: Column
  private var hasUnits = false
  private var hasMarks = false
  private var hasReasons = false

  init(_ table: Table, _ index: Int) {
    self.index = index
    column = table.columns[index]
    for row in table.rows {
      let cell = row.cell(index)
      if cell.missingReason != nil { hasReasons = true }
      if case .number(_, let style) = cell {
        if style.unit != nil, style.isUnitShown { hasUnits = true }
        if style.mark != nil { hasMarks = true }
      }
    }
  }

  func headings(_ language: Language) -> [String] {
    let name = column.heading[language]
    return [column.title(language)] + (hasUnits ? [TableWording.unit(of: name)[language]] : [])
      + (hasMarks ? [TableWording.mark(of: name)[language]] : [])
      + (hasReasons ? [TableWording.missing(of: name)[language]] : [])
  }

  func fields(_ cell: Cell, _ language: Language, text: (String) -> String) -> [String] {
    var style = NumberStyle()
    if case .number(_, let own) = cell { style = own }
    return [cell.csvField(language, text: text)] + (hasUnits ? [text(style.unit ?? "")] : [])
      + (hasMarks ? [style.mark?.rawValue ?? ""] : []) + (hasReasons ? [cell.missingReason?.identifier ?? ""] : [])
  }
}

extension Cell {
  /// Why there is no number; a number that is not finite is undefined.
  var missingReason: MissingReason? {
    switch self {
    case .missing(let reason): reason
    case .number(let value, _): value.isFinite ? nil : .undefined
    case .text, .phrase, .truth, .sparkline, .empty: nil
    }
  }

  /// Returns the cell as a field; `text` makes one of words.
  fileprivate func csvField(_ language: Language, text: (String) -> String) -> String {
    switch self {
    case .text(let content): text(content)
    case .phrase(let phrase): text(phrase[language])
    case .number(let value, _): value.isFinite ? shortestString(value) : ""
    case .truth(let value): value ? "true" : "false"
    case .sparkline(let values): sparklineText(values)
    case .missing, .empty: ""
    }
  }
}

extension String {
  /// Whether the text begins with a letter or digit of ASCII, and holds nothing but what stands in a field as it is.
  fileprivate var isPlainField: Bool {
    guard let first = utf8.first else { return true }
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    return (isLetter || isDigit)
      && utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",") }
  }
}
