import Indicators
import Semantics
import Source

/// What an aggregate makes of the values of each member of a set by itself.
struct MemberTask: Sendable {
  /// What is kept of a member.
  enum Purpose: Hashable, Sendable {
    /// The cells of the expression.
    case cells
    /// The first period in which each lane of the expression is true.
    case firstPeriods
    /// What an aggregate makes of the cells.
    case collapsed
    /// What is known of the cells for an aggregate over all members.
    case tallied
  }

  /// What tells one task in one scenario from all others.
  struct Key: Hashable, Sendable {
    fileprivate let range: SourceRange
    fileprivate let purpose: Purpose
    fileprivate let scenario: ScenarioID
  }

  /// What is computed of each member.
  let expression: CheckedExpression
  let purpose: Purpose
  /// The aggregate, where what it makes of the cells is kept.
  var call: AggregateCall?

  /// Returns the key of the task in `scenario`.
  func key(in scenario: ScenarioID) -> Key { Key(range: expression.range, purpose: purpose, scenario: scenario) }

}

/// What became of a task for one member.
enum MemberOutcome: Sendable {
  case cells(Cube)
  /// The first periods; nil for values without periods.
  case firstPeriods(FirstPeriods?)
  /// What an aggregate makes of the cells; nil without one.
  case collapsed(CollapsedMember?)
  /// What is known of the cells; nil without an aggregate.
  case tallied(MemberTally?)

  /// The cells, where these are kept.
  var cells: Cube? { if case .cells(let cube) = self { cube } else { nil } }

  /// The first periods, where these are kept.
  var firstPeriods: FirstPeriods? { if case .firstPeriods(let firsts) = self { firsts } else { nil } }

  /// What an aggregate makes of the cells, where this is kept.
  var collapsed: CollapsedMember? { if case .collapsed(let collapsed) = self { collapsed } else { nil } }

  /// What is known of the cells, where this is kept.
  var tally: MemberTally? { if case .tallied(let tally) = self { tally } else { nil } }
}

extension AggregateCall {
  /// The condition whose first period the call asks for in each lane; nil where it asks for anything else.
  var conditionOfFirstPeriod: CheckedExpression? {
    guard function == .first, case .dimension(.period)? = argument?.form, weight == nil, second == nil, require == nil,
      !isBalanced
    else { return nil }
    return filter
  }

  /// What the call makes of the members of sets, each by itself, where its expressions are made of such; it may collapse
  /// each by itself where no member is a whole of others, as `hasWholes` tells.
  func memberTasks(_ program: CheckedProgram, hasWholes: Bool) -> [MemberTask] {
    if let conditionOfFirstPeriod { return [MemberTask(expression: conditionOfFirstPeriod, purpose: .firstPeriods)] }
    if case .relation = frame { return [] }
    if function == .distinct || function == .list || collapsesSamples { return [] }
    if !hasWholes, let condition = countedFirsts(program)?.condition {
      return [MemberTask(expression: condition, purpose: .firstPeriods)]
    }
    if !hasWholes, let task = collapsingTask ?? tallyTask { return [task] }
    return [argument, second, weight, filter].compactMap { expression in
      guard let expression else { return nil }
      // The values of a set itself are kept.
      if case .definition = expression.form { return nil }
      return MemberTask(expression: expression, purpose: .cells)
    }
  }
}
