import Syntax

/// What the program holds of a value before its formula has been checked: it stays so where it cannot be understood.
extension CheckedExpression {
  fileprivate init(openAt name: NameSyntax) { self.init(.invalid, .invalid, name.range) }
}

extension CheckedParameter {
  /// Creates the parameter that is declared as `name`.
  init(declaredAs name: NameSyntax) {
    self.init(name: name.text, value: CheckedExpression(openAt: name), range: name.range)
  }
}

extension CheckedAlias {
  /// Creates the alias that is declared as `name`.
  init(declaredAs name: NameSyntax) {
    self.init(name: name.text, formula: CheckedExpression(openAt: name), range: name.range)
  }
}

extension CheckedAggregate {
  /// Creates the aggregate that is declared as `name`.
  init(declaredAs name: NameSyntax) {
    self.init(name: name.text, formula: CheckedExpression(openAt: name), range: name.range)
  }
}

extension CheckedSet {
  /// Creates the set that is declared as `name`.
  init(declaredAs name: NameSyntax) { self.init(name: name.text, elements: [], range: name.range) }
}
