import Evaluation
import Indicators
import Reporting
import Semantics
import Source

/// What the scenarios that are used break: rules and targets.
extension CheckedProgram {
  /// Returns a finding for each rule that fails in a scenario that is used.
  func failedRules(_ judged: [RuleResult], _ evaluator: inout Evaluator) -> [Diagnostic] {
    // Where a question shows the rules, their cells stand there.
    let showsRules = questions.contains {
      if case .relation(let shown) = $0 { shown.relation == .rules } else { false }
    }
    return judged.compactMap { result -> Diagnostic? in
      var result = result
      // What fails alike in a scenario that this one rests on has been said of that.
      let (chain, root) = chain(of: result.scenario)
      let bases = Set(chain.map(\.id) + [root]).subtracting([result.scenario])
      for base in judged where base.rule == result.rule && bases.contains(base.scenario) {
        result = result.withoutFailures(of: base)
      }
      guard !result.failed.isEmpty else { return nil }
      let rule = rules[result.rule]
      if rule.severity == .info { return nil }
      let message = evaluator.plainText(rule.message, in: result.scenario)
      let cells = showsRules ? [] : result.failed.prefix(3).map { line($0, result, evaluator) }
      let scenario = result.scenario == .actual ? nil : WordList.scenario.phrase(result.scenario.word)
      let finding = SessionProblem.ruleFailed(
        name: rule.name, message: message, isError: rule.severity == .error, scenario: scenario)
      return finding.diagnostic(at: .script(rule.range)).adding(help: cells)
    }
  }

  /// Returns a finding for each declared scenario that is used and misses targets that rest on its assumptions, but for
  /// those that a question shows.
  func missedTargets(_ evaluator: inout Evaluator) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for scenario in scenariosUsed {
      guard let declared = declared(scenario), !questions.contains(where: { $0.showsTargets(of: scenario) }) else {
        continue
      }
      let name = WordList.scenario.phrase(scenario.word)
      let count = evaluator.targetCount(in: scenario)
      if count == 0 { continue }
      if count > Evaluator.mostTargetsJudgedUnasked {
        findings.append(
          SessionProblem.tooManyTargets(count: count, scenario: name).diagnostic(at: .script(declared.range)))
        continue
      }
      var shown: Set<Int> = []
      for item in questions.flatMap({ $0.itemsWithTargets(of: scenario) }) {
        shown.formUnion(evaluator.rows(ofTargetsOf: item.expression, named: item.heading, in: scenario))
      }
      let missed = evaluator.missedTargets(in: scenario, butAt: shown)
      if missed.assumed.isEmpty { continue }
      let problem = SessionProblem.targetsMissed(count: missed.assumed.count, scenario: name)
      findings.append(problem.diagnostic(at: .script(declared.range)).adding(help: lines(missed)))
    }
    return findings
  }
}

extension CheckedQuestion {
  /// Whether the question shows every target of `scenario`.
  fileprivate func showsTargets(of scenario: ScenarioID) -> Bool {
    switch self {
    case .relation(let question), .explainRows(let question):
      question.relation == .targets && question.filter == nil && question.top == nil
        && question.scenarios.contains(scenario)
    case .values, .text, .explain, .project, .compare, .solve, .sensitivity, .tabulate: false
    }
  }

  /// The expressions whose targets the question shows under `scenario`.
  fileprivate func itemsWithTargets(of scenario: ScenarioID) -> [ValueQuestion.Item] {
    switch self {
    case .project(let question): question.scenarios.contains(scenario) ? question.items : []
    case .values(let question):
      question.scenarios[0] == scenario && question.hasTargetColumns ? question.items : []
    case .relation, .text, .explain, .explainRows, .compare, .solve, .sensitivity, .tabulate: []
    }
  }
}

extension ValueQuestion {
  /// Whether a column shows the expressions' targets.
  fileprivate var hasTargetColumns: Bool {
    columns.contains { if case .target = $0.form { true } else { false } }
  }
}
