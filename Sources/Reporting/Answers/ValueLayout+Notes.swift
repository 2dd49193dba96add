import Evaluation
import Indicators
import Semantics
import Source
import Units

extension ValueLayout {
  /// Lets the evaluator report what a column compares over different members.
  func compareMembers(_ columns: [ValueColumn], _ evaluator: inout Evaluator) {
    for column in columns {
      guard let (first, second) = column.compared else { continue }
      for item in question.items {
        evaluator.compareMembers(of: item.expression, at: first, against: second, in: column.scenario)
      }
    }
  }
}
