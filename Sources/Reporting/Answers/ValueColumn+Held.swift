import Evaluation
import Indicators
import Semantics

extension ValueColumn {
  /// Returns which of the column's values of `expression` over `axes` are held, so that no assumption reaches them; nil
  /// for a change or a difference, and where the scenario assumes nothing.
  func held(_ expression: CheckedExpression, over axes: [Axis], _ evaluator: inout Evaluator) -> [Bool]? {
    guard against == nil, scenario.isDeclared else { return nil }
    let footings: Footings?
    switch form {
    case .whole: footings = evaluator.footings(of: expression, in: scenario)
    case .period(let period): footings = evaluator.footings(of: expression, in: scenario)?.at(period)
    case .growth, .difference, .target: footings = nil
    }
    guard let own = footings?.overAxes(axes) else { return nil }
    return (0..<axes.reduce(1) { $0 * $1.labels.count }).map { own[$0].isHeld }
  }
}
