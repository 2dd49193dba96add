import Source

/// `scenario NAME from BASE { … }`.
package struct ScenarioSyntax: Hashable, Sendable {
  /// One line of a scenario.
  package enum Item: Hashable, Sendable {
    case assumption(AssumptionSyntax)
    case correlate(CorrelateSyntax)
    /// What no assumption covers is held, or missing.
    case otherwise(holds: Bool, SourceRange)
  }

  /// The name.
  package let name: NameSyntax
  /// The base.
  package let base: PathSyntax?
  /// The period in brackets behind the base, as in `from plan[2023]`.
  package let basePeriod: PeriodSpanSyntax?
  /// How many samples are asked for, with the word for them as its unit.
  package let samples: QuantitySyntax?
  /// The lines, in order.
  package let items: [Item]

  /// Creates a scenario.
  package init(
    name: NameSyntax, base: PathSyntax?, basePeriod: PeriodSpanSyntax?, samples: QuantitySyntax? = nil, items: [Item]
  ) {
    self.name = name
    self.base = base
    self.basePeriod = basePeriod
    self.samples = samples
    self.items = items
  }
}

/// `x[region] grows 6% per year until 2025, then 5% because "…"`.
package struct AssumptionSyntax: Hashable, Sendable {
  /// The indicator.
  package let subject: PathSyntax
  /// The selector in brackets; empty where there is none.
  package let selector: [SelectorPartSyntax]
  /// The courses, the first and those after `then`.
  package let courses: [CourseSyntax]
  /// The texts after `because`.
  package let reasons: [TextSyntax]
  /// The texts after `source`.
  package let sources: [TextSyntax]
  /// Where it stands.
  package let range: SourceRange

  /// Creates an assumption.
  package init(
    subject: PathSyntax, selector: [SelectorPartSyntax], courses: [CourseSyntax], reasons: [TextSyntax],
    sources: [TextSyntax], range: SourceRange
  ) {
    self.subject = subject
    self.selector = selector
    self.courses = courses
    self.reasons = reasons
    self.sources = sources
    self.range = range
  }
}

/// One stretch of an assumption.
package struct CourseSyntax: Hashable, Sendable {
  /// A number, with the time it is for.
  package struct Rate: Hashable, Sendable {
    /// The time a rate is for.
    package enum Per: Hashable, Sendable {
      case year
      case quarter
      case month
    }

    /// The number or distribution.
    package let amount: ExpressionSyntax
    /// The time, where one is written.
    package let per: Per?

    /// Creates a rate.
    package init(amount: ExpressionSyntax, per: Per?) {
      self.amount = amount
      self.per = per
    }
  }

  /// How an assumption moves its subject.
  package enum Move: Hashable, Sendable {
    case grows(Rate)
    case shrinks(Rate)
    case rises(Rate)
    case falls(Rate)
    case reaches(ExpressionSyntax, by: PeriodSyntax, along: NameSyntax?)
    case follows(ExpressionSyntax)
    case holds
    case pins(ExpressionSyntax)
    case adds(ExpressionSyntax)
    case multiplies(ExpressionSyntax)
    /// `then 5%`: the verb before it with another rate.
    case continues(Rate)
  }

  /// The movement.
  package let move: Move
  /// The periods after `at`.
  package let at: PeriodSpanSyntax?
  /// The first period.
  package let from: PeriodSyntax?
  /// The last period.
  package let until: PeriodSyntax?
  /// The upper bound.
  package let upTo: ExpressionSyntax?
  /// The lower bound.
  package let downTo: ExpressionSyntax?
  /// Where it stands.
  package let range: SourceRange

  /// Creates a course.
  package init(
    move: Move, at: PeriodSpanSyntax?, from: PeriodSyntax?, until: PeriodSyntax?, upTo: ExpressionSyntax?,
    downTo: ExpressionSyntax?, range: SourceRange
  ) {
    self.move = move
    self.at = at
    self.from = from
    self.until = until
    self.upTo = upTo
    self.downTo = downTo
    self.range = range
  }
}
