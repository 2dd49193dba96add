import Source

/// Rows and columns, before any format has laid them out.
package struct Table: Hashable, Sendable {
  /// The columns from left to right.
  package var columns: [Column]
  /// The rows from top to bottom.
  package var rows: [Row]

  /// Creates a table; a row with too few cells is filled with empty ones, and cells beyond the columns are left out.
  package init(columns: [Column], rows: [Row] = []) {
    self.columns = columns
    self.rows = rows
  }
}

/// A column: what it is called, and how its cells stand.
package struct Column: Hashable, Sendable {
  /// The edge at which the cells line up.
  package enum Alignment: Hashable, Sendable {
    /// Left, for text.
    case leading
    /// Right, for numbers.
    case trailing
  }

  /// The heading without the unit.
  package var heading: Phrase
  /// The unit of every number in the column as people write it; empty where there is none, or the cells carry their own.
  package var unit: String
  /// The edge at which the cells line up.
  package var alignment: Alignment

  /// Creates a column.
  package init(_ heading: Phrase, unit: String = "", alignment: Alignment = .leading) {
    self.heading = heading
    self.unit = unit
    self.alignment = alignment
  }

  /// Creates a column called `name` in every language: an indicator, a period, a scenario.
  package init(name: String, unit: String = "", alignment: Alignment = .leading) {
    self.init(Phrase(same: name), unit: unit, alignment: alignment)
  }
}

/// One line of a table.
package struct Row: Hashable, Sendable {
  /// The parts that rows play.
  package enum Kind: String, Hashable, Sendable {
    /// Data.
    case body
    /// The sum of rows above, or what stands for them.
    case total
    /// A heading over the rows below, in the first cell.
    case groupHeading = "group"
  }

  /// One cell for each column.
  package var cells: [Cell]
  /// The part that the row plays.
  package var kind: Kind

  /// Creates a row.
  package init(_ cells: [Cell], kind: Kind = .body) {
    self.cells = cells
    self.kind = kind
  }
}
