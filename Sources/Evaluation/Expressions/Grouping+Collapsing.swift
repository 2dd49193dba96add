import Indicators
import Semantics
import Source

extension Grouping {
  /// What collapsing gives.
  struct Result {
    var cube: Cube
    var known: Cube
    var frame: Cube
    var weightShare: Cube?
    var unknownWeights: Cube

    /// Whether every cell of every group is known.
    var isComplete: Bool { known.values == frame.values && unknownWeights.values.allSatisfy { $0 == 0 } }
  }

  /// How many cells a worker takes at once.
  private static let partSize = 1 << 15

  /// Collapses `value` group by group, with `second` where cells of two cubes meet; a function that gives every cell a
  /// number of its own collapses nothing.
  func collapse(
    _ call: AggregateCall, _ value: Cube, second: Cube?, weight: Cube?, axes: [Axis], groupAxes: [Axis],
    lowerFirst: Bool, workers: Workers = Workers()
  ) -> Result {
    let zero = Cube(
      axes: groupAxes, values: Array(repeating: 0, count: count), reasons: Array(repeating: .known, count: count))
    var result = Result(
      cube: Cube(axes: axes, missing: .undefined), known: zero, frame: zero,
      weightShare: weight.map { _ in Cube(axes: groupAxes, missing: .undefined) }, unknownWeights: zero)
    if call.function.keepsCells {
      for offset in value.reasons.indices where value.reasons[offset] == .noSuchCombination {
        result.cube.reasons[offset] = .noSuchCombination
      }
      for index in 0..<count { collapseKeeping(call, value, second, weight, index, lowerFirst, &result) }
      return result
    }
    let size = max(1, Self.partSize / max(1, (cellCount + count - 1) / max(1, count)))
    let parts = (count + size - 1) / size
    let outcomes = WorkerResults<[GroupOutcome]>(parts, [])
    let isWhole = wholeLayout != nil && [value, second, weight].allSatisfy { $0?.isComplete ?? true }
    workers.share(0..<parts) { [self] part, _ in
      let groups = part * size..<min((part + 1) * size, count)
      outcomes.set(
        part,
        isWhole
          ? wholeOutcomes(call, value, second, weight, groups, parts == 1 ? workers : Workers())
          : self.outcomes(call, value, second, weight, groups))
    }
    for (index, outcome) in outcomes.all.joined().enumerated() { result.set(index, outcome) }
    return result
  }

  /// Collapses groups all of whose cells take part and are known.
  private func wholeOutcomes(
    _ call: AggregateCall, _ value: Cube, _ second: Cube?, _ weight: Cube?, _ groups: Range<Int>, _ workers: Workers
  ) -> [GroupOutcome] {
    guard let layout = wholeLayout else { return [] }
    if second == nil, weight == nil { return wholeOutcomes(call, value, layout, groups, workers) }
    var numbers = GatheredNumbers(value, layout)
    var others = second.map { GatheredNumbers($0, layout) }
    var weights = weight.map { GatheredNumbers($0, layout) }
    return groups.map { index in
      var outcome = GroupOutcome(frame: layout.memberCount, known: layout.memberCount)
      let weights = weights?.gather(index)
      if let weights, Kernels.sum(weights) > 0 { outcome.weightShare = 1 }
      outcome.number = collapsed(call, numbers.gather(index), others?.gather(index), weights)
      return outcome
    }
  }

  /// Collapses groups all of whose cells take part and are known, and which nothing meets or weighs.
  private func wholeOutcomes(
    _ call: AggregateCall, _ value: Cube, _ layout: GroupLayout, _ groups: Range<Int>, _ workers: Workers
  ) -> [GroupOutcome] {
    var outcome = GroupOutcome(frame: layout.memberCount, known: layout.memberCount)
    if layout.groupCount == 1, let total = sum(call, value.values, workers) {
      outcome.number = total
      return [outcome]
    }
    var outcomes: [GroupOutcome] = []
    outcomes.reserveCapacity(groups.count)
    var search = RankSearch()
    value.values.withUnsafeBufferPointer { values in
      layout.forEachGroup(groups, of: values) { numbers in
        outcome.number =
          call.function == .count && call.countsKnown
          ? Double(numbers.count)
          : call.function.collapse(numbers, level: call.level, type: call.quantileType, &search)
        outcomes.append(outcome)
      }
    }
    return outcomes
  }

  /// Returns the sum, or the mean, of all cells of a large cube, which `workers` share; nil for another function.
  private func sum(_ call: AggregateCall, _ values: [Double], _ workers: Workers) -> Double? {
    guard values.count >= 2 * Self.partSize, call.function == .sum || call.function == .mean else { return nil }
    let total = Kernels.sum(values, workers)
    guard total.isFinite else { return nil }
    return call.function == .sum ? total : total / Double(values.count)
  }

  private func outcomes(
    _ call: AggregateCall, _ value: Cube, _ second: Cube?, _ weight: Cube?, _ groups: Range<Int>
  ) -> [GroupOutcome] {
    if call.function == .count, second == nil, weight == nil { return groups.map { count(call, value, $0) } }
    var cells = GroupCells()
    return groups.map { index in
      cells.take(self, index, value, second, weight)
      var outcome = outcome(of: cells, isWeighed: weight != nil)
      if cells.isCircular {
        outcome.reason = .circular
      } else if call.requires(moreThan: outcome.coverage) {
        outcome.reason = .coverage
      } else {
        outcome.number = collapsed(
          call, cells.numbers, second.map { _ in cells.others }, weight.map { _ in cells.weights })
        outcome.reason =
          call.isBalanced && cells.lacksCoverage
          ? .coverage : cells.numbers.isEmpty ? cells.firstMissing ?? .undefined : .undefined
      }
      return outcome
    }
  }

  /// Counts the cells of a group that are known, or in which a condition holds.
  private func count(_ call: AggregateCall, _ value: Cube, _ index: Int) -> GroupOutcome {
    var (frame, known, holds, isCircular) = (0, 0, 0.0, false)
    forEachMember(of: index) { offset in
      frame += 1
      let isKnown = value.reasons[offset].isKnown
      known += isKnown ? 1 : 0
      holds += isKnown ? value.values[offset] : 0
      if value.reasons[offset] == .circular { isCircular = true }
    }
    var outcome = GroupOutcome(frame: frame, known: known)
    if isCircular {
      outcome.reason = .circular
    } else if call.requires(moreThan: outcome.coverage) {
      outcome.reason = .coverage
    } else {
      outcome.number = call.countsKnown ? Double(known) : holds
    }
    return outcome
  }

  /// Returns what is known of a group's cells and weights.
  private func outcome(of cells: GroupCells, isWeighed: Bool) -> GroupOutcome {
    var outcome = GroupOutcome(frame: cells.count, known: cells.numbers.count)
    guard isWeighed else { return outcome }
    outcome.unknownWeights = cells.count - cells.allWeights.count
    let total = Kernels.sum(cells.allWeights)
    if total > 0 { outcome.weightShare = Kernels.sum(cells.weights) / total }
    return outcome
  }

  private func collapsed(
    _ call: AggregateCall, _ numbers: [Double], _ others: [Double]?, _ weights: [Double]?
  ) -> Double? {
    if let others { return call.function.collapse(numbers, with: others) }
    if call.function == .count, call.countsKnown { return Double(numbers.count) }
    return call.function.collapse(numbers, weights: weights, level: call.level, type: call.quantileType)
  }

  /// Gives every cell of a group its number.
  private func collapseKeeping(
    _ call: AggregateCall, _ value: Cube, _ second: Cube?, _ weight: Cube?, _ index: Int, _ lowerFirst: Bool,
    _ result: inout Result
  ) {
    let offsets = members(of: index)
    var cells = GroupCells()
    cells.take(self, index, value, second, weight)
    let outcome = outcome(of: cells, isWeighed: weight != nil)
    result.setCoverage(index, outcome)
    if cells.isCircular {
      for position in call.function == .rank ? offsets : [index] { result.cube.reasons[position] = .circular }
    } else if call.requires(moreThan: outcome.coverage) {
      for position in offsets { result.cube.reasons[position] = .coverage }
    } else {
      let known = offsets.filter { value.reasons[$0] == .known && second?.reasons[$0] ?? .known == .known }
      place(
        call.function, known, of: offsets, value, second,
        lowerFirst || (isLowerFirst.isEmpty ? false : isLowerFirst[index]), &result.cube)
    }
  }
}

extension Grouping.Result {
  /// Sets what the group at `index` comes to.
  mutating func set(_ index: Int, _ outcome: GroupOutcome) {
    setCoverage(index, outcome)
    cube.values[index] = outcome.number ?? 0
    cube.reasons[index] = outcome.number == nil ? outcome.reason : .known
  }

  /// Sets what the group at `index` rests on.
  fileprivate mutating func setCoverage(_ index: Int, _ outcome: GroupOutcome) {
    known.values[index] = Double(outcome.known)
    frame.values[index] = Double(outcome.frame)
    unknownWeights.values[index] = Double(outcome.unknownWeights)
    guard let share = outcome.weightShare else { return }
    weightShare?.values[index] = share
    weightShare?.reasons[index] = .known
  }
}

extension AggregateCall {
  /// Whether `count` counts cells that are known, because what it is given is not a condition.
  var countsKnown: Bool { argument?.type.shape != .truth }

  /// Whether more is required than the share `coverage`.
  func requires(moreThan coverage: Double) -> Bool {
    require.map { coverage < $0 && compareAtTwelveDigits(coverage, $0) < 0 } ?? false
  }
}
