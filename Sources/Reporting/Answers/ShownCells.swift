import Evaluation
import Indicators
import Semantics

extension RowGrid {
  /// Returns which cells of `expression` the column at `position` shows, and why it shows no others.
  func shownCells(of expression: CheckedExpression, _ position: Int) -> [ShownCells] {
    let column = columns[position]
    let causes = causes(position) { column.cause(at: $0) }
    let scenarios = [column.column.scenario, column.column.against?.scenario].compactMap { $0 }
    return scenarios.map { ShownCells(expression, $0, over: axes, at: column.column.shownPeriods, causes) }
  }

  /// Returns the cells of the question's condition and, for the last column, of its sorting keys: those of rows that
  /// are shown are used.
  func keyCells(_ question: ValueQuestion, _ position: Int) -> [ShownCells] {
    let column = columns[position].column
    let periods = column.shownPeriods.map { Array($0.prefix(1)) }
    let causes = causes(position) { _ in .used }
    let keys = position == columns.count - 1 ? question.order.map(\.expression) : []
    return [question.filter].compactMap { $0 }.map {
      ShownCells(condition: $0, column.scenario, over: axes, at: periods, causes)
    } + keys.map { ShownCells($0, column.scenario, over: axes, at: periods, causes) }
  }

  /// Returns what becomes of each cell of the column at `position`; `shown` says it of the rows that are shown.
  private func causes(_ position: Int, _ shown: (Int) -> LedgerCause) -> [LedgerCause] {
    let column = columns[position]
    var causes = Array(repeating: LedgerCause.selection, count: column.cube.count)
    for cell in causes.indices where column.isLeftOut[cell] {
      causes[cell] = column.isUnknown[cell] ? .filterUnknown : .filter
    }
    for row in rows where !column.isLeftOut[row] { causes[row] = shown(row) }
    return causes
  }
}

extension RowGrid.GridColumn {
  /// Returns what becomes of a known cell at `row`: a change between two cells needs both.
  fileprivate func cause(at row: Int) -> LedgerCause {
    switch column.form {
    case .whole, .period, .target: if column.against == nil { return .used }
    case .growth, .difference: break
    }
    switch cube.reasons[row] {
    case .known: return .used
    case .undefined, .nonPositiveBase: return .undefined
    case .outsideData, .noSuchCombination: return .alignment
    case .tooLarge: return .limit
    case .notReported, .suppressed, .notApplicable, .unreadable, .gap, .conflict, .coverage, .stated, .circular, .never:
      return .missingOperand
    }
  }
}

extension ValueColumn {
  /// The periods that the column shows; nil for a value that has none.
  var shownPeriods: [Period]? { periods.isEmpty ? nil : periods }
}

extension ValueLayout {
  /// Returns the cells of the periods that no column shows because nothing is known there: they were wanted too.
  func hiddenCells(_ columns: [ValueColumn]) -> [ShownCells] {
    guard question.columns.isEmpty else { return [] }
    let shown = Set(columns.flatMap(\.periods))
    return question.items.flatMap { item in
      question.scenarios.map { ShownCells(item.expression, $0, butAt: shown) }
    }
  }
}
