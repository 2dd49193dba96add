import Indicators
import Source
import Syntax

extension Checker {
  /// Checks a question of the form `project`.
  mutating func check(_ syntax: ProjectSyntax, at range: SourceRange) {
    let items = syntax.expressions.map {
      ValueQuestion.Item(expression: expression($0, .values), heading: heading($0))
    }
    var isSound = true
    for item in items {
      switch item.expression.type.shape {
      case .number, .flexible, .several, .truth: break
      case .invalid: isSound = false
      case .text, .period, .mixed:
        report(.expected(.number), at: item.expression.range)
        isSound = false
      }
    }
    let first = syntax.from.map(Period.init)
    let last = syntax.until.map(Period.init)
    if let first, let last, let written = syntax.until, last.ends(before: first) {
      report(.projectionEndsBeforeItBegins, at: written.range)
      isSound = false
    }
    // Quarters may be bounded by years, but no year ends within itself.
    let frequencies = items.compactMap(\.expression.type.frequency)
    for written in [syntax.from, syntax.until].compactMap({ $0 }) {
      let bound = Period(written).frequency
      if let own = frequencies.first(where: { $0.perYear < bound.perYear }) {
        report(.mixedFrequency(own, bound), at: written.range)
        isSound = false
      }
    }
    let by = syntax.by.compactMap { dimension($0) }
    let filter = syntax.filter.map { condition($0, .values) }
    let scenarios = scenarios(syntax.scenarios)
    guard isSound, filter?.isInvalid != true, !scenarios.isEmpty else { return }
    program.questions.append(
      .project(
        ProjectQuestion(
          items: items, first: first, last: last, by: by, filter: filter, scenarios: scenarios,
          form: form(syntax.form, among: AnswerForm.ofProjections), asOf: syntax.asOf.map(Period.init), range: range)))
  }
}

extension Period {
  /// Whether the period ends before `other` begins.
  fileprivate func ends(before other: Period) -> Bool {
    (Int(ordinal) + 1) * other.frequency.perYear <= Int(other.ordinal) * frequency.perYear
  }
}
