import Indicators
import Semantics
import Source
import Units

/// A rule as judged in one scenario.
package struct RuleResult: Sendable {
  /// A cell in which the rule fails or cannot be judged.
  package struct Cell: Sendable {
    /// The labels of the cell.
    package let point: [(dimension: Dimension, text: String)]
    /// The labels as they are stored.
    let labels: [(dimension: Dimension, label: Label)]
    /// The two sides of the comparison, where the rule is one; nil where a side is missing.
    package let sides: (left: Double?, right: Double?)?
    /// The cells and targets that a failing cell rests on, as `file:line`; the first few.
    package let places: [String]
    /// Why the rule cannot be judged; `.known` where it fails.
    package let reason: MissingReason
    /// What the verdict rests on.
    package let footing: Footing
  }

  /// The position of the rule in the program.
  package let rule: Int
  /// The scenario.
  package let scenario: ScenarioID
  /// How many cells pass.
  package let passed: Int
  /// The cells that fail.
  package let failed: [Cell]
  /// The cells that cannot be judged.
  package let unknown: [Cell]

  /// `pass`, `fail` or `unknown`, as a relation stores it.
  package var status: String {
    !failed.isEmpty ? "fail" : !unknown.isEmpty || passed == 0 ? "unknown" : "pass"
  }
}

extension Evaluator {
  /// Returns every rule as judged in the scenarios it names, or in `scenarios` where it names none.
  package mutating func ruleResults(in scenarios: [ScenarioID]) -> [RuleResult] {
    program.rules.indices.flatMap { position -> [RuleResult] in
      let named = program.rules[position].scenarios
      return (named.isEmpty ? scenarios : named).map { result(of: position, in: $0) }
    }
  }

  private mutating func result(of position: Int, in scenario: ScenarioID) -> RuleResult {
    let rule = program.rules[position]
    let surroundings = Surroundings(scenario: scenario)
    var verdicts = cube(rule.condition, surroundings)
    let filter = rule.filter.map { cube($0, surroundings) }
    if let filter { verdicts = verdicts.spread(over: Alignment.axes(verdicts.axes, filter.axes)) }
    let chosen = filter?.spread(over: verdicts.axes)
    let sides = rule.condition.sides.map { (cube($0, surroundings), cube($1, surroundings)) }
    if let chosen, let place = rule.filter?.range {
      let frame = chosen.reasons.indices.filter { verdicts.reasons[$0] != .noSuchCombination }
      let kept = frame.count { chosen.reasons[$0] == .known && chosen.values[$0] != 0 }
      let unknown = frame.count { chosen.reasons[$0] != .known }
      note(place, .rule, kept: kept, unknown: unknown, of: frame.count)
    }
    let footings = scenario.isDeclared ? Footings(footing(of: rule.condition, scenario)).overAxes(verdicts.axes) : nil
    var passed = 0
    var failed: [RuleResult.Cell] = []
    var unknown: [RuleResult.Cell] = []
    for offset in 0..<verdicts.count {
      if let chosen, chosen.reasons[offset] != .known || chosen.values[offset] == 0 { continue }
      let reason = verdicts.reasons[offset]
      if reason == .known, verdicts.values[offset] != 0 {
        passed += 1
        continue
      }
      // Where nothing of a rule is in the data, there is nothing to judge.
      if reason == .outsideData, verdicts.count > 1 { continue }
      let point = verdicts.point(at: offset)
      let cell = RuleResult.Cell(
        point: point.map { ($0.dimension, text($0.label)) }, labels: point,
        sides: sides.map { ($0.0.value(at: point), $0.1.value(at: point)) },
        places: reason == .known && failed.count < 20 ? places(of: rule.condition, at: point, in: scenario) : [],
        reason: reason, footing: footings?[offset] ?? [])
      if reason == .known { failed.append(cell) } else { unknown.append(cell) }
    }
    return RuleResult(rule: position, scenario: scenario, passed: passed, failed: failed, unknown: unknown)
  }

  /// Returns the places that `expression` rests on at `point`, each once.
  private mutating func places(
    of expression: CheckedExpression, at point: [(dimension: Dimension, label: Label)], in scenario: ScenarioID
  ) -> [String] {
    let point = Dictionary(point.map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
    var seen: Set<String> = []
    return derivation(of: expression, at: point, in: scenario).filter { $0.role != .aside }
      .compactMap(\.origin?.place).filter { seen.insert($0).inserted }
  }

  /// Returns the relation `rules`; the chances only where they are needed.
  mutating func rulesTable(in scenarios: [ScenarioID], chances: Bool) -> RelationTable {
    var builder = RelationBuilder(.rules)
    for result in ruleResults(in: scenarios) {
      let rule = program.rules[result.rule]
      builder.addRow()
      builder.set(RuleColumn.name.rawValue, rule.name)
      builder.set(
        RuleColumn.message.rawValue,
        rule.message.isEmpty ? nil : plainText(rule.message, Surroundings(scenario: result.scenario)))
      builder.set(RuleColumn.severity.rawValue, rule.severity.rawValue)
      builder.set(RuleColumn.scenario.rawValue, result.scenario.word)
      builder.set(RuleColumn.status.rawValue, result.status)
      if chances, let chance = chance(ofRule: result.rule, in: result.scenario) {
        builder.set(RuleColumn.chance.rawValue, chance.percent, .undefined)
      }
      builder.set(RuleColumn.passed.rawValue, Double(result.passed))
      builder.set(RuleColumn.failed.rawValue, Double(result.failed.count))
      builder.set(RuleColumn.unknown.rawValue, Double(result.unknown.count))
    }
    return builder.table
  }

  /// Returns the spelling of `label`.
  package func text(_ label: Label) -> String {
    switch label {
    case .period(let period): period.description
    case .member(let member): names[member].isEmpty ? (language == .chinese ? "（无）" : "(none)") : names[member]
    case .row(let row): String(row + 1)
    }
  }
}

extension RuleResult {
  /// Returns the result without the cells that fail alike in `other`, that of the same rule in another scenario.
  package func withoutFailures(of other: RuleResult) -> RuleResult {
    let left = failed.filter { cell in
      !other.failed.contains { $0.labels.elementsEqual(cell.labels, by: ==) && $0.hasSides(of: cell) }
    }
    return RuleResult(rule: rule, scenario: scenario, passed: passed, failed: left, unknown: unknown)
  }
}

extension RuleResult.Cell {
  /// Whether the same numbers stand against each other here as in `other`.
  fileprivate func hasSides(of other: RuleResult.Cell) -> Bool {
    sides?.left == other.sides?.left && sides?.right == other.sides?.right
  }
}

extension CheckedExpression {
  /// The two sides of a comparison of numbers.
  package var sides: (CheckedExpression, CheckedExpression)? {
    switch form {
    case .comparison(let left, _, _) where left.type.shape == .text(.fixed(.reason)): nil
    case .comparison(let left, _, let right), .approximation(let left, let right, _): (left, right)
    default: nil
    }
  }
}

extension Cube {
  /// Returns the labels of the cell at `offset`, axis by axis.
  package func point(at offset: Int) -> [(dimension: Dimension, label: Label)] {
    var rest = offset
    var point: [(dimension: Dimension, label: Label)] = []
    for axis in axes.reversed() {
      point.append((axis.dimension, axis.labels[rest % axis.labels.count]))
      rest /= axis.labels.count
    }
    return point.reversed()
  }

  /// Returns the number at `point`, whose further dimensions are passed over.
  func value(at point: [(dimension: Dimension, label: Label)]) -> Double? {
    offset(at: Dictionary(point.map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })).flatMap { self[$0] }
  }
}
