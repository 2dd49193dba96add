import Syntax

extension Checker {
  /// Returns the numerator and denominator of the division that `syntax` is, or that the alias it names is, with factors
  /// of the script left out; nil where it is none.
  mutating func quotient(of syntax: ExpressionSyntax) -> KindProblem.Quotient? {
    guard let (numerator, denominator) = division(in: syntax, steps: 8) else { return nil }
    return KindProblem.Quotient(numerator: heading(numerator), denominator: heading(denominator))
  }

  private mutating func division(
    in syntax: ExpressionSyntax, steps: Int
  ) -> (numerator: ExpressionSyntax, denominator: ExpressionSyntax)? {
    guard steps > 0 else { return nil }
    switch syntax.form {
    case .arithmetic(let left, .divide, let right, _) where !left.isQuantity && !right.isQuantity:
      // What is divided by an aggregate has no denominator of its own.
      return left.isAggregateCall || right.isAggregateCall ? nil : (left, right)
    case .arithmetic(let left, .multiply, let right, _):
      if right.isQuantity { return division(in: left, steps: steps - 1) }
      return left.isQuantity ? division(in: right, steps: steps - 1) : nil
    case .arithmetic(let left, .divide, let right, _) where right.isQuantity:
      return division(in: left, steps: steps - 1)
    case .path(let path):
      guard case .definition(let definition) = lookUp(path), case .alias = definition,
        let position = formulaPositions[definition],
        case .alias(let alias) = statement(of: formulas[Int(position)]).form
      else { return nil }
      return division(in: alias.formula, steps: steps - 1)
    default: return nil
    }
  }
}

extension ExpressionSyntax {
  fileprivate var isQuantity: Bool { if case .quantity = form { true } else { false } }

  fileprivate var isAggregateCall: Bool {
    guard case .call(let function, let arguments) = form else { return false }
    if case .aggregate? = Builtin.named(function.text, argumentCount: arguments.count)?.kind { return true }
    return false
  }
}
