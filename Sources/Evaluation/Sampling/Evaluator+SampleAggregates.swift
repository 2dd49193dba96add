import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns what `call` makes of the samples of its argument, and remembers how many of them are known.
  ///
  /// Where nothing is uncertain every sample would be the value itself.
  mutating func collapseSamples(_ call: AggregateCall, at range: SourceRange, _ surroundings: Surroundings) -> Cube {
    guard let argument = call.argument else { return Cube(axes: [], missing: .undefined) }
    let left = CheckedExpression(.missing, argument.type, argument.range)
    let taken = call.filter.map { CheckedExpression(.cells(.if, [$0, argument, left]), argument.type, argument.range) }
    let central = cube(taken ?? argument, surroundings)
    guard !SampleCells.areTooMany(over: central.axes, count: sampling.count) else {
      report(EvaluationProblem.tooLarge(limit: Alignment.mostCells).diagnostic(at: range))
      return Cube(axes: central.axes, missing: .tooLarge)
    }
    var samples = SampleCells()
    let isUncertain = sample(taken ?? argument, in: surroundings.scenario) { samples.add($0, $1) }
    if !isUncertain { samples.add(central, 0..<1) }
    var result = Cube(axes: samples.axes, missing: .undefined)
    var known = Cube(placesOver: samples.axes)
    var frame = known
    for cell in 0..<result.count {
      let numbers = samples.numbers[cell]
      known.values[cell] = isUncertain ? Double(numbers.count) : 0
      frame.values[cell] = isUncertain ? Double(numbers.count + samples.missing[cell]) : 0
      if numbers.isEmpty, samples.missing[cell] > 0 {
        result.reasons[cell] = samples.reasons[cell]
      } else if let require = call.require, known.values[cell] < require * frame.values[cell] {
        result.reasons[cell] = .coverage
      } else if let number = number(of: call, numbers, times: isUncertain ? 1 : sampling.count) {
        result.values[cell] = number
        result.reasons[cell] = .known
      }
    }
    coverages[CoverageKey(range: range, scenario: surroundings.scenario)] = Coverage(
      known: known, frame: frame, total: nil, weightShare: nil, unknownWeights: Cube(0), droppedUnknown: 0,
      collapsed: [.sample])
    return result
  }

  /// Returns what `call` makes of `numbers`, each of which stands for so many samples.
  private func number(of call: AggregateCall, _ numbers: [Double], times: Int) -> Double? {
    if call.function == .count {
      return Double(times) * (call.countsKnown ? Double(numbers.count) : Kernels.sum(numbers))
    }
    var values = numbers
    if let least = numbers.min(), let greatest = numbers.max() {
      // Equal numbers have no spread, and their mean is theirs to the last digit; what differs by rounding is equal.
      let isSpread = call.function == .stdev || call.function == .cv
      if isSpread ? equalAtTwelveDigits(least, greatest) : least == greatest { values = [least, least] }
    }
    return call.function.collapse(values, weights: nil, level: call.level, type: call.quantileType)
  }
}
