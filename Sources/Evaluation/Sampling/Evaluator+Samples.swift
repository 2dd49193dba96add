import Indicators
import Semantics

extension Evaluator {
  /// How many samples are computed at once.
  private static let blockSize = 4096

  /// Returns the definitions whose values are uncertain in `scenario`.
  mutating func uncertainDefinitions(in scenario: ScenarioID) -> Set<Definition> {
    let layers = layers(of: scenario)
    let order = ScenarioOrder(program, layers)
    var uncertain: Set<Definition> = []
    for group in order.groups {
      let isUncertain = group.contains { definition in
        var expressions = program.formula(of: definition).map { [$0] } ?? []
        for layered in layers.assumptions(of: definition) {
          expressions += layered.assumption.courses.flatMap(\.expressions)
        }
        return expressions.contains { $0.holdsDistribution || $0.definitionsNeeded.contains(where: uncertain.contains) }
      }
      if isUncertain { uncertain.formUnion(group) }
    }
    return uncertain
  }

  /// Calls `take` with the values of `expression` in `scenario` for each block of samples, in their order.
  ///
  /// Answers false, and calls nothing, where no distribution reaches the expression.
  package mutating func sample(
    _ expression: CheckedExpression, in scenario: ScenarioID, _ take: (Cube, Range<Int>) -> Void
  ) -> Bool {
    let uncertain = uncertainDefinitions(in: scenario)
    guard expression.definitionsNeeded.contains(where: uncertain.contains) else { return false }
    // What is certain is computed once for all blocks.
    for definition in expression.definitionsNeeded { _ = value(of: definition, in: scenario) }
    var base = self
    base.values = values.filter { !($0.key.scenario == scenario && uncertain.contains($0.key.definition)) }
    base.overlays = [:]
    base.relations = [:]
    var start = 0
    while start < sampling.count {
      let block = start..<min(start + Self.blockSize, sampling.count)
      var evaluator = base
      evaluator.block = block
      take(evaluator.cube(expression, Surroundings(scenario: scenario)), block)
      start = block.upperBound
    }
    return true
  }

  /// Returns the share of samples in which `condition` holds, in percent; missing where nothing is uncertain.
  mutating func chance(of condition: CheckedExpression, _ surroundings: Surroundings) -> Cube {
    var axes: [Axis]?
    var known: [Double] = []
    var met: [Double] = []
    let isSampled = sample(condition, in: surroundings.scenario) { cube, block in
      let (own, counts) = cube.countedOverSamples(block)
      if axes == nil {
        axes = own
        known = Array(repeating: 0, count: counts.count)
        met = known
      }
      for (offset, count) in counts.enumerated() {
        known[offset] += Double(count.known)
        met[offset] += Double(count.met)
      }
    }
    guard isSampled, let axes else {
      return cube(condition, surroundings).mapped { _ in nil }.withReason(.notApplicable)
    }
    return Cube(
      axes: axes, values: zip(met, known).map { $1 > 0 ? $0 / $1 * 100 : 0 },
      reasons: known.map { $0 > 0 ? .known : .undefined })
  }
}

extension Cube {
  /// Returns the axes without that of samples, and for each of their cells how many samples are known and how many true.
  fileprivate func countedOverSamples(_ block: Range<Int>) -> (axes: [Axis], counts: [(known: Int, met: Int)]) {
    let rest = axes.filter { $0.dimension != .sample }
    let positions = Alignment.positions(of: rest, in: axes)
    var counts = Array(repeating: (known: 0, met: 0), count: rest.reduce(1) { $0 * $1.labels.count })
    // A value that no distribution reaches counts once for each sample.
    let times = axisIndex(of: .sample) == nil ? block.count : 1
    for (offset, position) in positions.enumerated() where reasons[offset] == .known {
      counts[Int(position)].known += times
      if values[offset] != 0 { counts[Int(position)].met += times }
    }
    return (rest, counts)
  }

  fileprivate func withReason(_ reason: MissingReason) -> Cube {
    Cube(axes: axes, missing: reason)
  }
}

extension CheckedExpression {
  /// Whether a distribution stands anywhere in the expression.
  package var holdsDistribution: Bool {
    var open = [self]
    while let next = open.popLast() {
      if case .distribution = next.form { return true }
      open += next.parts
    }
    return false
  }
}
