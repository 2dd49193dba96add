import Indicators
import Semantics
import Source

/// A relation and the scenarios it is shown in.
struct RelationKey: Hashable {
  let relation: Relation
  let scenarios: [ScenarioID]
  /// Whether the column `chance` is filled in.
  let holdsChances: Bool
}

/// The rows of a relation: a value over the rows for each column.
package struct RelationTable: Sendable {
  /// How many rows there are.
  package let rowCount: Int
  /// The columns, in the relation's order.
  package let columns: [Value]
  /// The unit of each row's numbers in columns whose rows have units of their own.
  package let units: [String]
  /// The digits after the decimal point of each row's printed numbers.
  package let decimals: [Int]
  /// What each row's value rests on.
  package let footings: [Footing]

  /// How texts of a column are said in each language, where that differs from what is stored.
  package let wordings: [Int: [String: Phrase]]

  /// The axis that runs over the rows.
  package var axis: Axis { RelationTable.axis(rowCount) }

  static func axis(_ count: Int) -> Axis {
    Axis(.row, (0..<count).map { .row(Int32($0)) })
  }
}

/// Collects the columns of a relation, row by row.
struct RelationBuilder {
  private var numbers: [ColumnCells<Double>]
  private var reasons: [ColumnCells<MissingReason>]
  private var texts: [ColumnCells<[String]>]
  private let shapes: [ValueType.Shape]
  private(set) var rowCount = 0
  var units: [String] = []
  var decimals: [Int] = []
  private var footings: [Footing] = []
  private var wordings: [Int: [String: Phrase]] = [:]

  init(_ relation: Relation) {
    shapes = relation.columns.map(\.shape)
    numbers = Array(repeating: ColumnCells(empty: 0), count: shapes.count)
    reasons = Array(repeating: ColumnCells(empty: .notApplicable), count: shapes.count)
    texts = Array(repeating: ColumnCells(empty: []), count: shapes.count)
  }

  /// Adds a row of missing cells and returns nothing; `set` fills it.
  mutating func addRow(unit: String = "", decimals: Int = 0, footing: Footing = []) {
    rowCount += 1
    units.append(unit)
    self.decimals.append(decimals)
    footings.append(footing)
  }

  /// Sets the number of the last row in `column`, or why it is missing.
  mutating func set(_ column: Int, _ number: Double?, _ reason: MissingReason = .notApplicable) {
    numbers[column].set(rowCount - 1, number ?? 0)
    reasons[column].set(rowCount - 1, number == nil ? reason : .known)
  }

  /// Sets the texts of the last row in `column`.
  mutating func set(_ column: Int, _ words: [String]) {
    texts[column].set(rowCount - 1, words)
  }

  /// Sets the text of the last row in `column`.
  mutating func set(_ column: Int, _ text: String?) {
    texts[column].set(rowCount - 1, text.map { [$0] } ?? [])
  }

  /// Says how the text that `phrase` has in English is said in each language.
  mutating func setWording(_ column: Int, _ phrase: Phrase) {
    wordings[column, default: [:]][phrase.english] = phrase
  }

  /// The finished table.
  var table: RelationTable {
    let axis = RelationTable.axis(rowCount)
    let columns = shapes.indices.map { column -> Value in
      if case .text = shapes[column] { return .texts(TextCube(axes: [axis], cells: texts[column].all(rowCount))) }
      return .numbers(
        Cube(axes: [axis], values: numbers[column].all(rowCount), reasons: reasons[column].all(rowCount)))
    }
    return RelationTable(
      rowCount: rowCount, columns: columns, units: units, decimals: decimals, footings: footings, wordings: wordings)
  }
}

/// The cells of one column from the first row to the last that was set; most columns of most relations are never set.
private struct ColumnCells<Cell> {
  private let empty: Cell
  private var cells: [Cell] = []

  init(empty: Cell) { self.empty = empty }

  mutating func set(_ row: Int, _ cell: Cell) {
    if row < cells.count {
      cells[row] = cell
    } else {
      while cells.count < row { cells.append(empty) }
      cells.append(cell)
    }
  }

  /// Returns the cells of `count` rows.
  func all(_ count: Int) -> [Cell] {
    cells.count == count ? cells : cells + Array(repeating: empty, count: count - cells.count)
  }
}
