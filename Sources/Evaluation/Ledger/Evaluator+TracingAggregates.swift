import Indicators
import Semantics

extension Evaluator {
  /// Traces an aggregate over data; one over a relation's rows rests on no row of a sheet of its own.
  mutating func trace(
    _ call: AggregateCall, of whole: CheckedExpression, _ fates: Fates, _ scenario: ScenarioID,
    _ walk: inout LedgerWalk
  ) {
    if case .relation = call.frame { return }
    guard let argument = call.argument else { return }
    let result = presence(of: whole, scenario)
    let operands = [argument] + [call.filter, call.weight].compactMap { $0 }
    let cubes = operands.map { presence(of: $0, scenario) }
    let axes = cubes.dropFirst().reduce(cubes[0].axes) { Alignment($0, $1.axes).axes }
    guard Alignment.greatestCount(axes, []) <= Alignment.mostCells, !result.isTooLarge else {
      for (operand, cube) in zip(operands, cubes) {
        trace(operand, Fates(.limit, count: cube.count), scenario, &walk)
      }
      return
    }
    let meeting = MeetingCells(cubes, in: axes)
    let groups = Alignment.positions(of: result.axes, in: axes)
    let (filter, weight) = (call.filter == nil ? nil : 1, call.weight == nil ? nil : operands.count - 1)
    var traced = meeting.noFates
    for cell in groups.indices where groups[cell] >= 0 {
      let group = Int(groups[cell])
      guard group < fates.count, let upper = fates[group] else { continue }
      let place = meeting.position(0, cell)
      // No value is due there, so none takes part.
      if let place, cubes[0].reasons[place] == .noSuchCombination { continue }
      let known: LedgerCause = result.reasons[group] == .known ? .used : loss(result.reasons[group])
      var dropped: LedgerCause?
      if let filter {
        if !meeting.isKnown(filter, cell) {
          dropped = .filterUnknown
        } else if let position = meeting.position(filter, cell), cubes[filter].values[position] == 0 {
          dropped = .filter
        }
      }
      for operand in operands.indices {
        guard let position = meeting.position(operand, cell) else { continue }
        var cause = upper
        if upper == .used {
          // A condition that is false reaches no result either.
          if let dropped, operand != filter || dropped == .filter {
            cause = dropped
          } else if meeting.isKnown(operand, cell) {
            cause = known
            if operand == 0, let weight, let loss = meeting.loss(of: weight, cell) { cause = loss }
            if operand == weight, let loss = meeting.loss(of: 0, cell) { cause = loss }
          }
        }
        traced[operand].improve(position, cause)
      }
    }
    for (operand, fates) in zip(operands, traced) { trace(operand, fates, scenario, &walk) }
  }

  /// Returns how a known cell is lost in a group whose result is missing for `reason`.
  private func loss(_ reason: MissingReason) -> LedgerCause {
    switch reason {
    case .coverage: .coverage
    case .tooLarge: .limit
    case .known, .notReported, .suppressed, .notApplicable, .unreadable, .undefined, .outsideData, .gap, .conflict,
      .noSuchCombination, .stated:
      .undefined
    }
  }
}
