import Indicators
import Semantics

/// A member of a set that stands for the set while an expression is computed member by member.
struct SetMember {
  /// The position of the set.
  let set: Int
  /// The position of the member in it.
  let element: Int
  /// The axes that the values of all its members have together.
  let axes: [Axis]
}

extension CheckedExpression {
  /// What an expression is made of, where its cells can be computed for each member of a set by itself.
  fileprivate enum Making: Equatable {
    /// Numbers alone, or periods.
    case plain
    /// Values that are the same for all members.
    case shared
    /// Values of the set at a position.
    case set(Int)
    /// Anything else.
    case other

    /// Returns what comes of values of this and of `next`, joined cell by cell in this order.
    ///
    /// The dimension of the set has to come first, as it does where the set is not joined to other values before.
    func joined(_ next: Making) -> Making {
      switch (self, next) {
      case (.other, _), (_, .other): .other
      case (.set(let first), .set(let second)): first == second ? self : .other
      case (.shared, .set): .other
      case (.set, _), (.shared, _): self
      case (.plain, _): next
      }
    }
  }

  /// The position of the one set whose members the expression takes cell by cell in `scenario`; nil where it takes none, or
  /// looks at several cells of different members.
  func memberwiseSet(in scenario: ScenarioID, of program: CheckedProgram) -> Int? {
    if case .set(let position) = making(scenario, program) { position } else { nil }
  }

  /// Whether the values are made cell by cell of numbers and of values that no set has, in `scenario`.
  func isSameForAllMembers(in scenario: ScenarioID, of program: CheckedProgram) -> Bool {
    switch making(scenario, program) {
    case .plain, .shared: true
    case .set, .other: false
    }
  }

  /// Returns what the expression is made of; first periods of sets only where `program` says which are asked.
  private func making(_ scenario: ScenarioID, _ program: CheckedProgram?) -> Making {
    switch form {
    case .number, .missing, .truth, .period, .dimension(.period): .plain
    case .definition(.set(let position)): .set(position)
    case .definition(.parameter): .plain
    case .definition(.indicator): .shared
    case .definition(.aggregate(let position)):
      // First periods are found lane by lane; a condition on others is not followed further.
      if let program, let condition = program.aggregates[position].firstCondition,
        case .set(let set) = condition.making(scenario, nil)
      {
        .set(set)
      } else {
        .other
      }
    case .converted(let inner, _), .negative(let inner), .not(let inner): inner.making(scenario, program)
    case .arithmetic(let left, _, let right), .and(let left, let right), .or(let left, let right):
      left.making(scenario, program).joined(right.making(scenario, program))
    case .comparison(let left, _, let right):
      if case .text = left.type.shape {
        .other
      } else {
        left.making(scenario, program).joined(right.making(scenario, program))
      }
    case .between(let value, let lower, let upper):
      value.making(scenario, program).joined(lower.making(scenario, program)).joined(upper.making(scenario, program))
    case .selection(let inner, let selection):
      (selection.scenario ?? scenario) == scenario && selection.members.allSatisfy { $0.dimension != .indicator }
        ? inner.making(scenario, program) : .other
    case .cells(let function, let arguments): function.making(arguments.map { $0.making(scenario, program) })
    case .time(let call): call.weight == nil && call.looksAtOneLane ? call.series.making(scenario, program) : .other
    case .definition(.alias), .dimension, .text, .word, .weights, .column, .fallback, .filled,
      .reason, .approximation, .among, .aggregate, .distribution, .chance, .scaled, .invalid:
      .other
    }
  }
}

extension CellFunction {
  /// Returns what the function makes of arguments that are made of `makings`.
  fileprivate func making(_ makings: [CheckedExpression.Making]) -> CheckedExpression.Making {
    switch self {
    case .if, .known, .abs, .round, .clamp, .min, .max, .meets:
      makings.dropFirst().reduce(makings.first ?? .other) { $0.joined($1) }
    case .band, .plan, .baseline: .other
    }
  }
}

extension TimeCall {
  /// Whether the value of a cell needs no other lane than its own, not even to know which periods are meant.
  fileprivate var looksAtOneLane: Bool {
    switch function {
    case .prev, .diff, .yoy, .mom, .ytd, .rolling: true
    case .cagr: span != nil || count != nil
    case .slope, .trend: span != nil
    case .rebase, .index, .chain, .annual, .halfyearly, .quarterly: false
    }
  }
}
