import Source

/// `target SUBJECT CONDITION and … by … owner …`.
///
/// What many targets leave out is kept in a box, so that a target without it is short.
package struct TargetSyntax: Hashable, Sendable {
  /// What is judged.
  package let subject: ExpressionSyntax
  /// What is asked of it; all must hold.
  package let conditions: [TargetConditionSyntax]
  /// The deadline.
  package let deadline: PeriodSyntax?
  /// The weight.
  package let weight: QuantitySyntax?
  private let details: Details?

  /// The clauses that many targets leave out.
  private struct Clauses: Hashable {
    var baseline: PeriodSyntax?
    var owners: [MemberSyntax] = []
    var attribute: MemberSyntax?
    var group: MemberSyntax?
    var because: TextSyntax?
    var source: TextSyntax?
  }

  private indirect enum Details: Hashable {
    case clauses(Clauses)
  }

  private var clauses: Clauses? {
    switch details {
    case .clauses(let clauses): clauses
    case nil: nil
    }
  }

  /// The baseline's period.
  package var baseline: PeriodSyntax? { clauses?.baseline }
  /// The responsible units, the lead first.
  package var owners: [MemberSyntax] { clauses?.owners ?? [] }
  /// The attribute.
  package var attribute: MemberSyntax? { clauses?.attribute }
  /// The group.
  package var group: MemberSyntax? { clauses?.group }
  /// The text after `because`.
  package var because: TextSyntax? { clauses?.because }
  /// The text after `source`.
  package var source: TextSyntax? { clauses?.source }
  /// Whether the target says who answers for it or where it belongs.
  package var isAttributed: Bool {
    guard let clauses else { return false }
    return !clauses.owners.isEmpty || clauses.attribute != nil || clauses.group != nil
  }

  /// Creates a target.
  package init(
    subject: ExpressionSyntax, conditions: [TargetConditionSyntax], deadline: PeriodSyntax?, baseline: PeriodSyntax?,
    owners: [MemberSyntax], attribute: MemberSyntax?, group: MemberSyntax?, weight: QuantitySyntax?,
    because: TextSyntax?, source: TextSyntax?
  ) {
    self.subject = subject
    self.conditions = conditions
    self.deadline = deadline
    self.weight = weight
    let isPlain =
      baseline == nil && owners.isEmpty && attribute == nil && group == nil && because == nil && source == nil
    details =
      isPlain
      ? nil
      : .clauses(
        Clauses(
          baseline: baseline, owners: owners, attribute: attribute, group: group, because: because, source: source))
  }
}

/// One condition of a target.
package struct TargetConditionSyntax: Hashable, Sendable {
  /// The kinds of condition; what is long is kept in a box.
  package enum Form: Hashable, Sendable {
    case comparison(Comparator, ExpressionSyntax)
    indirect case inRange(RangeSyntax)
    case grows(ExpressionSyntax)
    case shrinks(ExpressionSyntax)
    case adds(ExpressionSyntax)
    case holds(ExpressionSyntax)
    case rises
    case falls
    case assigned
    indirect case ranks(within: QuantitySyntax, of: MemberSyntax)
    indirect case milestone(TextSyntax)
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
