import Evaluation
import Indicators
import Semantics
import Source

/// The rows of a table by members: columns over the same axes, and which of their cells are shown in which order.
struct RowGrid {
  /// One column of cells.
  struct GridColumn {
    /// What the column shows.
    let column: ValueColumn
    /// The cells, over the grid's axes.
    let cube: Cube
    /// Whether the filter leaves each cell out.
    fileprivate(set) var isLeftOut: [Bool]
    /// Whether each cell is left out because the condition is unknown there.
    fileprivate(set) var isUnknown: [Bool]

    /// Creates a column that shows every cell of `cube`.
    init(_ column: ValueColumn, _ cube: Cube) {
      self.column = column
      self.cube = cube
      isLeftOut = Array(repeating: false, count: cube.count)
      isUnknown = isLeftOut
    }
  }

  /// The dimensions that make rows; none where each expression is a row of its own.
  let axes: [Axis]
  /// The columns.
  private(set) var columns: [GridColumn]
  /// The rows shown, as offsets into the columns.
  private(set) var rows: [Int]

  /// Creates the grid; with several dimensions, a combination that no column has a cell for is left out.
  init(axes: [Axis], columns: [GridColumn]) {
    self.axes = axes
    self.columns = columns
    let count = axes.reduce(1) { $0 * $1.labels.count }
    rows = (0..<count).filter { row in
      axes.count <= 1 || axes.count == 2 && axes.contains { $0.dimension == .indicator }
        || columns.contains { $0.cube.reasons[row] != .outsideData && $0.cube.reasons[row] != .noSuchCombination }
    }
  }

  /// Returns the labels of the row at `offset`.
  func labels(of offset: Int) -> [Label] {
    Cube(axes: axes, missing: .outsideData).point(at: offset).map(\.label)
  }

  /// Returns whether any row shows a cell of the column at `position`.
  func isShown(_ position: Int) -> Bool {
    rows.contains { !columns[position].isLeftOut[$0] }
  }

  /// Filters, sorts and cuts the rows as `question` asks, and returns what is to be said of it.
  mutating func apply(_ question: ValueQuestion, _ evaluator: inout Evaluator) -> [Phrase] {
    var notes: [Phrase] = []
    if let note = question.filter.flatMap({ keep($0, &evaluator).note }) { notes.append(note) }
    for key in question.order.reversed() { sort(by: key, &evaluator) }
    if let top = question.top, top < rows.count {
      notes.append(Phrase("the first \(top) of \(rows.count) rows", "共 \(rows.count) 行，列出前 \(top) 行"))
      rows = Array(rows.prefix(top))
    }
    return notes
  }

  /// Returns the value of a key or a condition for each row: at the column's period, where it has periods.
  private func spread(
    _ expression: CheckedExpression, _ scenario: ScenarioID, _ column: ValueColumn, _ evaluator: inout Evaluator
  ) -> Value {
    switch evaluator.value(of: expression, in: scenario) {
    case .numbers(let cube):
      var cube = cube
      if cube.axisIndex(of: .period) != nil {
        let period: Period? =
          switch column.form {
          case .period(let period): period
          case .growth(let period, _), .difference(let period, _): period
          case .whole, .target: cube.knownPeriods.max()
          }
        if let period { cube = cube.at(period) }
      }
      return .numbers(cube.overAxes(axes))
    case .texts(let texts):
      if case .period(let period) = column.form { return .texts(texts.at(period).overAxes(axes)) }
      return .texts(texts.overAxes(axes))
    }
  }

  /// Leaves out the cells at which `filter` is not true, and the rows that are left with none; returns how many.
  mutating func keep(_ filter: CheckedExpression, _ evaluator: inout Evaluator) -> FilterTally {
    let known = Set(axes.map(\.dimension) + [.period])
    for column in columns.prefix(1) {
      let varying = evaluator.dimensions(of: filter, in: column.column.scenario).filter { !known.contains($0) }
      if !varying.isEmpty {
        evaluator.report(unseen: varying, at: filter.range)
        return FilterTally()
      }
    }
    let before = rows.count
    var unknown = 0
    var kept = 0
    for position in columns.indices {
      let column = columns[position].column
      guard case .numbers(let verdicts) = spread(filter, column.scenario, column, &evaluator) else { continue }
      kept += rows.count { verdicts[$0] == 1 }
      for row in rows where verdicts[row] != 1 {
        columns[position].isLeftOut[row] = true
        if verdicts.reasons[row] != .known {
          unknown += 1
          columns[position].isUnknown[row] = true
        }
      }
    }
    evaluator.note(filter: filter.range, shownKept: kept, unknown: unknown, of: before * columns.count)
    rows = rows.filter { row in columns.contains { !$0.isLeftOut[row] } }
    let leftOut = columns.indices.filter(isShown).reduce(0) { sum, position in
      sum + rows.count { columns[position].isLeftOut[$0] }
    }
    return FilterTally(rows: axes.isEmpty ? nil : (before, rows.count), leftOut: leftOut, unknown: unknown)
  }

  private mutating func sort(by key: ValueQuestion.Order, _ evaluator: inout Evaluator) {
    guard let column = columns.last?.column else { return }
    let value = spread(key.expression, column.scenario, column, &evaluator)
    rows = rows.enumerated().sorted { first, second in
      precedes(value, first.element, second.element, key.isDescending) ?? (first.offset < second.offset)
    }.map(\.element)
  }
}
