import Evaluation
import Projection
import Semantics
import Source

/// The most params of one picture.
private let mostParameters = 24

/// Returns the picture of what the params that reach a value do to it; nil where the value itself is missing.
func tornado(_ answer: Sensitivity, _ question: SensitivityQuestion, _ evaluator: Evaluator) -> TornadoChart? {
  guard let base = answer.base.number, base.isFinite else { return nil }
  let rows = answer.rows.prefix(mostParameters).map { row in
    TornadoChart.Row(
      Phrase(same: evaluator.program.parameters[row.parameter].name),
      lowSetting: evaluator.amount(row.places.low, ofParameter: row.parameter),
      highSetting: evaluator.amount(row.places.high, ofParameter: row.parameter), low: row.results.low.number,
      high: row.results.high.number)
  }
  return TornadoChart(base: base, unit: question.item.expression.type.unit.symbol, rows: rows)
}
