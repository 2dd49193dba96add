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
    guard let argument = call.argument, let frame = frame(of: call, surroundings) else {
      return Cube(axes: [], missing: .undefined)
    }
    let (value, totals) = (frame.value, frame.totals)
    var groups = frame.groups
    if call.function == .rank { groups.isLowerFirst = lowerFirst(of: call, frame.groupAxes) }
    // Where the first period in which something holds is asked, it may well hold in all.
    if let place = call.filter?.range, !argument.isDimension {
      note(place, .aggregate, kept: frame.kept, unknown: groups.droppedUnknown, of: frame.total)
    }
    reportUnstatedTotals(in: value, frame.collapsed, at: argument.range) { frame.takesPart[$0] }
    var result = groups.collapse(
      call, value, second: frame.second, weight: frame.weight,
      axes: call.function.keepsCells ? value.axes : frame.groupAxes, groupAxes: frame.groupAxes,
      lowerFirst: call.function == .rank && isLowerBetter(argument))
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
          value, frame.second, frame.weight, groups, frame.collapsed, hasFilter: call.filter != nil,
          answers: result.cube))
    return result.cube
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

  func collapsedDimensions(of axes: [Axis], _ frame: AggregateCall.Frame) -> [Dimension] {
    let all = axes.map(\.dimension)
    let data = all.filter { ![.period, .scenario, .indicator, .sample].contains($0) }
    return switch frame {
    case .data: data
    case .over(let dimensions): all.filter(dimensions.contains)
    case .by(let dimensions): data.filter { !dimensions.contains($0) }
    case .relation: []
    }
  }

  /// Returns whether less of `argument` is better, so that the lowest ranks first.
  func isLowerBetter(_ argument: CheckedExpression) -> Bool {
    guard case .definition(.indicator(let position)) = argument.form else { return false }
    return program.indicators[position].better == .lower
  }
}

/// Which group each cell belongs to, and which cells take part.
struct Grouping {
  /// The group of each cell; −1 for a cell that takes no part.
  var group: [Int32]
  /// How many groups there are.
  let count: Int
  /// Whether the lowest of each group is the first, where that differs by group.
  var isLowerFirst: [Bool] = []
  /// How many cells were dropped because the filter is unknown there.
  private(set) var droppedUnknown = 0

  init(group: [Int32], count: Int) {
    self.group = group
    self.count = count
  }

  /// How many cells take part.
  var memberCount: Int { group.count { $0 >= 0 } }

  /// Drops the cells of combinations that the sheet does not have, neither of the argument nor of what meets it.
  mutating func leaveOut(_ value: Cube, _ second: Cube?) {
    for offset in group.indices {
      let isAbsent =
        value.reasons[offset] == .noSuchCombination
        || second?.reasons[offset] == .noSuchCombination && value.reasons[offset] == .outsideData
      if isAbsent { group[offset] = -1 }
    }
  }

  /// Drops the cells of wholes that stand beside their parts.
  mutating func leaveOut(_ totals: LeftOutTotals) {
    for offset in group.indices where totals.isLeftOut[offset] { group[offset] = -1 }
  }

  /// Drops the cells at which `filter` is not true.
  mutating func apply(_ filter: Cube?) {
    guard let filter else { return }
    for offset in group.indices where group[offset] >= 0 {
      if filter.reasons[offset] != .known {
        droppedUnknown += 1
        group[offset] = -1
      } else if filter.values[offset] == 0 {
        group[offset] = -1
      }
    }
  }

  /// What collapsing gives.
  struct Result {
    var cube: Cube
    var known: Cube
    var frame: Cube
    var weightShare: Cube?
    var unknownWeights: Cube
  }

  /// Collapses `value` group by group, with `second` where cells of two cubes meet; a function that gives every cell a
  /// number of its own collapses nothing.
  func collapse(
    _ call: AggregateCall, _ value: Cube, second: Cube?, weight: Cube?, axes: [Axis], groupAxes: [Axis],
    lowerFirst: Bool
  ) -> Result {
    var members: [[Int]] = Array(repeating: [], count: count)
    for (offset, group) in group.enumerated() where group >= 0 { members[Int(group)].append(offset) }
    let zero = Array(repeating: 0.0, count: count)
    let known = Array(repeating: MissingReason.known, count: count)
    var result = Result(
      cube: Cube(axes: axes, missing: .undefined), known: Cube(axes: groupAxes, values: zero, reasons: known),
      frame: Cube(axes: groupAxes, values: zero, reasons: known),
      weightShare: weight.map { _ in Cube(axes: groupAxes, missing: .undefined) },
      unknownWeights: Cube(axes: groupAxes, values: zero, reasons: known))
    if call.function.keepsCells {
      for offset in group.indices where value.reasons[offset] == .noSuchCombination {
        result.cube.reasons[offset] = .noSuchCombination
      }
    }
    for (index, offsets) in members.enumerated() {
      collapse(call, value, second, weight, offsets, index, lowerFirst, &result)
    }
    return result
  }

  private func collapse(
    _ call: AggregateCall, _ value: Cube, _ second: Cube?, _ weight: Cube?, _ offsets: [Int], _ index: Int,
    _ lowerFirst: Bool, _ result: inout Result
  ) {
    let cells = offsets.filter { offset in
      value.reasons[offset] == .known && second.map { $0.reasons[offset] == .known } ?? true
    }
    let weighed = weight.map { weight in cells.filter { weight.reasons[$0] == .known } } ?? cells
    result.known.values[index] = Double(weighed.count)
    result.frame.values[index] = Double(offsets.count)
    var coverage = offsets.isEmpty ? 1 : Double(weighed.count) / Double(offsets.count)
    if let weight {
      let weights = offsets.filter { weight.reasons[$0] == .known }
      result.unknownWeights.values[index] = Double(offsets.count - weights.count)
      let total = Kernels.sum(weights.map { weight.values[$0] })
      if total > 0 {
        let share = Kernels.sum(weighed.map { weight.values[$0] }) / total
        result.weightShare?.values[index] = share
        result.weightShare?.reasons[index] = .known
        coverage = min(coverage, share)
      }
    }
    if offsets.contains(where: { value.reasons[$0] == .circular }) {
      result.fill(index, .circular, call.function == .rank ? offsets : nil)
      return
    }
    if let require = call.require, coverage < require, compareAtTwelveDigits(coverage, require) < 0 {
      result.fill(index, .coverage, call.function.keepsCells ? offsets : nil)
      return
    }
    if call.function.keepsCells {
      place(
        call.function, cells, of: offsets, value, second,
        lowerFirst || (isLowerFirst.isEmpty ? false : isLowerFirst[index]), &result.cube)
      return
    }
    let numbers = weighed.map { value.values[$0] }
    let isCount = call.function == .count
    let number =
      if let second {
        call.function.collapse(numbers, with: weighed.map { second.values[$0] })
      } else {
        call.function.collapse(
          isCount && call.countsKnown ? numbers.map { _ in 1 } : numbers,
          weights: weight.map { weight in weighed.map { weight.values[$0] } }, level: call.level,
          type: call.quantileType)
      }
    if let number {
      result.cube.values[index] = number
      result.cube.reasons[index] = .known
    } else {
      let firstMissing = offsets.lazy.map { offset in
        value.reasons[offset] == .known ? second?.reasons[offset] ?? .known : value.reasons[offset]
      }.first { $0 != .known }
      let isUnbalanced = call.isBalanced && offsets.contains { value.reasons[$0] == .coverage }
      result.cube.reasons[index] =
        isUnbalanced ? .coverage : numbers.isEmpty ? firstMissing ?? .undefined : .undefined
    }
  }
}

extension Grouping.Result {
  fileprivate mutating func fill(_ index: Int, _ reason: MissingReason, _ offsets: [Int]?) {
    for position in offsets ?? [index] { cube.reasons[position] = reason }
  }
}

extension AggregateCall {
  /// Whether `count` counts cells that are known, because what it is given is not a condition.
  var countsKnown: Bool { argument?.type.shape != .truth }
}

extension CheckedExpression {
  /// Whether the expression is the labels of a dimension.
  fileprivate var isDimension: Bool {
    if case .dimension = form { true } else { false }
  }
}
