import Indicators
import Semantics

extension Evaluator {
  /// Returns the months since the year 0 at which `scenario` ends: scenarios that are compared, each with the next or by
  /// way of others, end together where the last of them would end by itself.
  func horizon(of scenario: ScenarioID) -> Int {
    var compared: Set<ScenarioID> = []
    var open = [scenario]
    while let next = open.popLast() {
      guard next.isDeclared, compared.insert(next).inserted else { continue }
      for case .compare(let question) in program.questions where question.scenarios.contains(next) {
        open += question.scenarios
      }
    }
    return compared.map { ownHorizon(of: $0) }.max() ?? 0
  }

  /// Returns the latest period that any question asks of `scenario`, else the latest that its assumptions name.
  private func ownHorizon(of scenario: ScenarioID) -> Int {
    var months: [Int] = []
    for question in program.questions where question.scenarios.contains(scenario) {
      months += question.periods.map(\.months)
      if question.showsTargets {
        months += program.targets.map(\.deadline.months)
        months += catalogue.sheets.compactMap { $0.targets.deadlines.map(\.months).max() }
      }
    }
    if months.isEmpty {
      let assumed = program.chain(of: scenario).declared.flatMap(\.assumptions).flatMap(\.courses)
      months = assumed.flatMap(\.periodsNamed).map(\.months)
    }
    // A formula that looks at a period needs it in every scenario.
    let formulas = program.aliases.map(\.formula) + program.aggregates.map(\.formula) + program.rules.map(\.condition)
    months += formulas.flatMap(\.periodsChosen).map(\.months)
    return months.max() ?? 0
  }
}

extension CheckedCourse {
  /// The periods that the stretch names.
  var periodsNamed: [Period] {
    var periods = [first, last].compactMap { $0 }
    if case .reaches(_, by: let period, _) = move { periods.append(period) }
    return periods
  }
}

extension CheckedExpression {
  /// The periods that brackets choose anywhere in the expression.
  var periodsChosen: [Period] {
    var periods: [Period] = []
    var open = [self]
    while let next = open.popLast() {
      if case .selection(_, let selection) = next.form {
        switch selection.periods {
        case .one(let period): periods.append(period)
        case .range(_, let last): periods.append(last)
        case nil: break
        }
      }
      open += next.parts
    }
    return periods
  }
}

extension CheckedQuestion {
  /// The scenarios that the question asks of; none for what is not evaluated.
  package var scenarios: [ScenarioID] {
    var named = scenariosAsked
    if case .values(let question) = self {
      named += question.columns.flatMap { [$0.scenario, $0.against?.scenario].compactMap { $0 } }
    }
    return named + expressions.flatMap(\.scenariosChosen)
  }

  /// The periods that the question names.
  var periods: [Period] {
    var periods = expressions.flatMap(\.periodsChosen)
    switch self {
    case .values(let question):
      for column in question.columns {
        switch column.form {
        case .period(let period): periods.append(period)
        case .growth(let first, let second), .difference(let first, let second): periods += [first, second]
        case .target: break
        }
      }
    case .project(let question): periods += [question.first, question.last].compactMap { $0 }
    case .compare(let question): periods += question.periods
    case .relation, .explainRows, .text, .explain, .solve, .sensitivity, .tabulate: break
    }
    return periods
  }

  /// Whether the question needs values at the deadlines of targets.
  var showsTargets: Bool {
    switch self {
    case .relation(let question), .explainRows(let question):
      question.relation == .targets || question.relation == .conflicts
    case .values(let question): question.columns.contains { if case .target = $0.form { true } else { false } }
    case .text, .explain, .project, .compare, .solve, .sensitivity, .tabulate: false
    }
  }
}
