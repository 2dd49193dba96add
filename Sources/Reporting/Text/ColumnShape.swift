import Source

/// The widths that the cells of one column share.
struct ColumnShape {
  private let alignment: Column.Alignment
  private var plain: Int
  private var whole = 0
  private var fraction = 0
  private var mark = 0
  private var unit = 0

  /// Creates the shape of a column under `heading`.
  init(heading: String, alignment: Column.Alignment) {
    self.alignment = alignment
    plain = heading.displayWidth
  }

  /// The columns of the terminal that the column takes.
  var width: Int { max(plain, whole + fraction + mark + unit) }

  /// Makes room for `cell`.
  mutating func add(_ cell: CellText) {
    guard case .number(let number) = cell, alignment == .trailing else {
      plain = max(plain, cell.text.displayWidth)
      return
    }
    whole = max(whole, number.whole.displayWidth)
    fraction = max(fraction, number.fraction.displayWidth)
    mark = max(mark, number.mark.displayWidth)
    unit = max(unit, number.unit.displayWidth)
  }

  /// Returns `text` with the blanks that fill the column.
  func aligned(_ text: String) -> String {
    switch alignment {
    case .leading: text.padded(to: width)
    case .trailing: text.padded(to: width, atStart: true)
    }
  }

  /// Returns `cell` with the blanks that fill the column; the points of numbers stand under one another.
  func aligned(_ cell: CellText) -> String {
    guard case .number(let number) = cell, alignment == .trailing else { return aligned(cell.text) }
    return aligned(
      number.whole.padded(to: whole, atStart: true) + number.fraction.padded(to: fraction)
        + number.mark.padded(to: mark) + number.unit.padded(to: unit))
  }
}

extension String {
  /// Returns the text with blanks after it, or before it, up to `width` columns.
  func padded(to width: Int, atStart: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - displayWidth))
    return atStart ? blanks + self : self + blanks
  }
}
