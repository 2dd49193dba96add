import Source

/// A statement as written.
package struct StatementSyntax: Hashable, Sendable {
  /// What the statement is.
  package let form: Form
  /// Where it stands, from its keyword to its last token.
  package let range: SourceRange
  /// The `##` lines before it, joined by line breaks, without their marks.
  package let documentation: String?

  /// Creates a statement.
  package init(_ form: Form, range: SourceRange, documentation: String?) {
    self.form = form
    self.range = range
    self.documentation = documentation
  }

  /// The statements, a case for each production.
  ///
  /// Each is kept in a box, so that a list of statements is short and cheap to copy.
  package indirect enum Form: Hashable, Sendable {
    case use(UseSyntax)
    case importing(ImportSyntax)
    case unit(UnitDeclarationSyntax)
    case parameter(ParameterSyntax)
    case indicator(IndicatorSyntax)
    case alias(AliasSyntax)
    case aggregate(AggregateSyntax)
    case target(TargetSyntax)
    case same(SameSyntax)
    case hierarchy(HierarchySyntax)
    case set(SetSyntax)
    case scenario(ScenarioSyntax)
    case rule(RuleSyntax)
    case correlate(CorrelateSyntax)
    case show(ShowSyntax)
    case project(ProjectSyntax)
    case compare(CompareSyntax)
    case solve(SolveSyntax)
    case sensitivity(SensitivitySyntax)
    case tabulate(TabulateSyntax)
    case explain(ExplainSyntax)
    case report(ReportSyntax)
    /// A bare expression, which only a prompt accepts.
    case expression(ExpressionSyntax)
  }
}
