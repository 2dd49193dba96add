import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the value of an aggregate, and remembers its coverage.
  mutating func aggregate(_ call: AggregateCall, at range: SourceRange, _ surroundings: Surroundings) -> Cube {
    if call.function == .distinct { return countDistinct(call, at: range, surroundings) }
    if case .relation(let relation, let by) = call.frame {
      return aggregate(call, over: relation, by: by, at: range, surroundings.scenario)
    }
    if call.collapsesSamples { return collapseSamples(call, at: range, surroundings) }
    if let firsts = firstPeriods(call, surroundings) { return firsts }
    if let firsts = firstPeriods(call, at: range, surroundings) { return firsts }
    if let tallied = tallied(call, at: range, surroundings) { return tallied }
    if let members = collapsedMembers(call, surroundings) {
      coverages[CoverageKey(range: range, scenario: surroundings.scenario)] = members.coverage(
        of: call, in: surroundings.scenario)
      return members.result.cube
    }
    let plan = streamedPlan(of: call, surroundings)
    if let plan, let streamed = streamed(call, plan, surroundings) {
      coverages[CoverageKey(range: range, scenario: surroundings.scenario)] = streamed.coverage(
        of: call, in: surroundings.scenario)
      return Cube(streamed.number)
    }
    let computed = plan?.result(workers(surroundings))
    guard let argument = call.argument, let frame = frame(of: call, surroundings, computed) else {
      return Cube(axes: [], missing: .undefined)
    }
    let (value, totals) = (frame.value, frame.totals)
    var groups = frame.groups
    if call.function == .rank { groups.isLowerFirst = lowerFirst(of: call, frame.groupAxes) }
    // Where the first period in which something holds is asked, it may well hold in all.
    if let place = call.filter?.range, !argument.isDimension {
      note(place, .aggregate, kept: frame.kept.memberCount, unknown: groups.droppedUnknown, of: frame.total)
    }
    reportUnstatedTotals(in: value, frame.collapsed, at: argument.range) { frame.kept.takesPart($0) }
    var result = groups.collapse(
      call, value, second: frame.second, weight: frame.weight,
      axes: call.function.keepsCells ? value.axes : frame.groupAxes, groupAxes: frame.groupAxes,
      lowerFirst: call.function == .rank && isLowerBetter(argument), workers: workers(surroundings))
    if call.function.keepsCells, let totals {
      // A whole has no place among its own parts.
      for offset in totals.isLeftOut.indices where totals.isLeftOut[offset] {
        result.cube.reasons[offset] = .notApplicable
      }
    }
    if case .dimension = argument.form {
      // A condition that never holds has no first period; the labels themselves are all known.
      sayNever(&result.cube, call, frame, surroundings)
      if groups.droppedUnknown == 0 { return result.cube }
    }
    coverages[CoverageKey(range: range, scenario: surroundings.scenario)] = Coverage(
      known: result.known, frame: result.frame, total: nil, weightShare: result.weightShare,
      unknownWeights: result.unknownWeights,
      droppedUnknown: groups.droppedUnknown, collapsed: frame.collapsed, balance: frame.balance,
      totals: totals?.count ?? 0,
      members: call.function.keepsCells
        ? nil
        : KnownMembers(
          call: call, scenario: surroundings.scenario, answers: result.cube, axes: value.axes,
          collapsed: frame.collapsed, isComplete: groups.wholeLayout != nil && result.isComplete))
    return result.cube
  }

  /// Returns those who may share work on large cubes: nobody else where the work is shared already.
  func workers(_ surroundings: Surroundings) -> Workers {
    block == nil && surroundings.member == nil ? sampling.workers : Workers()
  }

  /// Returns text as cells that are known or not, and numbers as they are.
  func countable(_ value: Value) -> Cube {
    switch value {
    case .numbers(let cube): cube
    case .texts(let texts):
      Cube(
        axes: texts.axes, values: texts.cells.map { _ in 1 },
        reasons: texts.cells.map { $0.isEmpty ? .notReported : .known })
    }
  }

  /// Returns whether less of `argument` is better, so that the lowest ranks first.
  func isLowerBetter(_ argument: CheckedExpression) -> Bool {
    guard case .definition(.indicator(let position)) = argument.form else { return false }
    return program.indicators[position].better == .lower
  }
}

extension AggregateCall.Frame {
  /// Returns which dimensions of a value with `axes` are collapsed.
  func collapsed(of axes: [Axis]) -> [Dimension] {
    let all = axes.map(\.dimension)
    let data = all.filter { ![.period, .scenario, .indicator, .sample].contains($0) }
    return switch self {
    case .data: data
    case .over(let dimensions): all.filter(dimensions.contains)
    case .by(let dimensions): data.filter { !dimensions.contains($0) }
    case .relation: []
    }
  }
}

extension CheckedExpression {
  /// Whether the expression is the labels of a dimension.
  fileprivate var isDimension: Bool {
    if case .dimension = form { true } else { false }
  }
}
