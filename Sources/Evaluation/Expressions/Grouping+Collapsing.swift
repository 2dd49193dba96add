import Indicators
import Semantics

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

  /// Collapses `value` group by group, with `second` where cells of two cubes meet; a function that gives every cell a
  /// number of its own collapses nothing.
  func collapse(
    _ call: AggregateCall, _ value: Cube, second: Cube?, weight: Cube?, axes: [Axis], groupAxes: [Axis],
    lowerFirst: Bool
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
    } else if let layout = wholeLayout, layout.memberCount > 0,
      [value, second, weight].allSatisfy({ $0?.isComplete ?? true })
    {
      collapseWhole(call, value, second, weight, layout, &result)
    } else {
      var cells = GroupCells()
      for index in 0..<count { collapse(call, value, second, weight, index, &cells, &result) }
    }
    return result
  }

  /// Collapses groups all of whose cells take part and are known.
  private func collapseWhole(
    _ call: AggregateCall, _ value: Cube, _ second: Cube?, _ weight: Cube?, _ layout: GroupLayout,
    _ result: inout Result
  ) {
    let members = Double(layout.memberCount)
    var numbers = GatheredNumbers(value, layout)
    var others = second.map { GatheredNumbers($0, layout) }
    var weights = weight.map { GatheredNumbers($0, layout) }
    for index in 0..<count {
      result.known.values[index] = members
      result.frame.values[index] = members
      let weights = weights?.gather(index)
      if let weights, Kernels.sum(weights) > 0 {
        result.weightShare?.values[index] = 1
        result.weightShare?.reasons[index] = .known
      }
      if let number = collapsed(call, numbers.gather(index), others?.gather(index), weights) {
        result.cube.values[index] = number
        result.cube.reasons[index] = .known
      }
    }
  }

  private func collapse(
    _ call: AggregateCall, _ value: Cube, _ second: Cube?, _ weight: Cube?, _ index: Int, _ cells: inout GroupCells,
    _ result: inout Result
  ) {
    cells.take(self, index, value, second, weight)
    result.known.values[index] = Double(cells.numbers.count)
    result.frame.values[index] = Double(cells.count)
    let coverage = note(cells, weight, index, &result)
    if cells.isCircular {
      result.fill(index, .circular, nil)
    } else if call.requires(moreThan: coverage) {
      result.fill(index, .coverage, nil)
    } else if let number = collapsed(
      call, cells.numbers, second.map { _ in cells.others }, weight.map { _ in cells.weights })
    {
      result.cube.values[index] = number
      result.cube.reasons[index] = .known
    } else {
      result.cube.reasons[index] =
        call.isBalanced && cells.lacksCoverage
        ? .coverage : cells.numbers.isEmpty ? cells.firstMissing ?? .undefined : .undefined
    }
  }

  /// Notes what is known of a group's weights, and returns which share of its cells, and of their weight, is known.
  private func note(_ cells: GroupCells, _ weight: Cube?, _ index: Int, _ result: inout Result) -> Double {
    let coverage = cells.count == 0 ? 1 : Double(cells.numbers.count) / Double(cells.count)
    guard weight != nil else { return coverage }
    result.unknownWeights.values[index] = Double(cells.count - cells.allWeights.count)
    let total = Kernels.sum(cells.allWeights)
    guard total > 0 else { return coverage }
    let share = Kernels.sum(cells.weights) / total
    result.weightShare?.values[index] = share
    result.weightShare?.reasons[index] = .known
    return min(coverage, share)
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
    result.known.values[index] = Double(cells.numbers.count)
    result.frame.values[index] = Double(offsets.count)
    let coverage = note(cells, weight, index, &result)
    if cells.isCircular {
      result.fill(index, .circular, call.function == .rank ? offsets : nil)
    } else if call.requires(moreThan: coverage) {
      result.fill(index, .coverage, offsets)
    } else {
      let known = offsets.filter { value.reasons[$0] == .known && second?.reasons[$0] ?? .known == .known }
      place(
        call.function, known, of: offsets, value, second,
        lowerFirst || (isLowerFirst.isEmpty ? false : isLowerFirst[index]), &result.cube)
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

  /// Whether more is required than the share `coverage`.
  fileprivate func requires(moreThan coverage: Double) -> Bool {
    require.map { coverage < $0 && compareAtTwelveDigits(coverage, $0) < 0 } ?? false
  }
}
