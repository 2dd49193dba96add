import Evaluation
import Indicators
import Semantics

extension ValueColumn {
  /// Returns the marks of the column's values of `expression` over `axes`: which are held, so that no assumption reaches
  /// them, and which rest on provisional ones; nil where no value can have any.
  ///
  /// A change or a difference is provisional where either side is, and never held.
  func marks(
    _ expression: CheckedExpression, over axes: [Axis], _ evaluator: inout Evaluator
  ) -> [NumberStyle.Mark?]? {
    let scenarios = [scenario, against?.scenario].compactMap { $0 }
    let sides = scenarios.flatMap { scenario -> [Footings] in
      guard let footings = evaluator.footings(of: expression, in: scenario) else { return [] }
      switch form {
      case .whole: return [footings]
      case .period(let period): return [footings.at(period)]
      case .growth(let first, let second), .difference(let first, let second):
        return [footings.at(first), footings.at(second)]
      case .target: return []
      }
    }.map { $0.overAxes(axes) }
    guard !sides.isEmpty else { return nil }
    let count = axes.reduce(1) { $0 * $1.labels.count }
    if sides.count == 1 { return (0..<count).map { sides[0][$0].mark } }
    return (0..<count).map { cell in sides.contains { $0[cell].contains(.provisional) } ? .provisional : nil }
  }
}

extension Footing {
  /// The sign that a number resting so has in a table.
  var mark: NumberStyle.Mark? {
    isHeld ? .held : contains(.provisional) ? .provisional : nil
  }
}
