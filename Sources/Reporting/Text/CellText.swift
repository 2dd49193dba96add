import Indicators
import Source

/// What is shown of a cell: a number in its parts, or plain text.
enum CellText: Hashable {
  /// A number, whose parts line up with those of the column.
  case number(NumberText)
  /// A name or a word.
  case plain(String)
  /// The word for a missing value.
  case missing(String)

  /// The text without alignment.
  var text: String {
    switch self {
    case .number(let number): number.text
    case .plain(let text), .missing(let text): text
    }
  }

  /// Shows `cell` in `language`; a number that is not finite is shown as undefined.
  init(_ cell: Cell, _ language: Language, column: ColumnDigits) {
    switch cell {
    case .text(let text): self = .plain(text.printable)
    case .phrase(let phrase): self = .plain(phrase[language].printable)
    case .number(let value, let style):
      self =
        value.isFinite
        ? .number(NumberText(value, style, column: column)) : .missing(MissingReason.undefined.mark[language])
    case .missing(let reason): self = .missing(reason.mark[language])
    case .truth(let value): self = .plain((value ? TableWording.yes : TableWording.no)[language])
    case .sparkline(let values): self = .plain(sparklineText(values))
    case .empty: self = .plain("")
    }
  }
}

extension Table {
  /// Returns the texts of all cells, a row each, as many as there are columns.
  func cellTexts(_ language: Language) -> [[CellText]] {
    let digits = columns.indices.map(columnDigits)
    return rows.map { row in
      columns.indices.map { CellText(row.cell($0), language, column: digits[$0]) }
    }
  }

  /// Returns how many digits the numbers of the column at `index` have that leave it to the column.
  func columnDigits(_ index: Int) -> ColumnDigits {
    ColumnDigits(for: rows.lazy.compactMap { $0.cell(index).automaticNumber }, isShare: isShare(columns[index].unit))
  }

  /// Returns what the signs behind numbers of the table mean, a line each.
  func legend(_ language: Language) -> [String] {
    var marks: Set<NumberStyle.Mark> = []
    for row in rows {
      for case .number(_, let style) in row.cells {
        if let mark = style.mark { marks.insert(mark) }
      }
    }
    return NumberStyle.Mark.allCases.filter(marks.contains).map { "\($0.sign) \($0.explanation[language])" }
  }
}

extension Row {
  /// Returns the cell in column `index`; an empty one where the row is too short.
  func cell(_ index: Int) -> Cell {
    index < cells.count ? cells[index] : .empty
  }

  /// Whether only the first cell has anything in it, as in a heading over a group.
  var isHeadingAlone: Bool {
    kind == .groupHeading && cells.dropFirst().allSatisfy { $0 == .empty }
  }
}

extension Cell {
  /// The number, where the column decides how many digits it has.
  fileprivate var automaticNumber: (number: Double, isComputed: Bool)? {
    guard case .number(let value, let style) = self, style.decimals == nil, style.unit == nil else { return nil }
    return (value, style.isComputed)
  }
}
