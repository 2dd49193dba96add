import Evaluation
import Indicators
import Semantics

/// A number of a table, or why there is none.
package struct GridCell: Sendable {
  /// The number.
  package let number: Double?
  /// Why there is none; `.known` where there is one.
  package let reason: MissingReason
}

extension TabulateQuestion {
  /// Returns the value for each choice of the params: a row for each value of the first axis, a column for each of the
  /// second; nil where it is no single value, or where the user ends it, which is reported.
  package func answer(_ evaluator: inout Evaluator) -> [[GridCell]]? {
    guard evaluator.singleCell(of: item.expression, in: scenario) != nil else {
      evaluator.report(severalCellsOf: item.expression, in: scenario)
      return nil
    }
    let moved = MovedParameters(
      evaluator, moving: axes.map(\.parameter), from: axes.map { $0.values.first ?? 0 }, of: [item.expression],
      in: scenario)
    let columns = axes.count > 1 ? axes[1].values.map { [$0] } : [[]]
    var samplesWhenEnded: Int?
    let cells = axes[0].values.map { row in
      columns.map { column in
        var trial = moved.evaluator(at: [row] + column)
        let cell = trial.singleCell(of: item.expression, in: scenario)
        samplesWhenEnded = samplesWhenEnded ?? moved.samplesIfEnded(trial)
        return GridCell(number: cell?.number, reason: cell?.reason ?? .undefined)
      }
    }
    if let samplesWhenEnded {
      evaluator.report(trialsEndedAt: samplesWhenEnded)
      return nil
    }
    return cells
  }
}
