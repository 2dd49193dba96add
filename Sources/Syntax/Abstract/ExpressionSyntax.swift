import Source

/// An expression as written.
package struct ExpressionSyntax: Hashable, Sendable {
  /// What the expression is.
  package let form: Form
  /// Where it stands.
  package let range: SourceRange

  /// Creates an expression.
  package init(_ form: Form, range: SourceRange) {
    self.form = form
    self.range = range
  }

  /// The forms of an expression, a case for each production that makes one.
  package indirect enum Form: Hashable, Sendable {
    /// A number with or without a unit.
    case quantity(QuantitySyntax)
    /// A period that cannot be a number, such as `2023Q1`.
    case period(PeriodSyntax)
    /// A text.
    case text(TextSyntax)
    /// A name.
    case path(PathSyntax)
    /// A function applied to arguments.
    case call(PathSyntax, [ArgumentSyntax])
    /// A value with a selector in brackets.
    case selection(ExpressionSyntax, [SelectorPartSyntax])
    /// `-x`.
    case negative(ExpressionSyntax)
    /// Two values joined by an arithmetic operator, left to right.
    case arithmetic(ExpressionSyntax, ArithmeticOperator, ExpressionSyntax, operatorRange: SourceRange)
    /// `a ?? b`.
    case fallback(ExpressionSyntax, ExpressionSyntax)
    /// `a to b`: a distribution.
    case interval(ExpressionSyntax, ExpressionSyntax)
    /// `a >= b`; a single `=` is read as `==`.
    case comparison(ExpressionSyntax, Comparator, ExpressionSyntax, operatorRange: SourceRange)
    /// `a ≈ b within t`.
    case approximation(ExpressionSyntax, ExpressionSyntax, within: ExpressionSyntax?)
    /// `a in lo..hi`.
    case inRange(ExpressionSyntax, RangeSyntax)
    /// `a in [b, c]`.
    case inList(ExpressionSyntax, [ExpressionSyntax])
    /// `not a`.
    case not(ExpressionSyntax)
    /// `a and b`.
    case and(ExpressionSyntax, ExpressionSyntax)
    /// `a or b`.
    case or(ExpressionSyntax, ExpressionSyntax)
    /// What could not be understood; it has been reported.
    case invalid
  }
}

/// The arithmetic operators.
package enum ArithmeticOperator: String, CaseIterable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
}

/// The comparison operators.
package enum Comparator: String, CaseIterable, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// An argument of a call.
package struct ArgumentSyntax: Hashable, Sendable {
  /// How an argument is written.
  package enum Form: Hashable, Sendable {
    /// `x`.
    case plain(ExpressionSyntax)
    /// `weight: w`, or `5%: 0.3` where the label is no name.
    case labelled(ExpressionSyntax, ExpressionSyntax)
    /// `2015..2022`.
    case range(ExpressionSyntax, ExpressionSyntax)
    /// `x where condition`.
    case filtered(ExpressionSyntax, ExpressionSyntax)
  }

  /// What the argument is.
  package let form: Form
  /// Where it stands.
  package let range: SourceRange

  /// Creates an argument.
  package init(_ form: Form, range: SourceRange) {
    self.form = form
    self.range = range
  }
}

/// `lo..hi`.
package struct RangeSyntax: Hashable, Sendable {
  /// The lower end.
  package let lower: ExpressionSyntax
  /// The upper end.
  package let upper: ExpressionSyntax
  /// Where it stands.
  package let range: SourceRange

  /// Creates a range.
  package init(lower: ExpressionSyntax, upper: ExpressionSyntax, range: SourceRange) {
    self.lower = lower
    self.upper = upper
    self.range = range
  }
}

/// A period or a range of periods.
package struct PeriodSpanSyntax: Hashable, Sendable {
  /// The first period.
  package let first: PeriodSyntax
  /// The last period, where a range is written.
  package let last: PeriodSyntax?
  /// Where it stands.
  package let range: SourceRange

  /// Creates a span.
  package init(first: PeriodSyntax, last: PeriodSyntax?, range: SourceRange) {
    self.first = first
    self.last = last
    self.range = range
  }
}

/// One part of a selector in brackets.
package enum SelectorPartSyntax: Hashable, Sendable {
  /// A period or a range of periods.
  case periods(PeriodSpanSyntax)
  /// A member or a scenario.
  case name(PathSyntax)
  /// A member in quotes.
  case member(MemberSyntax)
}
