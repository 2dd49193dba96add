import Indicators
import Semantics
import Source
import Syntax
import Units

extension Evaluator {
  /// Returns the value of `expression` in `scenario`.
  package mutating func value(of expression: CheckedExpression, in scenario: ScenarioID) -> Value {
    let value = value(of: expression, Surroundings(scenario: scenario))
    if case .numbers(let cube) = value, cube.isTooLarge {
      report(EvaluationProblem.tooLarge(limit: Alignment.mostCells).diagnostic(at: expression.range))
    }
    return value
  }

  /// Returns the numbers of `expression`; text has none.
  mutating func cube(_ expression: CheckedExpression, _ surroundings: Surroundings) -> Cube {
    switch value(of: expression, surroundings) {
    case .numbers(let cube): cube
    case .texts(let texts): Cube(axes: texts.axes, missing: .undefined)
    }
  }

  /// Returns the value of `expression` where it stands.
  mutating func value(of expression: CheckedExpression, _ surroundings: Surroundings) -> Value {
    switch expression.form {
    case .number(let number, _): return .numbers(Cube(number))
    case .missing: return .numbers(Cube(axes: [], missing: .stated))
    case .truth(let truth): return .numbers(Cube(Double(truth)))
    case .period(let period): return .numbers(Cube(period.code))
    case .text(let pieces): return .texts(TextCube(axes: [], cells: [[plainText(pieces, surroundings)]]))
    case .word(let word): return .texts(TextCube(axes: [], cells: [[word]]))
    case .definition(let definition):
      if let member = surroundings.member, definition == .set(member.set) {
        return .numbers(cube(of: member, surroundings))
      }
      if let member = surroundings.member, case .aggregate(let position) = definition {
        return .numbers(firstPeriods(of: member, ofAggregate: position, surroundings))
      }
      reportConflicts(definition, at: expression.range, surroundings.scenario)
      return value(of: definition, in: surroundings.scenario).without(surroundings.idlePeriods)
    case .dimension(let dimension):
      return labels(of: dimension, in: surroundings.scenario).without(surroundings.idlePeriods)
    case .weights(let set): return .numbers(weights(ofSet: set))
    case .column(let column):
      return surroundings.table?.columns[column] ?? .numbers(Cube(axes: [], missing: .undefined))
    case .converted, .negative, .arithmetic:
      var plan = ArithmeticPlan()
      self.plan(expression, surroundings, &plan)
      return .numbers(plan.result(workers(surroundings)))
    case .fallback(let left, let right):
      return .numbers(filled(left, with: right, only: [], at: expression.range, surroundings))
    case .filled(let inner, let other, let reasons):
      return .numbers(filled(inner, with: other, only: reasons, at: expression.range, surroundings))
    case .reason(let inner): return .texts(reasons(of: inner, surroundings))
    case .comparison(let left, let comparator, let right):
      let (first, second) = (value(of: left, surroundings), value(of: right, surroundings))
      compareMembers(in: expression, surroundings.scenario)
      let result = comparison(first, comparator, second, ofReasons: left.isReason || right.isReason)
      if surroundings.judgedOnly, left.isStatus, right.isVerdict { return .numbers(result.judgedOnly(first)) }
      return .numbers(result)
    case .approximation(let left, let right, let tolerance):
      let result = approximation(left, right, tolerance, surroundings)
      compareMembers(in: expression, surroundings.scenario)
      return .numbers(result)
    case .between(let value, let lower, let upper):
      let value = cube(value, surroundings)
      let above = value.joined(with: cube(lower, surroundings)) { Double(compareAtTwelveDigits($0, $1) >= 0) }
      let below = value.joined(with: cube(upper, surroundings)) { Double(compareAtTwelveDigits($0, $1) <= 0) }
      return .numbers(above.and(below))
    case .among(let value, let list): return .numbers(among(value, list, surroundings))
    case .not(let inner): return .numbers(cube(inner, surroundings).mapped { 1 - $0 })
    case .and(let left, let right): return .numbers(cube(left, surroundings).and(cube(right, surroundings)))
    case .or(let left, let right): return .numbers(cube(left, surroundings).or(cube(right, surroundings)))
    case .selection(let inner, let selection): return select(inner, selection, surroundings)
    case .cells(let function, let arguments): return .numbers(cells(function, arguments, surroundings))
    case .time(let call):
      let result = time(call, surroundings)
      compareMembers(in: expression, surroundings.scenario)
      return .numbers(result)
    case .aggregate(let call) where call.function == .list:
      return .texts(list(call, at: expression.range, surroundings))
    case .aggregate(let call): return .numbers(aggregate(call, at: expression.range, surroundings))
    case .distribution(let call): return .numbers(draw(call, surroundings))
    case .chance(let condition): return .numbers(chance(of: condition, surroundings))
    case .scaled(let call): return .numbers(scaled(call, surroundings))
    case .invalid: return .numbers(Cube(axes: [], missing: .undefined))
    }
  }

  /// Adds the steps of an arithmetic expression to `plan`, and computes what it is made of.
  mutating func plan(
    _ expression: CheckedExpression, _ surroundings: Surroundings, _ plan: inout ArithmeticPlan
  ) {
    switch expression.form {
    case .converted(let inner, let step):
      self.plan(inner, surroundings, &plan)
      plan.steps.append(.convert(step))
    case .negative(let inner):
      self.plan(inner, surroundings, &plan)
      plan.steps.append(.negate)
    case .arithmetic(let left, let operation, let right):
      self.plan(left, surroundings, &plan)
      self.plan(right, surroundings, &plan)
      compareMembers(in: expression, surroundings.scenario)
      plan.steps.append(.compute(operation))
    case .cells(.known, let arguments) where !arguments[0].isText:
      self.plan(arguments[0], surroundings, &plan)
      plan.steps.append(.know)
    case .number, .missing, .truth, .period, .text, .word, .definition, .dimension, .weights, .column, .fallback,
      .filled,
      .reason, .comparison, .approximation, .between, .among, .not, .and, .or, .selection, .cells, .time, .aggregate,
      .distribution, .chance, .scaled, .invalid:
      plan.add(cube(expression, surroundings))
    }
  }

  private func comparison(
    _ left: Value, _ comparator: Comparator, _ right: Value, ofReasons: Bool
  ) -> Cube {
    switch (left, right) {
    case (.numbers(let first), .numbers(let second)):
      return first.compared(comparator, with: second)
    case (.texts(let first), .texts(let second)):
      // A known value has no reason, which is not one that is not known.
      let equal = first.matches(second, emptyMatchesNothing: ofReasons)
      return comparator == .notEqual ? equal.mapped { 1 - $0 } : equal
    case (.texts(let texts), .numbers), (.numbers, .texts(let texts)):
      return Cube(axes: texts.axes, missing: .undefined)
    }
  }

  private mutating func among(
    _ value: CheckedExpression, _ list: [CheckedExpression], _ surroundings: Surroundings
  ) -> Cube {
    let isReason = value.isReason
    let value = self.value(of: value, surroundings)
    var result = Cube(0)
    for element in list {
      result = result.or(comparison(value, .equal, self.value(of: element, surroundings), ofReasons: isReason))
    }
    return result
  }

  private mutating func approximation(
    _ left: CheckedExpression, _ right: CheckedExpression, _ tolerance: Tolerance, _ surroundings: Surroundings
  ) -> Cube {
    let (first, second) = (cube(left, surroundings), cube(right, surroundings))
    let allowed: Cube
    switch tolerance {
    case .relative(let share): allowed = second.joined(with: cube(share, surroundings)) { abs($0) * $1 }
    case .absolute(let amount): allowed = cube(amount, surroundings)
    case .printed:
      let places = [left, right].compactMap { printedStep($0, surroundings) }
      allowed = places.dropFirst().reduce(places.first ?? Cube(0)) { $0.joined(with: $1) { max($0, $1) } }
    }
    let distance = first.joined(with: second) { abs($0 - $1) }
    return distance.joined(with: allowed) { Double($0 <= $1 || equalAtTwelveDigits($0, $1)) }
  }

  private mutating func select(
    _ inner: CheckedExpression, _ selection: Selection, _ surroundings: Surroundings
  ) -> Value {
    let scenario = selection.scenario ?? surroundings.scenario
    var own = Surroundings(scenario: scenario, table: surroundings.table)
    own.member = surroundings.member
    if case .time(let call) = inner.form, call.function == .trend, case .one(let period)? = selection.periods {
      // The line's other values need not be computed.
      let line = time(call, own, only: period)
      compareMembers(in: inner, scenario)
      return .numbers(select(line, selection))
    }
    switch value(of: inner, own) {
    case .texts(let texts): return .texts(select(texts, selection))
    case .numbers(let cube): return .numbers(select(cube, selection))
    }
  }

  /// Returns the texts that `selection` chooses.
  private func select(_ texts: TextCube, _ selection: Selection) -> TextCube {
    let chosen = select(Cube(placesOver: texts.axes), selection)
    let cells = (0..<chosen.count).map { cell in chosen[cell].map { texts.cells[Int($0)] } ?? [] }
    return TextCube(axes: chosen.axes, cells: cells)
  }

  /// Returns the cells of `cube` that `selection` chooses.
  func select(_ cube: Cube, _ selection: Selection) -> Cube {
    var cube = cube
    for (dimension, name) in selection.members {
      guard let member = names.find(name) else { continue }
      cube = cube.slice(dimension, at: .member(member))
    }
    switch selection.periods {
    case .one(let period): return cube.slice(.period, at: .period(period))
    case .range(let first, let last):
      return cube.filtered(.period) { label in
        guard case .period(let period) = label else { return false }
        return period.frequency == first.frequency && first <= period && period <= last
      }
    case nil: return cube
    }
  }

  /// Returns the labels of `dimension` in `scenario` as values over its own axis.
  private mutating func labels(of dimension: Dimension, in scenario: ScenarioID) -> Value {
    if dimension == .period {
      var periods = knownPeriods.all
      if scenario.isDeclared { periods.formUnion(followers(of: knownPeriods, layers(of: scenario))) }
      let labels = periods.sorted()
      let axis = Axis(.period, labels.map(Label.period))
      return .numbers(
        Cube(axes: [axis], values: labels.map(\.code), reasons: Array(repeating: .known, count: labels.count)))
    }
    if dimension == .indicator { return indicatorLabels() }
    var seen: Set<Int32> = []
    var members: [Member] = []
    for (sheet, summary) in zip(catalogue.sheets, catalogue.summaries) {
      guard let index = sheet.dimensions.firstIndex(of: dimension) else { continue }
      for member in summary.members[index] where seen.insert(member.code).inserted { members.append(member) }
    }
    for tree in trees where tree.dimension == dimension {
      for whole in tree.wholes where seen.insert(whole.member.code).inserted { members.append(whole.member) }
    }
    return .texts(TextCube(axes: [Axis(dimension, members.map(Label.member))], cells: members.map { [names[$0]] }))
  }
}

/// Returns the periods that follow those that the data have, until the scenario with `layers` ends or the last that is known.
private func followers(of known: KnownPeriods, _ layers: ScenarioLayers) -> [Period] {
  Frequency.allCases.flatMap { frequency -> [Period] in
    let own = known.all.filter { $0.frequency == frequency }
    guard let last = own.max() else { return [] }
    let begin = known.observed.filter { $0.frequency == frequency }.max() ?? last
    return begin.through(max(last, layers.lastPeriod(frequency)))
  }
}

extension CheckedExpression {
  /// Whether the values are text.
  fileprivate var isText: Bool { if case .text = type.shape { true } else { false } }

  /// Whether this is why something is missing.
  fileprivate var isReason: Bool { type.shape == .text(.fixed(.reason)) }

  /// Whether this is the status of targets.
  fileprivate var isStatus: Bool { type.shape == .text(.fixed(.status)) }

  /// Whether this is a status that only a judged target can have.
  fileprivate var isVerdict: Bool {
    if case .word(let word) = form {
      word == TargetStatus.met.rawValue || word == TargetStatus.missed.rawValue
    } else {
      false
    }
  }
}

extension Cube {
  /// Returns the truth values with those of targets that are neither met nor missed unknown.
  fileprivate func judgedOnly(_ statuses: Value) -> Cube {
    guard case .texts(let texts) = statuses, texts.axes == axes else { return self }
    var result = self
    for (offset, words) in texts.cells.enumerated()
    where !words.contains(TargetStatus.met.rawValue) && !words.contains(TargetStatus.missed.rawValue) {
      result.reasons[offset] = .outsideData
    }
    return result
  }
}

extension Cube {
  /// Creates a cube whose cells hold their own positions.
  init(placesOver axes: [Axis]) {
    let count = axes.reduce(1) { $0 * $1.labels.count }
    self.init(axes: axes, values: (0..<count).map { Double($0) }, reasons: Array(repeating: .known, count: count))
  }
}

extension Comparator {
  /// Returns whether two numbers that compare as `order` (negative, 0, positive) stand in this relation.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}
