import Indicators
import Source

/// `project EXPRESSIONS until …`: the paths of values under scenarios.
package struct ProjectQuestion: Sendable {
  /// The expressions.
  package let items: [ValueQuestion.Item]
  /// The first period; nil for the data end.
  package let first: Period?
  /// The last period; nil for the scenario's end.
  package let last: Period?
  /// The dimensions that make rows, in order; empty for all.
  package let by: [Dimension]
  /// Which cells are shown.
  package let filter: CheckedExpression?
  /// The scenarios, at least one.
  package let scenarios: [ScenarioID]
  /// The form asked for.
  package let form: AnswerForm
  /// The period after whose end nothing observed is seen; nil where everything is.
  package let asOf: Period?
  /// Where the question is written.
  package let range: SourceRange
}

extension ProjectQuestion {
  /// The question as one about values, every period a column.
  package var asValues: ValueQuestion {
    ValueQuestion(
      items: items, columns: [], by: by, filter: filter, order: [], top: nil, scenarios: scenarios, asOf: asOf,
      range: range)
  }
}

/// `compare A, B for … at …`: what sets scenarios apart.
package struct CompareQuestion: Sendable {
  /// The scenarios, at least two; each is held against the first.
  package let scenarios: [ScenarioID]
  /// The expressions.
  package var items: [ValueQuestion.Item]
  /// Whether these are all that have a name, of which those that differ are wanted.
  package let isOfAll: Bool
  /// The periods; empty for the scenarios' last.
  package let periods: [Period]
  /// How many cells are shown where no expression is named.
  package var mostCells = 20
  /// Where the question is written.
  package let range: SourceRange
}

/// `solve PARAMS in lo..hi so that CONDITION under S`: which values of params make a condition hold.
package struct SolveQuestion: Sendable {
  /// The positions of the params, at least one.
  package let parameters: [Int]
  /// Between which values each param is sought, in its unit: as the question says, else as the param does; nil where
  /// neither says it.
  package let bounds: [ClosedRange<Double>?]
  /// What is to hold, a truth value.
  package let condition: CheckedExpression
  /// The condition as written.
  package let conditionText: String
  /// The scenario.
  package let scenario: ScenarioID
  /// Where the question is written.
  package let range: SourceRange
}

/// `sensitivity EXPRESSION over PARAMS by STEP under S`: what each param does to a value.
package struct SensitivityQuestion: Sendable {
  /// How far a param is moved.
  package enum Reach: Sendable {
    /// Down and up by a step in the param's unit.
    case step(Double)
    /// To the ends of its range.
    case range(ClosedRange<Double>)
  }

  /// The value.
  package let item: ValueQuestion.Item
  /// The positions of the params, at least one.
  package let parameters: [Int]
  /// How far each param is moved, in their order.
  package let reaches: [Reach]
  /// The names of params that reach the value and are not moved, since the step is not in their unit, or without a step
  /// since they state no range.
  package let unfit: [String]
  /// The scenarios, at least one.
  package let scenarios: [ScenarioID]
  /// Where the question is written.
  package let range: SourceRange
  /// The form asked for.
  package let form: AnswerForm
}

/// `tabulate EXPRESSION for g in lo..hi step s, …`: a value over a grid of params.
package struct TabulateQuestion: Sendable {
  /// One axis of the grid.
  package struct Axis: Sendable {
    /// The position of the param.
    package let parameter: Int
    /// The values, ascending, in the param's unit.
    package let values: [Double]
    /// The upper end as asked for, where no step ends there.
    package let beyond: Double?
  }

  /// The value.
  package let item: ValueQuestion.Item
  /// The axes: one or two.
  package let axes: [Axis]
  /// The scenario.
  package let scenario: ScenarioID
  /// Where the question is written.
  package let range: SourceRange
}

extension CheckedQuestion {
  /// The expressions that the question computes.
  package var expressions: [CheckedExpression] {
    switch self {
    case .values(let question):
      question.items.map(\.expression) + question.order.map(\.expression) + (question.filter.map { [$0] } ?? [])
    case .relation(let question), .explainRows(let question): question.filter.map { [$0] } ?? []
    case .text(let pieces): pieces.compactMap(\.expression)
    case .explain(let question): [question.expression] + (question.filter.map { [$0] } ?? [])
    case .project(let question): question.items.map(\.expression) + (question.filter.map { [$0] } ?? [])
    case .compare(let question): question.items.map(\.expression)
    case .solve(let question): [question.condition]
    case .sensitivity(let question): [question.item.expression]
    case .tabulate(let question): [question.item.expression]
    }
  }

  /// The scenarios that the question is asked of, those in brackets left out; none for a text.
  package var scenariosAsked: [ScenarioID] {
    switch self {
    case .values(let question): question.scenarios
    case .relation(let question), .explainRows(let question): question.scenarios
    case .explain(let question): [question.scenario]
    case .project(let question): question.scenarios
    case .compare(let question): question.scenarios
    case .solve(let question): [question.scenario]
    case .sensitivity(let question): question.scenarios
    case .tabulate(let question): [question.scenario]
    case .text: []
    }
  }
}
