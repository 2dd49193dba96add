import Semantics

extension CheckedCondition {
  /// The numbers that the condition asks for, as expressions.
  var amounts: [CheckedExpression] {
    switch self {
    case .comparison(_, let amount), .grows(let amount), .shrinks(let amount), .adds(let amount), .holds(let amount):
      [amount]
    case .inRange(let lower, let upper): [lower, upper]
    case .rises, .falls, .assigned, .ranks, .milestone: []
    }
  }
}
