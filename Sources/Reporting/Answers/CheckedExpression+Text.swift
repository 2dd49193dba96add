import Semantics

extension CheckedExpression {
  /// Whether the expression gives text.
  var isText: Bool {
    if case .text = type.shape { true } else { false }
  }
}
