import Source
import Syntax

extension Checker {
  /// Returns how the distributions of `definition` are drawn, or nil after reporting that it has none or several at once.
  ///
  /// Those count that hold in `scenario`, in one that it rests on, or in one that rests on it; in any where it is nil.
  mutating func drawing(
    of definition: Definition, _ path: PathSyntax, in scenario: ScenarioID?, _ mayBeCertain: Bool
  ) -> TieProblem.Drawing? {
    var drawings: [TieProblem.Drawing] = []
    var isSeveral = false
    var isParameter = false
    if case .parameter(let position) = definition {
      let parameter = program.parameters[position]
      // A value that comes from outside stands in place of the distribution.
      if parameter.isSet { return .once }
      isParameter = true
      let count = parameter.value.distributionCount
      if count > 0 { drawings.append(.once) }
      if count > 1 { isSeveral = true }
    }
    var (hasPath, hasShift) = (false, false)
    for assumption in assumptions(concerning: scenario) where assumption.subject == definition {
      let uncertain = assumption.courses.filter { $0.distributionCount > 0 }
      if uncertain.contains(where: { $0.distributionCount > 1 }) { isSeveral = true }
      // A rate is drawn for periods, of which stretches have none in common.
      if uncertain.count > 1, uncertain.contains(where: { !$0.isRate }) { isSeveral = true }
      for course in uncertain {
        drawings.append(isParameter ? .once : course.isRate ? .eachPeriod : .eachMember)
        if course.isShift { hasShift = true } else { hasPath = true }
      }
    }
    guard let first = drawings.first else {
      if mayBeCertain { report(.tie(.certain(path.text)), at: path.range) }
      return nil
    }
    if isSeveral || hasPath && hasShift || drawings.contains(where: { $0 != first }) {
      report(.tie(.several(path.text)), at: path.range)
      return nil
    }
    return first
  }

  /// Whether an assumption was not understood, which has been said; it may hold what is looked for.
  var hasFaultyScenario: Bool {
    statements.scenarios.contains { statement in
      diagnostics.contains { finding in
        guard finding.severity == .error, case .script(let range) = finding.site else { return false }
        return statement.range.contains(range)
      }
    }
  }

  private func assumptions(concerning scenario: ScenarioID?) -> [CheckedAssumption] {
    guard let scenario else { return program.scenarios.flatMap(\.assumptions) }
    let below = program.chain(of: scenario).declared.map(\.id)
    return program.scenarios.filter { own in
      below.contains(own.id) || program.chain(of: own.id).declared.contains { $0.id == scenario }
    }.flatMap(\.assumptions)
  }
}

extension CheckedCourse {
  /// How many distributions the stretch holds.
  fileprivate var distributionCount: Int { expressions.reduce(0) { $0 + $1.distributionCount } }
}

extension CheckedExpression {
  /// How many distributions the expression holds.
  fileprivate var distributionCount: Int {
    let own = if case .distribution = form { 1 } else { 0 }
    return parts.reduce(own) { $0 + $1.distributionCount }
  }
}
