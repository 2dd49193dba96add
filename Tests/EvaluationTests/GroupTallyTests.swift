import Indicators
import Semantics
import Source
import TestSupport
import Testing

@testable import Evaluation

/// Tallies of parts of a group, added up, come to what collapsing the whole group does.
@Suite struct GroupTallyTests {
  private func call(_ function: AggregateFunction, _ dimensions: [Dimension], require: Double?) -> AggregateCall {
    let range = SourceRange(SourceID(0), 0, 0)
    let shape: ValueType.Shape = function == .count ? .truth : .flexible
    return AggregateCall(
      function: function, argument: CheckedExpression(.truth(true), ValueType(shape), range),
      frame: .over(dimensions), require: require)
  }

  private func cells(_ count: Int, _ function: AggregateFunction, gaps: Int, _ random: inout SeededGenerator) -> (
    [Double], [MissingReason]
  ) {
    let reasons: [MissingReason] = (0..<count).map { _ in
      Int.random(in: 0..<100, using: &random) < gaps
        ? [.notReported, .never, .noSuchCombination, .outsideData].randomElement(using: &random) ?? .gap : .known
    }
    let values = (0..<count).map { _ in
      function == .count
        ? Double(Int.random(in: 0...1, using: &random))
        : Double(Int.random(in: -3...3, using: &random)) * Double.random(in: 0...1e6, using: &random)
    }
    return (values, reasons)
  }

  @Test func partsAddUpToTheWhole() {
    var random = SeededGenerator(seed: 83)
    var undecided = 0
    for round in 0..<600 {
      let function = [AggregateFunction.sum, .mean, .min, .max, .count][round % 5]
      let (regions, periods, members) = (
        Int.random(in: 1...(round % 4 == 0 ? 600 : 40), using: &random), Int.random(in: 1...6, using: &random),
        Int.random(in: 1...4, using: &random)
      )
      let inner = [
        Axis(.region, (0..<regions).map { .member(Member(code: Int32($0))) }),
        Axis(.period, (0..<periods).map { .period(Period(year: 2000 + $0)) }),
      ]
      let axes = [Axis(.indicator, (0..<members).map { .member(Member(code: Int32(100 + $0))) })] + inner
      let dimensions: [Dimension] = round % 3 == 0 ? [.indicator, .region, .period] : [.indicator, .region]
      let call = call(function, dimensions, require: [nil, 0.9, 0.5][round % 7 % 3])
      let size = regions * periods
      var (values, reasons) = cells(size * members, function, gaps: [0, 10, 60, 100][round / 5 % 4], &random)
      if round % 11 == 0 { reasons[size / 2] = .circular }
      if round % 13 == 0, function != .count { values[size / 2] = 0x1p-950 }
      let value = Cube(axes: axes, values: values, reasons: reasons)
      var grouping = Grouping(axes, collapsing: dimensions)
      grouping.leaveOut(value, nil)
      let groupAxes = axes.filter { !dimensions.contains($0.dimension) }
      let expected = grouping.collapse(
        call, value, second: nil, weight: nil, axes: groupAxes, groupAxes: groupAxes, lowerFirst: false)
      var groups = Array(repeating: GroupTally(), count: expected.cube.count)
      for member in 0..<members {
        let part = member * size..<(member + 1) * size
        let tally = MemberTally(
          call, Cube(axes: inner, values: Array(values[part]), reasons: Array(reasons[part])))
        for (group, next) in tally.groups.enumerated() { groups[group].add(next) }
      }
      for (group, tally) in groups.enumerated() {
        let outcome = tally.outcome(call)
        guard let outcome else {
          // The sum is too near to half-way between two doubles.
          undecided += 1
          continue
        }
        #expect(outcome.number == expected.cube[group])
        if expected.cube[group] == nil { #expect(outcome.reason == expected.cube.reasons[group]) }
        #expect(Double(tally.known) == expected.known[group] && Double(tally.frame) == expected.frame[group])
      }
    }
    #expect(undecided < 10)
  }
}
