import Evaluation
import Indicators
import Semantics

/// One cell of an expression, in which scenarios are held against each other.
package struct ComparedCell: Sendable {
  /// The position of the expression among those of the question.
  package let item: Int
  /// The period; nil for an expression without periods.
  package let period: Period?
  /// The member of each other dimension.
  package let members: [Dimension: Label]

  /// The cell as a point of the expression's values.
  var point: [Dimension: Label] {
    period.map { members.merging([.period: .period($0)]) { $1 } } ?? members
  }
}
