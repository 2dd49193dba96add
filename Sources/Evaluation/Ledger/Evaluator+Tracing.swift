import Indicators
import Semantics
import Source

extension Evaluator {
  /// Says what became of the cells of the parts of `expression`, given what became of its own.
  ///
  /// `fates` has an element for each cell of the expression's value in `scenario`.
  mutating func trace(
    _ expression: CheckedExpression, _ fates: Fates, _ scenario: ScenarioID, _ walk: inout LedgerWalk
  ) {
    switch expression.form {
    case .number, .missing, .truth, .period, .word, .dimension, .column, .weights, .invalid: break
    case .definition(let definition):
      let key = Key(definition: definition, scenario: scenario)
      if fates.count == presence(of: expression, scenario).count { walk.reach(key, fates) }
    case .text(let pieces):
      for inner in pieces.compactMap(\.expression) {
        let cube = presence(of: inner, scenario)
        trace(inner, Fates(fates.count == 0 ? nil : fates[0], count: cube.count), scenario, &walk)
      }
    case .reason(let inner): trace(inner, fates, scenario, &walk)
    case .selection(let inner, let selection): trace(inner, chosenBy: selection, fates, scenario, &walk)
    case .fallback(let inner, let other), .filled(let inner, let other, _):
      traceFilled(expression, inner, other, fates, scenario, &walk)
    case .cells(.if, let arguments) where arguments.count == 3:
      traceChoice(expression, arguments, fates, scenario, &walk)
    case .time(let call): trace(call, of: expression, fates, scenario, &walk)
    case .aggregate(let call): trace(call, of: expression, fates, scenario, &walk)
    case .approximation(let left, let right, let tolerance):
      var operands = [left, right]
      switch tolerance {
      case .relative(let amount), .absolute(let amount): operands.append(amount)
      case .printed: break
      }
      traceJoined(expression, operands, fates, scenario, &walk)
    case .scaled(let call):
      // Whether a cell stands anywhere in its scale is its own matter; the others only say where the scale ends.
      traceJoined(expression, [call.argument], fates, scenario, &walk)
    case .chance(let condition):
      let cube = presence(of: condition, scenario)
      trace(condition, Fates(fates.count == 0 ? nil : fates[0], count: cube.count), scenario, &walk)
    case .converted, .negative, .not, .arithmetic, .comparison, .and, .or, .between, .among, .cells, .distribution:
      traceJoined(expression, expression.parts, fates, scenario, &walk)
    }
  }

  /// Traces the members of a set, each of which is a slice of it.
  mutating func trace(membersOf position: Int, _ key: Key, _ fates: Fates, _ walk: inout LedgerWalk) {
    guard case .numbers(let whole) = value(of: key.definition, in: key.scenario), fates.count == whole.count,
      let axis = whole.axisIndex(of: .indicator)
    else { return }
    let inner = whole.axes[(axis + 1)...].reduce(1) { $0 * $1.labels.count }
    for element in program.sets[position].elements {
      let own = names.find(element.name).map(Label.member)
      let cube = presence(of: element.value, key.scenario)
      var traced = Fates(nil, count: cube.count)
      for (cell, offset) in Alignment.positions(of: cube.axes, in: whole.axes).enumerated() where offset >= 0 {
        let label = whole.axes[axis].labels[cell / inner % whole.axes[axis].labels.count]
        if label == own, let cause = fates[cell] { traced.improve(Int(offset), cause) }
      }
      trace(element.value, traced, key.scenario, &walk)
    }
  }

  /// Returns the cells of `expression`, those of text as known where there is any.
  mutating func presence(of expression: CheckedExpression, _ scenario: ScenarioID) -> Cube {
    value(of: expression, Surroundings(scenario: scenario)).presence
  }

  /// Traces what joins its operands cell by cell: a missing one makes the others useless.
  ///
  /// This is also the rule for functions of cells that have none of their own.
  private mutating func traceJoined(
    _ whole: CheckedExpression, _ operands: [CheckedExpression], _ fates: Fates, _ scenario: ScenarioID,
    _ walk: inout LedgerWalk
  ) {
    let result = presence(of: whole, scenario)
    let meeting = MeetingCells(operands.map { presence(of: $0, scenario) }, in: result.axes)
    var traced = meeting.noFates
    for cell in 0..<min(result.count, fates.count) {
      guard let upper = fates[cell] else { continue }
      for operand in operands.indices {
        guard let position = meeting.position(operand, cell) else { continue }
        var cause = upper
        if upper == .used, result.reasons[cell] != .known, meeting.isKnown(operand, cell) {
          cause = meeting.loss(beside: operand, cell) ?? .undefined
        }
        traced[operand].improve(position, cause)
      }
    }
    if result.isTooLarge { traced = meeting.allFates(.limit) }
    for (operand, fates) in zip(operands, traced) { trace(operand, fates, scenario, &walk) }
  }

  /// Traces a value with another in place of what is missing.
  private mutating func traceFilled(
    _ whole: CheckedExpression, _ inner: CheckedExpression, _ other: CheckedExpression, _ fates: Fates,
    _ scenario: ScenarioID, _ walk: inout LedgerWalk
  ) {
    let result = presence(of: whole, scenario)
    let meeting = MeetingCells([presence(of: inner, scenario), presence(of: other, scenario)], in: result.axes)
    var traced = meeting.noFates
    for cell in 0..<min(result.count, fates.count) {
      guard let upper = fates[cell] else { continue }
      let isFilled = !meeting.isKnown(0, cell) && result.reasons[cell] == .known
      if let position = meeting.position(0, cell) { traced[0].improve(position, upper) }
      guard let position = meeting.position(1, cell) else { continue }
      let isNeeded = isFilled || (!meeting.isKnown(0, cell) && !meeting.isKnown(1, cell))
      traced[1].improve(position, upper == .used && !isNeeded ? .unchosen : upper)
    }
    if result.isTooLarge { traced = meeting.allFates(.limit) }
    for (operand, fates) in zip([inner, other], traced) { trace(operand, fates, scenario, &walk) }
  }

  /// Traces `if`: the side that is not taken is not chosen, and an unknown test loses both.
  private mutating func traceChoice(
    _ whole: CheckedExpression, _ arguments: [CheckedExpression], _ fates: Fates, _ scenario: ScenarioID,
    _ walk: inout LedgerWalk
  ) {
    let result = presence(of: whole, scenario)
    let test = presence(of: arguments[0], scenario)
    let meeting = MeetingCells(
      [test, presence(of: arguments[1], scenario), presence(of: arguments[2], scenario)], in: result.axes)
    var traced = meeting.noFates
    for cell in 0..<min(result.count, fates.count) {
      guard let upper = fates[cell] else { continue }
      let place = meeting.position(0, cell)
      let isDecided = meeting.isKnown(0, cell)
      let chosen = isDecided && place.map { test.values[$0] != 0 } ?? false ? 1 : 2
      if let place {
        let isLost = upper == .used && isDecided && result.reasons[cell] != .known
        traced[0].improve(place, isLost ? meeting.loss(of: chosen, cell) ?? .undefined : upper)
      }
      for side in 1...2 {
        guard let position = meeting.position(side, cell) else { continue }
        var cause = upper
        if upper == .used, isDecided, side != chosen { cause = .unchosen }
        if upper == .used, !isDecided, meeting.isKnown(side, cell) { cause = meeting.loss(of: 0, cell) ?? .undefined }
        traced[side].improve(position, cause)
      }
    }
    if result.isTooLarge { traced = meeting.allFates(.limit) }
    for (operand, fates) in zip(arguments, traced) { trace(operand, fates, scenario, &walk) }
  }

  /// Traces what brackets choose: all other cells are not asked for.
  private mutating func trace(
    _ inner: CheckedExpression, chosenBy selection: Selection, _ fates: Fates, _ scenario: ScenarioID,
    _ walk: inout LedgerWalk
  ) {
    let scenario = selection.scenario ?? scenario
    let cube = presence(of: inner, scenario)
    let chosen = select(Cube(placesOver: cube.axes), selection)
    var traced = Fates(.selection, count: cube.count)
    for cell in 0..<min(chosen.count, fates.count) where chosen.reasons[cell] == .known {
      if let upper = fates[cell] { traced.improve(Int(chosen.values[cell]), upper) }
    }
    trace(inner, traced, scenario, &walk)
  }
}
