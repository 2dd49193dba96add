import Source
import Syntax

extension Checker {
  /// Reports a comparison whose sides are written alike.
  mutating func lintSides(_ left: ExpressionSyntax, _ right: ExpressionSyntax, _ range: SourceRange) {
    func squeezed(_ syntax: ExpressionSyntax) -> String { text(syntax.range).filter { !$0.isWhitespace } }
    let first = squeezed(left)
    if !first.isEmpty, first == squeezed(right) { lint(.sameOnBothSides, at: range) }
  }

  /// Reports a rule whose verdict no data can change.
  mutating func lintConstant(_ condition: CheckedExpression, names: [NameReference]) {
    let restsOnData = names.contains { reference in
      switch lookUp(reference.path) {
      case .definition(.parameter), .truth, .missing: false
      case .definition, .dimension, nil: true
      }
    }
    if !restsOnData { lint(.constantCondition, at: condition.range) }
  }
}
