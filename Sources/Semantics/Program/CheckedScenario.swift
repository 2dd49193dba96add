import Indicators
import Source

/// A scenario: assumptions laid over a base.
package struct CheckedScenario: Sendable {
  /// The scenario.
  package let id: ScenarioID
  /// What it is laid over.
  package var base: ScenarioID
  /// The deadlines of which `plan` takes what is asked, where the base says so; nil for all.
  package var basePeriods: Selection.Periods?
  /// The assumptions, in written order.
  package var assumptions: [CheckedAssumption] = []
  /// Whether what no assumption covers is held; nil where the scenario leaves it to its base, and in the end it is.
  package var holds: Bool?
  /// The names whose draws are tied here, in written order.
  package var ties: [CheckedTie] = []
  /// Where the name is declared.
  package let range: SourceRange
}

/// One assumption: how a value moves, where, and why.
package struct CheckedAssumption: Sendable {
  /// What is assumed: an indicator, an alias or a parameter.
  package let subject: Definition
  /// The subject as written.
  package let subjectText: String
  /// What is known of the subject.
  package let type: ValueType
  /// The members that brackets choose; empty for all.
  package let members: [(dimension: Dimension, name: String)]
  /// The stretches, each after the one before it.
  package let courses: [CheckedCourse]
  /// The texts after `because`.
  package let reasons: [String]
  /// The texts after `source`.
  package let sources: [String]
  /// Where it is written.
  package let range: SourceRange

  /// Returns the same assumption of another definition, which has the subject's unit.
  func of(_ definition: Definition) -> CheckedAssumption {
    CheckedAssumption(
      subject: definition, subjectText: subjectText, type: type, members: members, courses: courses, reasons: reasons,
      sources: sources, range: range)
  }
}

/// One stretch of an assumption, with its numbers in the units in which they are used.
package struct CheckedCourse: Sendable {
  /// How long a rate's time is.
  package enum Per: Hashable, Sendable {
    case year, quarter, month

    /// How many of these a year has.
    package var perYear: Int {
      switch self {
      case .year: 1
      case .quarter: 4
      case .month: 12
      }
    }
  }

  /// How a path comes to a value.
  package enum Curve: String, CaseIterable, Sendable {
    case linear, geometric, scurve
  }

  /// What a path follows.
  package enum Guide: Sendable {
    /// The least-squares line of the observations between two periods, through their logarithms where `isLog`.
    case trend(first: Period, last: Period, isLog: Bool)
    /// The compound yearly growth between two observations.
    case growth(first: Period, last: Period)
    /// The growth of another member.
    case member(dimension: Dimension, name: String)
  }

  /// How the value moves.
  package enum Move: Sendable {
    /// By a share of itself, negative for `shrinks`.
    case grows(CheckedExpression, Per)
    /// By an amount in the subject's unit, negative for `falls`.
    case rises(CheckedExpression, Per)
    /// To an amount in the subject's unit by a period.
    case reaches(CheckedExpression, by: Period, along: Curve)
    case follows(Guide)
    case holds
    /// Is what the expression gives, in the subject's unit.
    case pins(CheckedExpression)
    /// Is shifted by an amount in the subject's unit.
    case adds(CheckedExpression)
    /// Is multiplied by a plain number.
    case multiplies(CheckedExpression)
  }

  /// How the value moves.
  package let move: Move
  /// The first period; nil for the one after the data end.
  package let first: Period?
  /// The last period; nil for no end.
  package let last: Period?
  /// The bound that the path does not pass upward, in the subject's unit.
  package let upper: CheckedExpression?
  /// The bound that the path does not pass downward.
  package let lower: CheckedExpression?
  /// Where it is written.
  package let range: SourceRange
}

extension CheckedAssumption {
  /// Returns the assumption for `members` alone, which are among its own.
  package func limited(to members: [(dimension: Dimension, name: String)]) -> CheckedAssumption {
    CheckedAssumption(
      subject: subject, subjectText: subjectText, type: type, members: members, courses: courses, reasons: reasons,
      sources: sources, range: range)
  }
}

extension CheckedCourse {
  /// Whether the stretch shifts a finished value instead of being a path.
  package var isShift: Bool {
    switch move {
    case .adds, .multiplies: true
    case .grows, .rises, .reaches, .follows, .holds, .pins: false
    }
  }

  /// Whether the stretch says what the value is.
  package var isPin: Bool { if case .pins = move { true } else { false } }

  /// Whether the stretch moves by a rate, which is drawn anew in each period where it is uncertain.
  package var isRate: Bool {
    switch move {
    case .grows, .rises: true
    case .reaches, .follows, .holds, .pins, .adds, .multiplies: false
    }
  }

  /// The expressions that the stretch needs.
  package var expressions: [CheckedExpression] {
    let own: [CheckedExpression]
    switch move {
    case .grows(let amount, _), .rises(let amount, _), .reaches(let amount, _, _), .pins(let amount),
      .adds(let amount), .multiplies(let amount):
      own = [amount]
    case .follows, .holds: own = []
    }
    return own + [upper, lower].compactMap { $0 }
  }
}

extension CheckedProgram {
  /// Returns what is declared of `scenario`; nil for those that are built in.
  package func declared(_ scenario: ScenarioID) -> CheckedScenario? {
    let position = scenario.index - ScenarioID.builtInCount
    return scenarios.indices.contains(position) ? scenarios[position] : nil
  }

  /// Returns `scenario` and the declared scenarios that it rests on, the nearest first, and the built-in one at the root.
  package func chain(of scenario: ScenarioID) -> (declared: [CheckedScenario], root: ScenarioID) {
    var chain: [CheckedScenario] = []
    var next = scenario
    while let own = declared(next), !chain.contains(where: { $0.id == next }) {
      chain.append(own)
      next = own.base
    }
    return (chain, declared(next) == nil ? next : .actual)
  }
}
