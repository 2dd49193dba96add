import Source

/// `target SUBJECT CONDITION and … by … owner …`.
package struct TargetSyntax: Hashable, Sendable {
  /// What is judged.
  package let subject: ExpressionSyntax
  /// What is asked of it; all must hold.
  package let conditions: [TargetConditionSyntax]
  /// The deadline.
  package let deadline: PeriodSyntax?
  /// The baseline's period.
  package let baseline: PeriodSyntax?
  /// The responsible units, the lead first.
  package let owners: [MemberSyntax]
  /// The attribute.
  package let attribute: MemberSyntax?
  /// The group.
  package let group: MemberSyntax?
  /// The weight.
  package let weight: QuantitySyntax?
  /// The text after `because`.
  package let because: TextSyntax?
  /// The text after `source`.
  package let source: TextSyntax?

  /// Creates a target.
  package init(
    subject: ExpressionSyntax, conditions: [TargetConditionSyntax], deadline: PeriodSyntax?, baseline: PeriodSyntax?,
    owners: [MemberSyntax], attribute: MemberSyntax?, group: MemberSyntax?, weight: QuantitySyntax?,
    because: TextSyntax?, source: TextSyntax?
  ) {
    self.subject = subject
    self.conditions = conditions
    self.deadline = deadline
    self.baseline = baseline
    self.owners = owners
    self.attribute = attribute
    self.group = group
    self.weight = weight
    self.because = because
    self.source = source
  }
}

/// One condition of a target.
package struct TargetConditionSyntax: Hashable, Sendable {
  /// The kinds of condition.
  package enum Form: Hashable, Sendable {
    case comparison(Comparator, ExpressionSyntax)
    case inRange(RangeSyntax)
    case grows(ExpressionSyntax)
    case shrinks(ExpressionSyntax)
    case adds(ExpressionSyntax)
    case holds(ExpressionSyntax)
    case rises
    case falls
    case assigned
    case ranks(within: QuantitySyntax, of: MemberSyntax)
    case milestone(TextSyntax)
  }

  /// What is asked.
  package let form: Form
  /// Where it stands.
  package let range: SourceRange

  /// Creates a condition.
  package init(_ form: Form, range: SourceRange) {
    self.form = form
    self.range = range
  }
}
