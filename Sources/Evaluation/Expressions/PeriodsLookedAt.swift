import Indicators
import Semantics

/// Which periods of the members of a set expressions look at, so that those before the first need not be computed.
struct PeriodsLookedAt {
  private let program: CheckedProgram
  private let scenario: ScenarioID
  private let conditions: [MemberTask.Key: PassingMember.Condition]
  private var first: Period?

  /// Returns the first period at which `tasks` look; nil where they may look at all. First periods are found as `conditions` say.
  static func begin(
    of tasks: [MemberTask], _ conditions: [MemberTask.Key: PassingMember.Condition], _ program: CheckedProgram,
    in scenario: ScenarioID
  ) -> Period? {
    var looked = PeriodsLookedAt(program: program, scenario: scenario, conditions: conditions)
    for task in tasks {
      let isNoted =
        task.purpose == .firstPeriods
        ? looked.note(condition: task.expression) : looked.note(task.expression, from: nil)
      if !isNoted { return nil }
    }
    return looked.first
  }

  private init(
    program: CheckedProgram, scenario: ScenarioID, conditions: [MemberTask.Key: PassingMember.Condition]
  ) {
    (self.program, self.scenario, self.conditions) = (program, scenario, conditions)
  }

  /// Notes what a condition looks at of which first periods are found; false for all periods.
  private mutating func note(condition: CheckedExpression) -> Bool {
    let key = MemberTask(expression: condition, purpose: .firstPeriods).key(in: scenario)
    guard let prepared = conditions[key], !prepared.idle.isEmpty, let axis = prepared.axes.last,
      case .period(let begin)? = axis.labels.first
    else { return false }
    return note(prepared.expression, from: begin)
  }

  /// Notes what `expression` looks at, of a set that stands alone from the period `begin` on; false for all periods.
  private mutating func note(_ expression: CheckedExpression, from begin: Period?) -> Bool {
    switch expression.form {
    case .definition(.set):
      guard let begin else { return false }
      first = min(first ?? begin, begin)
      return true
    case .definition(.aggregate(let position)):
      return program.aggregates[position].firstCondition.map { note(condition: $0) } ?? false
    case .selection(let inner, let selection):
      guard case .definition(.set) = inner.form else { return note(inner, from: nil) }
      switch selection.periods {
      case .one(let begin), .range(let begin, _): return note(inner, from: begin)
      case nil: return note(inner, from: begin)
      }
    case .number, .missing, .truth, .period, .dimension, .definition(.parameter), .definition(.indicator): return true
    case .converted, .negative, .arithmetic, .comparison, .between, .not, .and, .or, .cells:
      for part in expression.parts { if !note(part, from: begin) { return false } }
      return true
    case .text, .word, .weights, .column, .fallback, .filled, .reason, .approximation, .among, .time, .aggregate,
      .distribution, .chance, .scaled, .definition, .invalid:
      return false
    }
  }
}

extension Axis {
  /// Returns the axis without the periods before `begin`.
  func from(_ begin: Period?) -> Axis {
    guard let begin, dimension == .period else { return self }
    return Axis(
      .period,
      labels.filter { label in
        if case .period(let period) = label { period >= begin } else { true }
      })
  }
}
