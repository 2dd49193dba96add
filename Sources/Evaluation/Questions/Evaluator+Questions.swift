import Indicators
import Semantics
import Source

/// What a report asks of an evaluator beside values.
extension Evaluator {
  /// Returns the heading of `dimension` in each language.
  package func heading(of dimension: Dimension) -> Phrase {
    switch dimension {
    case .region: return Phrase("region", "地区")
    case .indicator: return Phrase("indicator", "指标")
    case .period: return Phrase("period", "时期")
    case .scenario: return Phrase("scenario", "情景")
    default:
      let heading = Relation.allCases.flatMap(\.columns).map(\.heading).first { $0.english == dimension.name }
      return heading ?? Phrase(same: dimension.name)
    }
  }

  /// Returns the aggregates that `expressions` rest on, each with its name and where its call is written; where one
  /// name has several, with the calls themselves.
  package func aggregates(
    in expressions: [(name: String, expression: CheckedExpression)]
  ) -> [(name: String, range: SourceRange)] {
    var seen: Set<SourceRange> = []
    let found = everything(in: expressions).filter { _, expression in
      if case .aggregate = expression.form { seen.insert(expression.range).inserted } else { false }
    }
    let counts = Dictionary(found.map { ($0.name, 1) }, uniquingKeysWith: +)
    return found.map { name, expression in
      (counts[name] == 1 ? name : text(expression.range), expression.range)
    }
  }

  /// Returns `expressions` and all that they are made of, each under the name of what it stands in.
  func everything(
    in expressions: [(name: String, expression: CheckedExpression)]
  ) -> [(name: String, expression: CheckedExpression)] {
    var found: [(name: String, expression: CheckedExpression)] = []
    var seen: Set<SourceRange> = []
    var open = Array(expressions.reversed())
    while let (name, expression) = open.popLast() {
      found.append((name, expression))
      for part in expression.parts.reversed() { open.append((name, part)) }
      // A definition is looked through once, however often it is used.
      guard case .definition(let definition) = expression.form, let (name, formula, range) = formula(of: definition),
        seen.insert(range).inserted
      else { continue }
      open.append((name, formula))
    }
    return found
  }

  /// Returns the name and formula of an alias or an aggregate, and where its name is declared.
  func formula(of definition: Definition) -> (name: String, formula: CheckedExpression, range: SourceRange)? {
    switch definition {
    case .alias(let position):
      let alias = program.aliases[position]
      return (alias.name, alias.formula, alias.range)
    case .aggregate(let position):
      let aggregate = program.aggregates[position]
      return (aggregate.name, aggregate.formula, aggregate.range)
    case .parameter, .indicator, .set: return nil
    }
  }

  /// Returns the positions of the targets of `expression` among the rows of the relation.
  package mutating func targetRows(
    of expression: CheckedExpression, named name: String, in scenario: ScenarioID = .actual
  ) -> [Int] {
    var indicator: Int?
    if case .definition(.indicator(let position)) = expression.form { indicator = position }
    if case .definition(.alias(let position)) = expression.form {
      indicator = program.indicators.firstIndex { $0.formula == position }
    }
    let wanted = indicator
    let qualifier = indicator.flatMap { program.indicators[$0].qualifier }
    let parts = indicator.map { program.indicators[$0].parts } ?? []
    return targetRows(in: scenario).indices.filter { index in
      let row = targetRows[scenario]?[index]
      if row?.name == name { return true }
      if qualifier != nil, let sheet = row?.sheet, let position = row?.indicator {
        return parts.contains { part in
          part.sheet == sheet
            && program.indicators[position].parts.contains { $0.sheet == sheet && $0.index == part.index }
        }
      }
      return wanted != nil && row?.indicator == wanted
    }
  }

  /// Returns the members of the cell that the target at `row` judges; none without a row.
  package func members(ofTarget row: Int?) -> [(dimension: Dimension, name: String)] {
    row.flatMap { targetRows[.actual]?[$0].members } ?? []
  }

  /// Returns where the target at `row` is printed or written.
  package func place(ofTarget row: Int) -> String {
    guard let site = targetRows[.actual]?[row].site else { return "" }
    return place(site)
  }

  /// Returns the dimensions that the value of `expression` varies over.
  package mutating func dimensions(of expression: CheckedExpression, in scenario: ScenarioID) -> [Dimension] {
    switch value(of: expression, in: scenario) {
    case .numbers(let cube): cube.axes.map(\.dimension)
    case .texts(let texts): texts.axes.map(\.dimension)
    }
  }

  /// Reports a condition that varies over dimensions that a table does not show.
  package mutating func report(unseen dimensions: [Dimension], at range: SourceRange) {
    report(EvaluationProblem.conditionVaries(dimensions.map(\.name)).diagnostic(at: range))
  }

  /// Reports dimensions over which a value varies though a question gathers it by others.
  package mutating func report(uncovered dimensions: [Dimension], at range: SourceRange) {
    report(EvaluationProblem.valuesVary(dimensions.map(\.name)).diagnostic(at: range))
  }

  /// Reports a projection that has no period to show.
  package mutating func report(endlessProjection range: SourceRange) {
    report(EvaluationProblem.nothingToProject.diagnostic(at: range))
  }
}
