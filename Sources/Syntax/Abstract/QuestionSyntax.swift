import Source

/// `show EXPRESSIONS at … by … where … order by … top n under … as … as of …`.
package struct ShowSyntax: Hashable, Sendable {
  /// The expressions, at least one.
  package let expressions: [ExpressionSyntax]
  /// The columns after `at`; empty where there is none.
  package let columns: [ColumnSyntax]
  /// The fields after `by`.
  package let by: [PathSyntax]
  /// The condition after `where`.
  package let filter: ExpressionSyntax?
  /// The expressions after `order by`.
  package let order: [ExpressionSyntax]
  /// How many rows at most.
  package let top: QuantitySyntax?
  /// The scenarios.
  package let scenarios: [PathSyntax]
  /// The form asked for: table, line, bar …
  package let form: NameSyntax?
  /// The date the question is asked as of.
  package let asOf: PeriodSyntax?

  /// Creates a show.
  package init(
    expressions: [ExpressionSyntax], columns: [ColumnSyntax], by: [PathSyntax], filter: ExpressionSyntax?,
    order: [ExpressionSyntax], top: QuantitySyntax?, scenarios: [PathSyntax], form: NameSyntax?, asOf: PeriodSyntax?
  ) {
    self.expressions = expressions
    self.columns = columns
    self.by = by
    self.filter = filter
    self.order = order
    self.top = top
    self.scenarios = scenarios
    self.form = form
    self.asOf = asOf
  }
}

/// One column after `at`.
package struct ColumnSyntax: Hashable, Sendable {
  /// Two things of which a column is the ratio or the difference.
  package enum Joint: Hashable, Sendable {
    case ratio
    case difference
  }

  /// What a column shows.
  package enum Form: Hashable, Sendable {
    /// The value at a period.
    case period(PeriodSyntax)
    /// A column for each period of a range.
    case range(PeriodSyntax, PeriodSyntax)
    /// `2023/2022` or `2023-2022`.
    case change(PeriodSyntax, Joint, PeriodSyntax)
    /// A column of the expression's target, by name.
    case name(NameSyntax)
  }

  /// What the column shows.
  package let form: Form
  /// The scenario in brackets.
  package let scenario: PathSyntax?
  /// The second scenario, and how the two are joined.
  package let against: Against?
  /// Where it stands.
  package let range: SourceRange

  /// The second scenario of a column.
  package struct Against: Hashable, Sendable {
    /// How the two are joined.
    package let joint: Joint
    /// The second scenario.
    package let scenario: PathSyntax

    /// Creates the second half of `[B - A]`.
    package init(joint: Joint, scenario: PathSyntax) {
      self.joint = joint
      self.scenario = scenario
    }
  }

  /// Creates a column.
  package init(form: Form, scenario: PathSyntax?, against: Against?, range: SourceRange) {
    self.form = form
    self.scenario = scenario
    self.against = against
    self.range = range
  }
}

/// `project EXPRESSIONS from … until … by … where … under … as …`.
package struct ProjectSyntax: Hashable, Sendable {
  package let expressions: [ExpressionSyntax]
  package let from: PeriodSyntax?
  package let until: PeriodSyntax?
  package let by: [PathSyntax]
  package let filter: ExpressionSyntax?
  package let scenarios: [PathSyntax]
  package let form: NameSyntax?
  package let asOf: PeriodSyntax?

  /// Creates a projection.
  package init(
    expressions: [ExpressionSyntax], from: PeriodSyntax?, until: PeriodSyntax?, by: [PathSyntax],
    filter: ExpressionSyntax?, scenarios: [PathSyntax], form: NameSyntax?, asOf: PeriodSyntax?
  ) {
    self.expressions = expressions
    self.from = from
    self.until = until
    self.by = by
    self.filter = filter
    self.scenarios = scenarios
    self.form = form
    self.asOf = asOf
  }
}

/// `compare A, B for … at …`.
package struct CompareSyntax: Hashable, Sendable {
  package let scenarios: [PathSyntax]
  package let expressions: [ExpressionSyntax]
  package let at: [PeriodSpanSyntax]

  /// Creates a comparison.
  package init(scenarios: [PathSyntax], expressions: [ExpressionSyntax], at: [PeriodSpanSyntax]) {
    self.scenarios = scenarios
    self.expressions = expressions
    self.at = at
  }
}

/// `solve PARAM in lo..hi so that CONDITION under S`.
package struct SolveSyntax: Hashable, Sendable {
  package let parameters: [PathSyntax]
  package let bounds: RangeSyntax?
  package let condition: ExpressionSyntax
  package let scenario: PathSyntax?

  /// Creates a goal seek.
  package init(parameters: [PathSyntax], bounds: RangeSyntax?, condition: ExpressionSyntax, scenario: PathSyntax?) {
    self.parameters = parameters
    self.bounds = bounds
    self.condition = condition
    self.scenario = scenario
  }
}

/// `sensitivity EXPRESSION over PARAMS by 1pp under S`.
package struct SensitivitySyntax: Hashable, Sendable {
  package let expression: ExpressionSyntax
  package let over: [PathSyntax]
  package let by: ExpressionSyntax?
  package let scenarios: [PathSyntax]
  package let form: NameSyntax?

  /// Creates a sensitivity analysis.
  package init(
    expression: ExpressionSyntax, over: [PathSyntax], by: ExpressionSyntax?, scenarios: [PathSyntax],
    form: NameSyntax?
  ) {
    self.expression = expression
    self.over = over
    self.by = by
    self.scenarios = scenarios
    self.form = form
  }
}

/// `tabulate EXPRESSION for g in 4%..8% step 1%, h in … under S`.
package struct TabulateSyntax: Hashable, Sendable {
  /// One axis of the grid.
  package struct Axis: Hashable, Sendable {
    package let path: PathSyntax
    package let bounds: RangeSyntax
    package let step: ExpressionSyntax?

    /// Creates an axis.
    package init(path: PathSyntax, bounds: RangeSyntax, step: ExpressionSyntax?) {
      self.path = path
      self.bounds = bounds
      self.step = step
    }
  }

  package let expression: ExpressionSyntax
  package let axes: [Axis]
  package let scenario: PathSyntax?

  /// Creates a data table.
  package init(expression: ExpressionSyntax, axes: [Axis], scenario: PathSyntax?) {
    self.expression = expression
    self.axes = axes
    self.scenario = scenario
  }
}

/// `explain EXPRESSION where … under S as of …`.
package struct ExplainSyntax: Hashable, Sendable {
  /// What is explained: a value, or a relation by its name.
  package let expression: ExpressionSyntax
  /// The condition after `where`.
  package let filter: ExpressionSyntax?
  /// The scenario.
  package let scenario: PathSyntax?
  /// The period after whose end nothing observed is seen.
  package let asOf: PeriodSyntax?

  /// Creates a request for a derivation.
  package init(
    expression: ExpressionSyntax, filter: ExpressionSyntax?, scenario: PathSyntax?, asOf: PeriodSyntax?
  ) {
    self.expression = expression
    self.filter = filter
    self.scenario = scenario
    self.asOf = asOf
  }
}

/// `report "title" { text "…" show … }`.
package struct ReportSyntax: Hashable, Sendable {
  /// A part of a report.
  package enum Item: Hashable, Sendable {
    /// Prose.
    case prose(TextSyntax)
    /// A question.
    case question(StatementSyntax)
  }

  package let title: TextSyntax
  package let items: [Item]

  /// Creates a report.
  package init(title: TextSyntax, items: [Item]) {
    self.title = title
    self.items = items
  }
}
