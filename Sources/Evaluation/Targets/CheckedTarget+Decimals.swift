import Semantics

extension CheckedTarget {
  /// The digits after the decimal point of the number asked, as written.
  var decimals: Int {
    conditions.compactMap { condition -> Int? in
      switch condition {
      case .comparison(_, let amount), .adds(let amount), .holds(let amount), .inRange(let amount, _):
        amount.writtenDecimals
      case .grows, .shrinks, .rises, .falls, .assigned, .ranks, .milestone: nil
      }
    }.max() ?? 0
  }
}

extension CheckedExpression {
  /// The digits after the decimal point of a literal.
  fileprivate var writtenDecimals: Int? {
    switch form {
    case .number(_, let decimals): Int(decimals)
    case .negative(let inner), .converted(let inner, _): inner.writtenDecimals
    default: nil
    }
  }
}
