import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the points of `expression` that hold a number, the first `limit` of them, and how many there are.
  package mutating func knownPoints(
    of expression: CheckedExpression, where filter: CheckedExpression? = nil, in scenario: ScenarioID, limit: Int
  ) -> (points: [[Dimension: Label]], count: Int) {
    var cube = value(of: expression, in: scenario).presence
    var known = Array(0..<cube.count)
    if let filter, case .numbers(let kept) = value(of: filter, in: scenario) {
      cube = cube.spread(over: Alignment.axes(cube.axes, kept.axes))
      let chosen = kept.spread(over: cube.axes)
      known = (0..<cube.count).filter { chosen[$0].map { $0 != 0 } ?? false }
    }
    known = known.filter { cube.reasons[$0] == .known }
    let chosen = known.isEmpty && filter == nil ? Array(0..<min(1, cube.count)) : Array(known.prefix(limit))
    return (chosen.map { cube.cell(at: $0) }, known.count)
  }

  /// Returns how `expression` comes to its value at `point`, down to the cells it rests on.
  package mutating func derivation(
    of expression: CheckedExpression, at point: [Dimension: Label], in scenario: ScenarioID
  ) -> [DerivationStep] {
    var walk = DerivationWalk()
    derive(expression, point, scenario, 0, &walk)
    walk.close()
    return walk.steps
  }

  /// Returns the derivations of `expression` at `points`, as many as `limit` steps allow.
  package mutating func derivations(
    of expression: CheckedExpression, at points: [[Dimension: Label]], in scenario: ScenarioID, limit: Int
  ) -> [[DerivationStep]] {
    var walk = DerivationWalk()
    var result: [[DerivationStep]] = []
    var count = 0
    for point in points where count < limit {
      walk.begin()
      derive(expression, point, scenario, 0, &walk)
      walk.close()
      result.append(walk.steps)
      count += walk.steps.count
    }
    return result
  }

  /// Adds how `expression` comes to its value at `point`.
  mutating func derive(
    _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    if walk.isFull {
      walk.add(DerivationStep(depth, Phrase(same: "")))
      return
    }
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
    case .number, .missing, .truth, .period, .text, .word, .dimension, .weights, .column, .invalid:
      addStep(expression, nil, point, scenario, depth, &walk)
    case .time(let call): derive(call, expression, point, scenario, depth, &walk)
    case .aggregate(let call): derive(call, expression, point, scenario, depth, &walk)
    case .negative(let inner): add(expression, .negative, [inner], point, scenario, depth, &walk)
    case .not(let inner): add(expression, .not, [inner], point, scenario, depth, &walk)
    case .arithmetic(let left, let operation, let right):
      add(expression, .arithmetic(operation), [left, right], point, scenario, depth, &walk)
    case .comparison(let left, let comparator, let right):
      add(expression, .comparison(comparator), [left, right], point, scenario, depth, &walk)
    case .fallback(let left, let right):
      // Where the first is known, the second does not matter.
      let operands = reason(of: left, point, scenario, &walk) == .known ? [left] : [left, right]
      add(expression, .firstKnown, operands, point, scenario, depth, &walk)
    case .filled(let inner, let other, _):
      let details = fillDetails(inner, expression, at: point, scenario)
      // What is missing for a reason that is not filled stays missing.
      add(
        expression, .firstKnown, details.isEmpty ? [inner] : [inner, other], point, scenario, depth, &walk,
        details: details)
    case .reason(let inner):
      let details = reasonDetails(inner, at: point, scenario)
      addStep(expression, nil, point, scenario, depth, &walk, details: details)
      derive(inner, point, scenario, depth + 1, &walk)
    case .distribution(let call): add(expression, .distribution, call.parts, point, scenario, depth, &walk)
    case .chance(let condition):
      let details = sampleNotes(of: condition, in: scenario)
      addStep(expression, .chance, point, scenario, depth, &walk, details: details)
      deriveCentral(condition, point, scenario, depth + 1, &walk)
    case .scaled(let call):
      let details = scalingNote(call, point, scenario)
      add(expression, .scaled, [call.argument], point, scenario, depth, &walk, details: details)
    case .and(let left, let right): add(expression, .and, [left, right], point, scenario, depth, &walk)
    case .or(let left, let right): add(expression, .or, [left, right], point, scenario, depth, &walk)
    case .approximation(let left, let right, let tolerance):
      var operands = [left, right]
      switch tolerance {
      case .relative(let bound), .absolute(let bound): operands.append(bound)
      case .printed: break
      }
      add(expression, .approximation, operands, point, scenario, depth, &walk)
    case .between(let value, let lower, let upper):
      add(expression, .between, [value, lower, upper], point, scenario, depth, &walk)
    case .among(let value, let list): add(expression, .among, [value] + list, point, scenario, depth, &walk)
    case .cells(let function, let arguments):
      derive(function, arguments, expression, point, scenario, depth, &walk)
    }
  }

  /// Adds a step for `expression` and below it one for each of `operands`.
  private mutating func add(
    _ expression: CheckedExpression, _ operation: DerivationOperation, _ operands: [CheckedExpression],
    _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int, _ walk: inout DerivationWalk,
    details: [Phrase] = []
  ) {
    let own = addStep(expression, operation, point, scenario, depth, &walk, details: details)
    for operand in operands { derive(operand, point, scenario, depth + 1, &walk) }
    guard walk.steps.indices.contains(own), walk.steps[own].value == nil else { return }
    let missing = walk.steps[own...].dropFirst().count { $0.depth == depth + 1 && $0.isMissing }
    if missing > 1 {
      walk.change(own) { step in
        step.details.append(Phrase("\(missing) of its values are missing", "其中 \(missing) 个值缺失"))
      }
    }
  }

  private mutating func derive(
    _ function: CellFunction, _ arguments: [CheckedExpression], _ expression: CheckedExpression,
    _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int, _ walk: inout DerivationWalk
  ) {
    switch function {
    case .if:
      let test = arguments[0]
      let known = cube(of: test, scenario, &walk).flatMap { cube in cube.offset(at: point).flatMap { cube[$0] } }
      // What was not chosen does not matter.
      let chosen = known.map { [arguments[$0 != 0 ? 1 : 2]] } ?? []
      add(expression, .chosen, [test] + chosen, point, scenario, depth, &walk)
    case .plan, .baseline:
      addStep(expression, nil, point, scenario, depth, &walk)
      for row in targetRows(of: arguments[0], at: point) { add(target: row, depth + 1, &walk) }
    case .meets:
      addStep(expression, nil, point, scenario, depth, &walk)
      derive(arguments[0], point, scenario, depth + 1, &walk)
    case .known, .abs, .round, .clamp, .min, .max, .band:
      add(expression, .cells(function), arguments, point, scenario, depth, &walk)
    }
  }

  /// Adds a step for `expression` itself, and returns its position.
  @discardableResult
  mutating func addStep(
    _ expression: CheckedExpression, _ operation: DerivationOperation?, _ point: [Dimension: Label],
    _ scenario: ScenarioID, _ depth: Int, _ walk: inout DerivationWalk, label: Phrase? = nil, details: [Phrase] = []
  ) -> Int {
    let own = walk.steps.count
    var step = DerivationStep(
      depth, label ?? Phrase(same: text(expression.range)), type: type(of: expression, at: point), details: details,
      operation: operation)
    if let cube = cube(of: expression, scenario, &walk) {
      let offset = cube.offset(at: point)
      step.value = offset.flatMap { cube[$0] }
      step.reason = offset.map { cube.reasons[$0] } ?? .outsideData
    } else if case .texts(let texts) = value(of: expression, in: scenario),
      let words = texts.words(at: point), case .text = expression.form
    {
      step.details.append(Phrase(same: words))
    }
    walk.add(step)
    return own
  }

  /// Returns the numbers of `expression`, computed once for a derivation; nil where it is text.
  mutating func cube(
    of expression: CheckedExpression, _ scenario: ScenarioID, _ walk: inout DerivationWalk
  ) -> Cube? {
    let key = DerivationWalk.Key(
      range: expression.range, scenario: scenario, type: expression.type, form: expression.formName)
    if let cube = walk.values[key] { return cube }
    guard case .numbers(let cube) = value(of: expression, in: scenario) else { return nil }
    walk.values[key] = cube
    return cube
  }

  private mutating func reason(
    of expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ walk: inout DerivationWalk
  ) -> MissingReason {
    guard let cube = cube(of: expression, scenario, &walk) else { return .undefined }
    return cube.offset(at: point).map { cube.reasons[$0] } ?? .outsideData
  }
}

extension DerivationStep {
  /// Whether there should be a value, and there is none.
  fileprivate var isMissing: Bool { value == nil && reason != .known }
}

extension CheckedExpression {
  /// Tells apart the expressions that stand at one place.
  fileprivate var formName: String {
    switch form {
    case .converted(let inner, let step): "converted \(step.multiply)/\(step.divide) " + inner.formName
    case .definition: "definition"
    case .time(let call): call.function.rawValue
    case .aggregate(let call): call.function.rawValue
    case .selection: "selection"
    case .negative: "negative"
    case .arithmetic: "arithmetic"
    case .number, .missing, .truth, .period, .text, .word, .dimension, .weights, .column, .fallback, .comparison,
      .approximation, .between, .among, .not, .and, .or, .cells, .filled, .reason, .distribution, .chance, .scaled,
      .invalid:
      ""
    }
  }
}

extension Cube {
  /// Returns the labels of the cell at `offset` by dimension.
  func cell(at offset: Int) -> [Dimension: Label] {
    Dictionary(point(at: offset).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
  }
}

extension TextCube {
  /// Returns the words of the cell at `point`, as far as there is one.
  fileprivate func words(at point: [Dimension: Label]) -> String? {
    let places = Cube(axes: axes, missing: .undefined)
    return places.offset(at: point).map { cells[$0].joined(separator: "、") }
  }
}
