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
  private var numbers: [[Double?]]
  private var reasons: [[MissingReason]]
  private var texts: [[[String]]]
  private let shapes: [ValueType.Shape]
  private(set) var rowCount = 0
  var units: [String] = []
  var decimals: [Int] = []
  private var footings: [Footing] = []
  private var wordings: [Int: [String: Phrase]] = [:]

  init(_ relation: Relation) {
    shapes = relation.columns.map(\.shape)
    numbers = Array(repeating: [], count: shapes.count)
    reasons = Array(repeating: [], count: shapes.count)
    texts = Array(repeating: [], count: shapes.count)
  }

  /// Adds a row of missing cells and returns nothing; `set` fills it.
  mutating func addRow(unit: String = "", decimals: Int = 0, footing: Footing = []) {
    rowCount += 1
    units.append(unit)
    self.decimals.append(decimals)
    footings.append(footing)
    for column in shapes.indices {
      numbers[column].append(nil)
      reasons[column].append(.notApplicable)
      texts[column].append([])
    }
  }

  /// Sets the number of the last row in `column`, or why it is missing.
  mutating func set(_ column: Int, _ number: Double?, _ reason: MissingReason = .notApplicable) {
    numbers[column][rowCount - 1] = number
    reasons[column][rowCount - 1] = number == nil ? reason : .known
  }

  /// Sets the texts of the last row in `column`.
  mutating func set(_ column: Int, _ words: [String]) {
    texts[column][rowCount - 1] = words
  }

  /// Sets the text of the last row in `column`.
  mutating func set(_ column: Int, _ text: String?) {
    texts[column][rowCount - 1] = text.map { [$0] } ?? []
  }

  /// Says how the text that `phrase` has in English is said in each language.
  mutating func setWording(_ column: Int, _ phrase: Phrase) {
    wordings[column, default: [:]][phrase.english] = phrase
  }

  /// The finished table.
  var table: RelationTable {
    let axis = RelationTable.axis(rowCount)
    let columns = shapes.indices.map { column -> Value in
      if case .text = shapes[column] { return .texts(TextCube(axes: [axis], cells: texts[column])) }
      return .numbers(
        Cube(axes: [axis], values: numbers[column].map { $0 ?? 0 }, reasons: reasons[column]))
    }
    return RelationTable(
      rowCount: rowCount, columns: columns, units: units, decimals: decimals, footings: footings, wordings: wordings)
  }
}
