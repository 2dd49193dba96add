import Indicators
import Source
import Syntax

/// A question of a script.
package enum CheckedQuestion: Sendable {
  /// Values in a table.
  case values(ValueQuestion)
  /// Rows of a relation.
  case relation(RelationQuestion)
  /// A text with values in it.
  case text([TextPiece])
  /// The derivation of a value.
  case explain(ExplainQuestion)
  /// How each row of a relation comes about.
  case explainRows(RelationQuestion)
  /// The paths of values under scenarios.
  case project(ProjectQuestion)
  /// What sets scenarios apart.
  case compare(CompareQuestion)
  /// Which value of a param makes a condition hold.
  case solve(SolveQuestion)
  /// What each param does to a value.
  case sensitivity(SensitivityQuestion)
  /// A value over a grid of params.
  case tabulate(TabulateQuestion)
}

extension CheckedQuestion {
  /// The period after whose end nothing observed is seen; nil where everything is.
  package var asOf: Period? {
    switch self {
    case .values(let question): question.asOf
    case .relation(let question), .explainRows(let question): question.asOf
    case .explain(let question): question.asOf
    case .project(let question): question.asOf
    case .text, .compare, .solve, .sensitivity, .tabulate: nil
    }
  }
}

/// `show` of expressions.
package struct ValueQuestion: Sendable {
  /// An expression with its heading.
  package struct Item: Sendable {
    /// The expression.
    package let expression: CheckedExpression
    /// How it is headed.
    package let heading: String
  }

  /// A sorting key.
  package struct Order: Sendable {
    /// The key.
    package let expression: CheckedExpression
    /// Whether the greatest comes first.
    package let isDescending: Bool
  }

  /// The expressions.
  package let items: [Item]
  /// The columns; empty for every period in which anything is known.
  package let columns: [CheckedColumn]
  /// The dimensions that make rows, in order; empty for all.
  package let by: [Dimension]
  /// Which cells are shown.
  package let filter: CheckedExpression?
  /// The sorting keys.
  package let order: [Order]
  /// How many rows at most.
  package let top: Int?
  /// The scenarios, at least one.
  package let scenarios: [ScenarioID]
  /// The period after whose end nothing observed is seen; nil where everything is.
  package let asOf: Period?
  /// Where the question is written.
  package let range: SourceRange
  /// The form asked for.
  package var form = AnswerForm.table
}

/// One column of a table of values.
package struct CheckedColumn: Sendable {
  /// What the column shows.
  package enum Form: Sendable {
    case period(Period)
    /// Growth from the second to the first, in `%`.
    case growth(Period, Period)
    /// The first less the second; `pp` for percentages.
    case difference(Period, Period)
    /// A column of the expression's target.
    case target(TargetColumn)
  }

  /// What the column shows.
  package let form: Form
  /// The scenario in brackets, which goes before those of `under`.
  package let scenario: ScenarioID?
  /// The scenario that is compared with, and how.
  package let against: (joint: ColumnSyntax.Joint, scenario: ScenarioID)?
}

/// `show` of a relation.
package struct RelationQuestion: Sendable {
  /// The relation.
  package let relation: Relation
  /// The columns; empty for the relation's own choice.
  package let columns: [Int]
  /// The columns that make groups; with any, one row is shown for each group.
  package let by: [Int]
  /// Which rows are shown.
  package let filter: CheckedExpression?
  /// The sorting keys.
  package let order: [ValueQuestion.Order]
  /// How many rows at most.
  package let top: Int?
  /// The scenarios, at least one.
  package let scenarios: [ScenarioID]
  /// The period after whose end nothing observed is seen; nil where everything is.
  package let asOf: Period?
  /// Where the question is written; nil for one that a tool asks by itself.
  package let range: SourceRange?
  /// The form asked for.
  package var form = AnswerForm.table
}

extension RelationQuestion {
  /// Creates the question for all rows of `relation`, which stands in no script.
  package init(of relation: Relation) {
    self.init(
      relation: relation, columns: [], by: [], filter: nil, order: [], top: nil, scenarios: [.actual], asOf: nil,
      range: nil)
  }
}

/// `explain` of a value.
package struct ExplainQuestion: Sendable {
  /// The value.
  package let expression: CheckedExpression
  /// How it is headed.
  package let heading: String
  /// Which of its cells are explained.
  package let filter: CheckedExpression?
  /// The scenario.
  package let scenario: ScenarioID
  /// The period after whose end nothing observed is seen; nil where everything is.
  package let asOf: Period?
  /// Where the question is written.
  package let range: SourceRange
}
