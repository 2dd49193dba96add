import Evaluation
import Indicators
import Semantics
import Source

/// A cell of a table of values, with what a picture must know of it.
struct DrawableCell {
  /// The position of its row in the table.
  let row: Int
  /// The position of its column in the table.
  let column: Int
  /// The position of its expression in the question.
  let item: Int
  /// The members of its row.
  let members: [(dimension: Dimension, name: String)]
  /// What its column shows.
  let source: ValueColumn
  /// The cell.
  let cell: Cell
  /// The unit of its number.
  let unit: String

  /// The number; nil where it is missing.
  var number: Double? {
    if case .number(let number, _) = cell, number.isFinite { number } else { nil }
  }

  /// Whether a number belongs here, be it missing.
  var isNumeric: Bool {
    switch cell {
    case .number, .missing: true
    case .text, .phrase, .truth, .sparkline, .empty: false
    }
  }

  /// The period whose value the cell shows; nil for a change, and for a value without periods.
  var period: Period? {
    if case .period(let period) = source.form { period } else { nil }
  }
}

/// The cells of one expression, one combination of members and one scenario, in the order of their columns.
struct DrawableRow {
  /// The cells, at least one.
  var cells: [DrawableCell]

  /// What is the same in all cells.
  var first: DrawableCell { cells[0] }

  /// The scenario, or the two that are compared.
  var scenario: Phrase {
    ValueColumn(form: .whole, scenario: first.source.scenario, against: first.source.against)
      .heading(showsScenario: true)
  }

  /// Returns the number in the first cell whose column shows `period`.
  func number(at period: Period) -> Double? {
    cells.first { $0.period == period }?.number
  }
}

extension [DrawableCell] {
  /// Returns the cells by expression, members, scenario and unit, in the order in which they stand.
  func byRow() -> [DrawableRow] {
    grouped(by: DrawableKey.init)
  }

  /// Returns the cells with the same key together, in the order in which keys come up.
  func grouped(by key: (DrawableCell) -> some Hashable) -> [DrawableRow] {
    var rows: [DrawableRow] = []
    var places: [AnyHashable: Int] = [:]
    for cell in self {
      let key = AnyHashable(key(cell))
      if let place = places[key] {
        rows[place].cells.append(cell)
      } else {
        places[key] = rows.count
        rows.append(DrawableRow(cells: [cell]))
      }
    }
    return rows
  }
}

/// What tells rows of a picture apart.
private struct DrawableKey: Hashable {
  let row: Int
  let item: Int
  let scenario: ScenarioID
  let against: ScenarioID?
  let isRatio: Bool
  let unit: String

  init(_ cell: DrawableCell) {
    (row, item, unit) = (cell.row, cell.item, cell.unit)
    scenario = cell.source.scenario
    against = cell.source.against?.scenario
    isRatio = cell.source.against?.isRatio ?? false
  }
}

/// Names rows by what differs among them: the expression, the members, the scenario.
struct DrawableNames {
  private let headings: [String]
  private let showsItem: Bool
  private let showsScenario: Bool
  private let dimensions: [Dimension]

  /// Creates names for `rows` of expressions that are headed by `headings`.
  init(_ rows: [DrawableRow], headings: [String]) {
    self.headings = headings
    showsItem = Set(rows.map(\.first.item)).count > 1
    showsScenario = Set(rows.map(\.scenario)).count > 1
    // Where one dimension tells all members apart, as regions do whatever their continents, it alone is named.
    let members = Set(rows.map { row in row.first.members.map(\.name) })
    let all = rows.first?.first.members.map(\.dimension) ?? []
    let only = all.indices.first { place in Set(members.map { $0[place] }).count == members.count }
    dimensions = only.map { [all[$0]] } ?? all
  }

  private func members(_ cell: DrawableCell) -> String {
    cell.members.filter { dimensions.contains($0.dimension) }.map(\.name).joined(separator: " ")
  }

  /// Returns the name of `row` without its scenario; empty where all rows are of one value.
  func subject(_ row: DrawableRow) -> Phrase {
    let members = members(row.first)
    let parts = (showsItem ? [headings[row.first.item]] : []) + (members.isEmpty ? [] : [members])
    return Phrase(same: parts.joined(separator: " "))
  }

  /// Returns the name of the table's row in which `cell` stands: its members, or the expression where it has none.
  func rowName(_ cell: DrawableCell) -> Phrase {
    let members = members(cell)
    return Phrase(same: members.isEmpty ? headings[cell.item] : members)
  }

  /// Returns the name of `row`; the expression's where nothing else tells it.
  func name(_ row: DrawableRow) -> Phrase {
    let subject = subject(row)
    if !showsScenario { return subject.english.isEmpty ? Phrase(same: headings[row.first.item]) : subject }
    return subject.english.isEmpty ? row.scenario : row.scenario.after(subject)
  }
}
