import Evaluation
import Indicators
import Semantics
import Source

/// The rows of a table by members: cubes over the same axes, and which of their cells are shown in which order.
struct RowGrid {
  /// The dimensions that make rows.
  let axes: [Axis]
  /// The columns, each over `axes`.
  var cubes: [Cube]
  /// The rows shown, as offsets into the columns.
  private(set) var rows: [Int]

  /// Creates the grid; with several dimensions, a combination that no column has a cell for is left out.
  init(axes: [Axis], cubes: [Cube]) {
    self.axes = axes
    self.cubes = cubes
    let count = axes.reduce(1) { $0 * $1.labels.count }
    rows = (0..<count).filter { row in
      axes.count == 1
        || cubes.contains { $0.reasons[row] != .outsideData && $0.reasons[row] != .noSuchCombination }
    }
  }

  /// Returns the labels of the row at `offset`.
  func labels(of offset: Int) -> [Label] {
    Cube(axes: axes, missing: .outsideData).point(at: offset).map(\.label)
  }

  /// Filters, sorts and cuts the rows as `question` asks, and returns what is to be said of it.
  mutating func apply(
    _ question: ValueQuestion, _ column: ValueColumn?, _ evaluator: inout Evaluator
  ) -> [Phrase] {
    var notes: [Phrase] = []
    if let filter = question.filter {
      let before = rows.count
      let unknown = keep(filter, question.scenarios[0], column, &evaluator)
      var note = Phrase("\(rows.count) of \(before) rows", "\(before) 行中的 \(rows.count) 行")
      if unknown > 0 {
        note = Phrase("\(note.english); for \(unknown) the condition is unknown", "\(note.chinese)；另有 \(unknown) 行条件不明")
      }
      notes.append(note)
    }
    for key in question.order.reversed() { sort(by: key, question.scenarios[0], column, &evaluator) }
    if let top = question.top, top < rows.count {
      notes.append(Phrase("the first \(top) of \(rows.count) rows", "共 \(rows.count) 行，列出前 \(top) 行"))
      rows = Array(rows.prefix(top))
    }
    return notes
  }

  /// Returns the value of a key or a condition for each row: at the column's period, where it has periods.
  private func spread(
    _ expression: CheckedExpression, _ scenario: ScenarioID, _ column: ValueColumn?, _ evaluator: inout Evaluator
  ) -> Value {
    switch evaluator.value(of: expression, in: scenario) {
    case .numbers(let cube):
      var cube = cube
      if cube.axisIndex(of: .period) != nil {
        let period: Period? =
          switch column?.form {
          case .period(let period): period
          case .growth(let period, _), .difference(let period, _): period
          case .whole, .target, nil: cube.knownPeriods.max()
          }
        if let period { cube = cube.at(period) }
      }
      return .numbers(cube.overAxes(axes))
    case .texts(let texts): return .texts(texts.overAxes(axes))
    }
  }

  private mutating func keep(
    _ filter: CheckedExpression, _ scenario: ScenarioID, _ column: ValueColumn?, _ evaluator: inout Evaluator
  ) -> Int {
    guard case .numbers(let cube) = spread(filter, scenario, column, &evaluator) else { return 0 }
    let unknown = rows.count { cube.reasons[$0] != .known }
    rows = rows.filter { cube[$0].map { $0 != 0 } ?? false }
    return unknown
  }

  private mutating func sort(
    by key: ValueQuestion.Order, _ scenario: ScenarioID, _ column: ValueColumn?, _ evaluator: inout Evaluator
  ) {
    let value = spread(key.expression, scenario, column, &evaluator)
    rows = rows.enumerated().sorted { first, second in
      precedes(value, first.element, second.element, key.isDescending) ?? (first.offset < second.offset)
    }.map(\.element)
  }
}
