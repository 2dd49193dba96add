import Indicators
import Source
import Syntax
import TestSupport
import Testing

@testable import Evaluation

/// Random cubes, and where their cells are by label.
private struct RandomCubes {
  var random: SeededGenerator
  private let dimensions = [Dimension.indicator, .region, Dimension("class"), .period]

  /// Returns axes in a random order, with labels of a few that other axes may have in another order.
  mutating func axes(sharing other: [Axis] = []) -> [Axis] {
    dimensions.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)).map { dimension in
      if let same = other.first(where: { $0.dimension == dimension }), Bool.random(using: &random) { return same }
      let count = Int.random(in: 1...4, using: &random)
      let places = (0..<5).shuffled(using: &random).prefix(count)
      if dimension == .period { return Axis(dimension, places.sorted().map { .period(Period(year: 2020 + $0)) }) }
      return Axis(dimension, places.map { .member(Member(code: Int32($0))) })
    }
  }

  /// Returns a cube over `axes` in which one cell in `gaps` is missing.
  mutating func cube(_ axes: [Axis], gaps: Int) -> Cube {
    var cube = Cube(axes: axes, missing: .known)
    for offset in 0..<cube.count {
      cube.values[offset] = Double(Int.random(in: -8...8, using: &random)) / 2
      if Int.random(in: 0..<gaps, using: &random) == 0 {
        cube.reasons[offset] = MissingReason.allCases.filter { $0 != .known }.randomElement(using: &random) ?? .gap
      }
    }
    return cube
  }
}

extension Cube {
  /// The cell at the labels that `point` names; outside the data where the cube lacks one.
  fileprivate func cell(at point: [(dimension: Dimension, label: Label)]) -> (value: Double, reason: MissingReason) {
    guard let offset = offset(at: Dictionary(uniqueKeysWithValues: point.map { ($0.dimension, $0.label) })) else {
      return (0, .outsideData)
    }
    return (values[offset], reasons[offset])
  }
}

@Suite struct CubeWalkTests {
  @Test func cellsMeetByTheirLabels() {
    var cubes = RandomCubes(random: SeededGenerator(seed: 21))
    for _ in 0..<400 {
      let axes = cubes.axes()
      let (first, second) = (cubes.cube(axes, gaps: 5), cubes.cube(cubes.axes(sharing: axes), gaps: 5))
      let (sum, conjunction) = (
        first.computed(.add, with: second),
        first.mapped { Double($0 > 0) }
          .and(second.mapped { Double($0 > 0) })
      )
      #expect(sum.axes == Alignment.axes(first.axes, second.axes))
      for offset in 0..<sum.count {
        let (left, right) = (first.cell(at: sum.point(at: offset)), second.cell(at: sum.point(at: offset)))
        let missing = left.reason != .known ? left.reason : right.reason
        #expect(sum.reasons[offset] == missing)
        if missing == .known { #expect(sum.values[offset] == left.value + right.value) }
        let isFalse = left.reason == .known && left.value <= 0 || right.reason == .known && right.value <= 0
        #expect(conjunction[offset] == (isFalse ? 0 : missing == .known ? 1 : nil))
      }
    }
  }

  @Test func spreadCellsKeepTheirLabels() {
    var cubes = RandomCubes(random: SeededGenerator(seed: 22))
    for _ in 0..<300 {
      let (cube, other) = (cubes.cube(cubes.axes(), gaps: 5), cubes.axes())
      let axes = Alignment.axes(other, cube.axes).shuffled(using: &cubes.random)
      let spread = cube.spread(over: axes)
      for offset in 0..<spread.count {
        let (own, cell) = (cube.cell(at: spread.point(at: offset)), (spread.values[offset], spread.reasons[offset]))
        #expect(own.reason == cell.1 && (own.reason != .known || own.value == cell.0))
      }
    }
  }

  @Test func groupsHaveTheCellsOfTheirLabels() {
    var cubes = RandomCubes(random: SeededGenerator(seed: 23))
    for _ in 0..<300 {
      let cube = cubes.cube(cubes.axes(), gaps: 5)
      let collapsed = cube.axes.map(\.dimension).filter { _ in Bool.random(using: &cubes.random) }
      let layout = GroupLayout(cube.axes, collapsing: collapsed)
      let groups = Cube(axes: cube.axes.filter { !collapsed.contains($0.dimension) }, missing: .known)
      #expect(layout.groupCount == groups.count && layout.groupCount * layout.memberCount == cube.count)
      for group in 0..<layout.groupCount {
        let labels = groups.point(at: group)
        let expected = (0..<cube.count).filter { offset in
          let point = cube.point(at: offset)
          return labels.allSatisfy { label in
            point.contains { $0.dimension == label.dimension && $0.label == label.label }
          }
        }
        var found: [Int] = []
        layout.forEachRun(of: group) { start, run in found += (0..<run.count).map { start + $0 * run.stride } }
        #expect(found == expected && found.allSatisfy { layout.group(of: $0) == group })
        var numbers = GatheredNumbers(cube, layout)
        #expect(numbers.gather(group) == expected.map { cube.values[$0] })
      }
      let first = Int.random(in: 0...layout.groupCount, using: &cubes.random)
      var gathered: [[Double]] = []
      cube.values.withUnsafeBufferPointer { values in
        layout.forEachGroup(first..<layout.groupCount, of: values) { gathered.append(Array($0)) }
      }
      #expect(
        gathered
          == (first..<layout.groupCount).map { group in
            (0..<cube.count).filter { layout.group(of: $0) == group }.map { cube.values[$0] }
          })
    }
  }

  /// What is computed block by block is what is computed cube by cube, on any number of workers.
  @Test func blocksGiveWhatWholeCubesGive() {
    var cubes = RandomCubes(random: SeededGenerator(seed: 24))
    let axes = [Axis(.row, (0..<70_000).map { .row($0) })]
    let operands = [
      cubes.cube(axes, gaps: 1000), cubes.cube(axes, gaps: .max), Cube(3.5), cubes.cube(axes, gaps: .max),
    ]
    var plan = ArithmeticPlan()
    // -((a - b) / k) + c / b, of which some is undefined.
    for operand in operands.prefix(2) { plan.add(operand) }
    plan.steps.append(.compute(.subtract))
    plan.add(operands[2])
    plan.steps += [.compute(.divide), .negate]
    plan.add(operands[3])
    plan.add(operands[1])
    plan.steps += [.compute(.divide), .compute(.add)]
    let whole = operands[0].computed(.subtract, with: operands[1]).computed(.divide, with: operands[2]).mapped { -$0 }
      .computed(.add, with: operands[3].computed(.divide, with: operands[1]))
    for count in [1, 3] {
      let result = plan.result(Workers(count: count))
      #expect(result.axes == axes && result.reasons == whole.reasons)
      #expect((0..<whole.count).allSatisfy { result[$0] == whole[$0] })
    }
  }

  /// What is undefined stays so in the steps behind it, beside what is missing and below a fraction.
  @Test func undefinedCellsStayUndefinedInBlocks() {
    var cubes = RandomCubes(random: SeededGenerator(seed: 27))
    let axes = [Axis(.row, (0..<70_000).map { .row($0) })]
    let (gapped, whole, other) = (
      cubes.cube(axes, gaps: 5), cubes.cube(axes, gaps: .max), cubes.cube(axes, gaps: .max)
    )
    for gapped in [gapped, other] {
      for operation in [ArithmeticOperator.divide, .add, .power] {
        // ((whole / other - gapped) op (gapped / whole)) * 0
        var plan = ArithmeticPlan()
        plan.add(whole)
        plan.add(other)
        plan.steps.append(.compute(.divide))
        plan.add(gapped)
        plan.steps.append(.compute(.subtract))
        plan.add(gapped)
        plan.add(whole)
        plan.steps += [.compute(.divide), .compute(operation)]
        plan.add(Cube(0))
        plan.steps.append(.compute(.multiply))
        let left = whole.computed(.divide, with: other).computed(.subtract, with: gapped)
        let expected = left.computed(operation, with: gapped.computed(.divide, with: whole))
          .computed(.multiply, with: Cube(0))
        let result = plan.result(Workers(count: 3))
        #expect(result.reasons == expected.reasons && expected.reasons.contains(.undefined))
        #expect((0..<whole.count).allSatisfy { result[$0] == expected[$0] })
      }
    }
  }

  /// What all cells come to block by block is what they come to when they lie in memory.
  @Test func totalsOfBlocksAreThoseOfWholeCubes() {
    var cubes = RandomCubes(random: SeededGenerator(seed: 26))
    let axes = [Axis(.row, (0..<140_001).map { .row($0) })]
    for gaps in [Int.max, 40_000] {
      var plan = ArithmeticPlan()
      plan.add(cubes.cube(axes, gaps: gaps))
      plan.add(Cube(7))
      plan.steps.append(.compute(.divide))
      plan.add(cubes.cube(axes, gaps: .max))
      plan.steps.append(.compute(.subtract))
      let whole = plan.result(Workers())
      for count in [1, 3] {
        let sum = plan.total(isSummed: true, Workers(count: count))
        let ends = plan.total(isSummed: false, Workers(count: count))
        guard gaps == .max else {
          #expect(sum == nil && ends == nil)
          continue
        }
        #expect(sum?.sum == whole.values.withUnsafeBufferPointer { Kernels.exactSum($0) })
        #expect(ends?.least == whole.values.min() && ends?.greatest == whole.values.max())
      }
      plan = ArithmeticPlan()
      plan.add(whole)
      plan.steps.append(.know)
      #expect(plan.knownCount == whole.reasons.count { $0 == .known })
      #expect(plan.result(Workers()).values == whole.reasons.map { $0 == .known ? 1 : 0 })
    }
  }

  @Test func sharedSumsAreTheSum() {
    var random = SeededGenerator(seed: 25)
    for reach in [1, 40, 600] {
      let values = (0..<100_000).map { _ in
        Double(
          sign: Bool.random(using: &random) ? .plus : .minus, exponent: Int.random(in: -reach...reach, using: &random),
          significand: Double.random(in: 1..<2, using: &random))
      }
      #expect(Kernels.sum(values, Workers(count: 3)) == Kernels.sum(values))
    }
  }
}
