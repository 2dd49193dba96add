import Indicators
import Semantics
import Source

/// What became of the rows of one indicator of one sheet in one statement.
package struct LedgerEntry: Sendable {
  /// The statement: a question's headings, a rule's name, a target.
  package let statement: String
  /// Where it is written, as `file:line`.
  package let place: String
  /// The indicator.
  package let indicator: String
  /// The sheet.
  package let sheet: String
  /// How many rows the sheet has of the indicator.
  package var input = 0
  /// How many of them reached a known cell of the result.
  package var used = 0
  /// How many were lost for each cause.
  package var lost: [LedgerCause: Int] = [:]

  /// Counts a row.
  mutating func count(_ cause: LedgerCause) {
    input += 1
    if cause == .used { used += 1 } else { lost[cause, default: 0] += 1 }
  }
}

/// Cells of an expression that a statement shows or judges, or does not and why.
package struct ShownCells: Sendable {
  /// The expression.
  package let expression: CheckedExpression
  /// The scenario.
  package let scenario: ScenarioID
  /// The axes of the cells, without the period.
  package let axes: [Axis]
  /// The periods; nil for all.
  package let periods: [Period]?
  /// The periods whose cells are none of these.
  private var others: Set<Period> = []
  /// Whether a cell that is false is lost to the filter.
  private var isCondition = false
  /// What became of each cell.
  package let causes: [LedgerCause]

  /// Creates cells over `axes`.
  package init(
    _ expression: CheckedExpression, _ scenario: ScenarioID, over axes: [Axis] = [], at periods: [Period]? = nil,
    _ causes: [LedgerCause] = [.used]
  ) {
    self.expression = expression
    self.scenario = scenario
    self.axes = axes
    self.periods = periods
    self.causes = causes
  }

  /// Creates the cells of all periods but `others`.
  package init(_ expression: CheckedExpression, _ scenario: ScenarioID, butAt others: Set<Period>) {
    self.init(expression, scenario)
    self.others = others
  }

  /// Creates the cells of a condition: one that is false reaches no result, and is lost with what it drops.
  package init(
    condition: CheckedExpression, _ scenario: ScenarioID, over axes: [Axis] = [], at periods: [Period]? = nil,
    _ causes: [LedgerCause] = [.used]
  ) {
    self.init(condition, scenario, over: axes, at: periods, causes)
    isCondition = true
  }

  /// Returns what became of the cells of `cube`, the expression's value.
  func fates(_ cube: Cube) -> Fates {
    var fates = Fates(.selection, count: cube.count)
    let whole = Alignment.axes(cube.axes, axes)
    let own = Alignment.positions(of: cube.axes, in: whole)
    let shown = Alignment.positions(of: axes, in: whole)
    let wanted = periods.map { Set($0) }
    for cell in own.indices where own[cell] >= 0 && shown[cell] >= 0 {
      let offset = Int(own[cell])
      if let period = cube.period(at: offset) {
        if let wanted, !wanted.contains(period) { continue }
        if others.contains(period) { continue }
      }
      var cause = causes[Int(shown[cell])]
      // A cell that is missing itself was wanted, and its parts are lost by their own causes.
      if cube.reasons[offset] != .known, cause < .filterUnknown { cause = .used }
      if isCondition, cube[offset] == 0 { cause = .filter }
      if isCondition, cube.reasons[offset] != .known { cause = .used }
      fates.improve(offset, cause)
    }
    return fates
  }
}
