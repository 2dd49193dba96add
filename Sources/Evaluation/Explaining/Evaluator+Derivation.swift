import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// How many steps a derivation has at most; what goes beyond is counted in its last line.
  static let stepLimit = 20_000

  /// Returns the points of `expression` that hold a number, the first `limit` of them, and how many there are.
  package mutating func knownPoints(
    of expression: CheckedExpression, in scenario: ScenarioID, limit: Int
  ) -> (points: [[Dimension: Label]], count: Int) {
    guard case .numbers(let cube) = value(of: expression, in: scenario) else { return ([], 0) }
    let known = (0..<cube.count).filter { cube.reasons[$0] == .known }
    let chosen = known.isEmpty ? Array(0..<min(1, cube.count)) : Array(known.prefix(limit))
    return (
      chosen.map { Dictionary(cube.point(at: $0).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 }) },
      known.count
    )
  }

  /// Returns how `expression` comes to its value at `point`, down to the cells it rests on.
  package mutating func derivation(
    of expression: CheckedExpression, at point: [Dimension: Label], in scenario: ScenarioID
  ) -> [DerivationStep] {
    var walk = DerivationWalk()
    derive(expression, point, scenario, 0, &walk)
    if walk.omitted > 0 {
      walk.add(
        0, Phrase("… and \(walk.omitted) further steps", "……另有 \(walk.omitted) 步未列出"), type: .plain, limit: .max)
    }
    return walk.steps
  }

  mutating func derive(
    _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    switch expression.form {
    case .definition(let definition): derive(definition, expression, point, scenario, depth, &walk)
    case .converted(let inner, let step):
      let before = walk.steps.count
      derive(inner, point, scenario, depth, &walk)
      walk.convert(before, step, to: expression.type)
    case .selection(let inner, let selection):
      var point = point
      if case .one(let period) = selection.periods { point[.period] = .period(period) }
      for (dimension, name) in selection.members { point[dimension] = names.find(name).map(Label.member) }
      derive(inner, point, selection.scenario ?? scenario, depth, &walk)
    case .number, .missing, .truth, .period, .text, .word, .dimension, .column, .invalid:
      addStep(expression, point, scenario, depth, [], &walk)
    case .time(let call):
      addStep(expression, point, scenario, depth, [], &walk)
      for point in sources(of: call, point, scenario) {
        derive(call.series, point, scenario, depth + 1, &walk)
        if let weight = call.weight { derive(weight, point, scenario, depth + 1, &walk) }
      }
    case .aggregate(let call):
      addStep(expression, point, scenario, depth, coverageNote(expression.range, point, scenario), &walk)
      deriveContributions(call, point, scenario, depth + 1, &walk)
    case .negative(let inner), .not(let inner):
      addStep(expression, point, scenario, depth, [], &walk)
      derive(inner, point, scenario, depth + 1, &walk)
    case .arithmetic(let left, _, let right), .comparison(let left, _, let right), .fallback(let left, let right),
      .and(let left, let right), .or(let left, let right), .approximation(let left, let right, _):
      addStep(expression, point, scenario, depth, [], &walk)
      derive(left, point, scenario, depth + 1, &walk)
      derive(right, point, scenario, depth + 1, &walk)
    case .between(let value, let lower, let upper):
      addStep(expression, point, scenario, depth, [], &walk)
      for operand in [value, lower, upper] { derive(operand, point, scenario, depth + 1, &walk) }
    case .among(let value, let list):
      addStep(expression, point, scenario, depth, [], &walk)
      for operand in [value] + list { derive(operand, point, scenario, depth + 1, &walk) }
    case .cells(_, let arguments):
      addStep(expression, point, scenario, depth, [], &walk)
      for argument in arguments { derive(argument, point, scenario, depth + 1, &walk) }
    }
  }

  mutating func derive(
    _ definition: Definition, _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ depth: Int, _ walk: inout DerivationWalk
  ) {
    guard walk.steps.count < Evaluator.stepLimit, case .numbers(let cube) = value(of: definition, in: scenario)
    else { return }
    let offset = cube.offset(at: point)
    let cell = cellName(name(of: definition), cube.axes, point, scenario)
    let isNew = walk.seen.insert(cell).inserted
    var details: [Phrase] = []
    let formula: CheckedExpression?
    switch definition {
    case .parameter(let position): formula = program.parameters[position].value
    case .alias(let position): formula = program.aliases[position].formula
    case .aggregate(let position): formula = program.aggregates[position].formula
    case .indicator: formula = nil
    }
    if let formula, !isParameter(definition) { details.append(Phrase(same: "= \(text(formula.range))")) }
    if !isNew, formula != nil { details = [Phrase("shown above", "见上")] }
    walk.add(
      depth, Phrase(same: cell), value: offset.flatMap { cube[$0] },
      reason: offset.map { cube.reasons[$0] } ?? .outsideData, type: expression.type, details: details,
      limit: Evaluator.stepLimit)
    if case .indicator(let position) = definition {
      deriveOrigins(position, point, scenario, depth + 1, &walk)
    } else if let formula, isNew, !isParameter(definition), offset != nil {
      // Beyond its own cells a value has no derivation: a value made of its earlier periods ends where they do.
      if formula.isNameAlone {
        derive(formula, point, scenario, depth + 1, &walk)
      } else {
        // The name's own step shows the formula, so that its operands stand right below it.
        let own = walk.steps.count - 1
        derive(formula, point, scenario, depth, &walk)
        walk.fold(own + 1, into: own)
      }
    }
  }

  private func isParameter(_ definition: Definition) -> Bool {
    if case .parameter = definition { true } else { false }
  }

  func name(of definition: Definition) -> String {
    switch definition {
    case .parameter(let position): program.parameters[position].name
    case .alias(let position): program.aliases[position].name
    case .aggregate(let position): program.aggregates[position].name
    case .indicator(let position): program.indicators[position].name
    }
  }

  /// Returns a name with the labels of its cell in brackets.
  private func cellName(_ name: String, _ axes: [Axis], _ point: [Dimension: Label], _ scenario: ScenarioID) -> String {
    var parts = axes.compactMap { axis in point[axis.dimension].map { text($0) } }
    if scenario != .actual { parts.append(WordList.scenario.phrase(scenario.word)[language]) }
    return parts.isEmpty ? name : "\(name)[\(parts.joined(separator: ", "))]"
  }

  private mutating func addStep(
    _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ details: [Phrase], _ walk: inout DerivationWalk
  ) {
    guard case .numbers(let cube) = value(of: expression, in: scenario) else {
      walk.add(
        depth, Phrase(same: text(expression.range)), type: expression.type, details: details, limit: Evaluator.stepLimit
      )
      return
    }
    let offset = cube.offset(at: point)
    walk.add(
      depth, Phrase(same: text(expression.range)), value: offset.flatMap { cube[$0] },
      reason: offset.map { cube.reasons[$0] } ?? .outsideData, type: expression.type, details: details,
      limit: Evaluator.stepLimit)
  }
}

extension CheckedExpression {
  /// Whether the expression is no more than a name, in whatever unit and at whatever cell.
  fileprivate var isNameAlone: Bool {
    switch form {
    case .definition: true
    case .converted(let inner, _), .selection(let inner, _): inner.isNameAlone
    default: false
    }
  }
}
