import Evaluation
import Semantics

extension ValueLayout {
  /// Returns the words of an expression that gives text, at the column's period.
  func texts(
    _ item: ValueQuestion.Item, _ column: ValueColumn, _ evaluator: inout Evaluator
  ) -> TextCube? {
    guard case .texts(let texts) = evaluator.value(of: item.expression, in: column.scenario) else { return nil }
    guard case .period(let period) = column.form else { return texts }
    return texts.at(period)
  }
}

extension CheckedExpression {
  /// Whether the expression gives text.
  var isText: Bool {
    if case .text = type.shape { true } else { false }
  }
}
