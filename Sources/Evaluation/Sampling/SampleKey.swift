import Semantics
import Source

/// What tells an expression in a scenario apart from others: what each of its parts is, and where it is written unless that
/// says all.
struct SampleKey: Hashable {
  private let scenario: ScenarioID
  private let nodes: [Node]

  /// Creates the key of `expression` in `scenario`.
  init(_ expression: CheckedExpression, in scenario: ScenarioID) {
    self.scenario = scenario
    var nodes: [Node] = []
    var open = [expression]
    while let next = open.popLast() {
      nodes.append(Node(next))
      open += next.parts
    }
    self.nodes = nodes
  }

  /// One part. What is made where nothing is written shares a place with something written, so its form counts too.
  private struct Node: Hashable {
    let range: SourceRange?
    let form: String
    let count: Int

    init(_ expression: CheckedExpression) {
      range = expression.isToldByForm ? nil : expression.range
      count = expression.parts.count
      form =
        switch expression.form {
        case .number(let number, _): "number \(number.bitPattern)"
        case .missing: "missing"
        case .truth(let truth): "truth \(truth)"
        case .period(let period): "period \(period)"
        case .text: "text"
        case .word(let word): "word \(word)"
        case .definition(let definition): "definition \(definition)"
        case .dimension(let dimension): "dimension \(dimension.name)"
        case .weights(let set): "weights \(set)"
        case .column(let column): "column \(column)"
        case .converted(_, let step): "converted \(step.multiply.bitPattern) \(step.divide.bitPattern)"
        case .negative: "negative"
        case .arithmetic(_, let operation, _): "arithmetic \(operation)"
        case .fallback: "fallback"
        case .filled(_, _, let reasons): "filled \(reasons)"
        case .reason: "reason"
        case .comparison(_, let comparator, _): "comparison \(comparator)"
        case .approximation(_, _, let tolerance): "approximation \(tolerance)"
        case .between: "between"
        case .among: "among"
        case .not: "not"
        case .and: "and"
        case .or: "or"
        case .selection(_, let selection): "selection \(selection)"
        case .cells(let function, _): "cells \(function)"
        case .time(let call): "time \(call.function)"
        case .aggregate(let call): "aggregate \(call.function) \(call.frame)"
        case .distribution(let call): "distribution \(call.ordinal)"
        case .chance: "chance"
        case .scaled: "scaled"
        case .invalid: "invalid"
        }
    }
  }
}

extension CheckedExpression {
  /// Whether the form says all there is to say, so that it does not matter where the expression is written.
  fileprivate var isToldByForm: Bool {
    switch form {
    case .number, .missing, .truth, .period, .word, .definition, .dimension, .weights, .converted, .negative,
      .arithmetic,
      .comparison, .between, .not, .and, .or:
      true
    case .text, .column, .fallback, .filled, .reason, .approximation, .among, .selection, .cells, .time, .aggregate,
      .distribution, .chance, .scaled, .invalid:
      false
    }
  }
}
