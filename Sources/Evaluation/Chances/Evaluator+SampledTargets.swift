import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Returns what becomes of every target in each sample of `scenario`; nil for a target that nothing uncertain reaches,
  /// or that no value can meet.
  mutating func sampledTargets(in scenario: ScenarioID) -> [[SampledVerdict]?] {
    if let known = sampledTargets[scenario] { return known }
    let rows = targetRows(in: scenario)
    var verdicts: [[SampledVerdict]?] = Array(repeating: nil, count: rows.count)
    for (subject, positions) in sampledSubjects(of: rows) {
      let targets = positions.compactMap { position in
        sampledTarget(rows[position], subject, in: scenario).map { (position: position, target: $0) }
      }
      let evaluator = self
      let isSampled = sample(subject, in: scenario) { cube, block in
        var values = SampledValues(cube, count: block.count)
        for (position, target) in targets {
          let own = target.verdicts(&values, block, at: target.row.deadline, evaluator)
          verdicts[position] = (verdicts[position] ?? []) + own
        }
      }
      if isSampled { continue }
      // The number asked may be uncertain where the value is not.
      for (position, target) in targets where target.demands != nil {
        let block = 0..<sampling.count
        var certain = SampledValues(cube(subject, Surroundings(scenario: scenario)), count: block.count)
        verdicts[position] = target.verdicts(&certain, block, at: target.row.deadline, self)
      }
    }
    sampledTargets[scenario] = verdicts
    return verdicts
  }

  /// Returns what the targets at the positions of each group judge, for every member.
  private func sampledSubjects(of rows: [TargetRow]) -> [(subject: CheckedExpression, rows: [Int])] {
    var groups: [(subject: CheckedExpression, rows: [Int])] = []
    var places: [SubjectKey: Int] = [:]
    for (position, row) in rows.enumerated() where row.isJudgedByValues {
      let subject = subject(of: row).everyMember
      let key = SubjectKey(subject)
      if let place = places[key] {
        groups[place].rows.append(position)
      } else {
        places[key] = groups.count
        groups.append((subject, [position]))
      }
    }
    return groups
  }

  /// Returns `row` as it is judged in each sample by the values of `subject`; nil where their units do not convert.
  mutating func sampledTarget(
    _ row: TargetRow, _ subject: CheckedExpression, in scenario: ScenarioID
  ) -> SampledTarget? {
    guard let step = subject.type.unit.factor(to: row.unit) else { return nil }
    let kind = row.indicator.flatMap { self.kind(of: program.indicators[$0]) } ?? subject.knownKind
    return SampledTarget(
      row: row, point: point(of: row), kind: kind, step: step, demands: sampledDemands(of: row, in: scenario))
  }

  /// Returns what a script's target asks in each sample; nil where that is certain.
  private mutating func sampledDemands(of row: TargetRow, in scenario: ScenarioID) -> [[Demand]]? {
    guard case .script(let range) = row.site, let target = program.targets.first(where: { $0.range == range }) else {
      return nil
    }
    let point = point(of: row)
    let deadline = row.deadline
    var amounts: [SourceRange: [Double]] = [:]
    for amount in target.conditions.flatMap(\.amounts) where !amount.definitionsNeeded.isEmpty {
      var numbers: [Double] = []
      let isSampled = sample(amount, in: scenario) { cube, block in
        let lane = SampledLane(cube, at: point)
        numbers += block.indices.map { index in
          lane?.value(of: deadline, sample: index - block.lowerBound, kind: nil) ?? .nan
        }
      }
      if isSampled { amounts[amount.range] = numbers }
    }
    if amounts.isEmpty { return nil }
    let better = row.indicator.flatMap { program.indicators[$0].better }
    return (0..<sampling.count).map { sample in
      target.conditions.map { condition in
        let resolved = condition.resolved { amount in
          amounts[amount.range]?[sample] ?? number(amount, at: point, deadline, scenario)
        }
        return Demand(resolved, baseline: row.baseline, indicator: better)
      }
    }
  }
}

/// What tells the subjects of targets apart.
private struct SubjectKey: Hashable {
  private let definition: Definition?
  private let range: SourceRange?

  init(_ subject: CheckedExpression) {
    if case .definition(let definition) = subject.form {
      self.definition = definition
      range = nil
    } else {
      definition = nil
      range = subject.range
    }
  }
}
