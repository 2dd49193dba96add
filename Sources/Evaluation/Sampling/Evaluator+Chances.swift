import Indicators
import Semantics

extension Evaluator {
  /// Returns the share of samples in which `condition` holds, in percent; missing where nothing is uncertain.
  mutating func chance(of condition: CheckedExpression, _ surroundings: Surroundings) -> Cube {
    let scenario = surroundings.scenario
    let key = SampleKey(condition, in: scenario)
    if let known = samples.chances[key] { return known }
    var axes: [Axis] = []
    var tallies: [(known: Int, met: Int)] = []
    if let cells = sampled(condition, in: scenario) {
      axes = cells.axes
      tallies = (0..<cells.cellCount).map { cells.tally($0) }
    } else {
      let isSampled = sample(condition, in: scenario) { cube, block in
        let (own, counts) = cube.tallied(block)
        axes = own
        if tallies.isEmpty { tallies = counts.map { _ in (0, 0) } }
        for (cell, count) in counts.enumerated() {
          tallies[cell] = (tallies[cell].known + count.known, tallies[cell].met + count.met)
        }
      }
      guard isSampled else { return Cube(axes: cube(condition, surroundings).axes, missing: .notApplicable) }
    }
    let result = Cube(
      axes: axes, values: tallies.map { $0.known > 0 ? Double($0.met) * 100 / Double($0.known) : 0 },
      reasons: tallies.map { $0.known > 0 ? .known : .undefined })
    samples.chances[key] = result
    return result
  }
}

extension Cube {
  /// Returns the axes without that of samples, and for each of their cells how many samples are known and how many true.
  fileprivate func tallied(_ block: Range<Int>) -> (axes: [Axis], counts: [(known: Int, met: Int)]) {
    let rest = axes.filter { $0.dimension != .sample }
    var counts = Array(repeating: (known: 0, met: 0), count: rest.reduce(1) { $0 * $1.labels.count })
    let width = count / max(1, counts.count)
    // A value that no distribution reaches counts once for each sample.
    let times = axisIndex(of: .sample) == nil ? block.count : 1
    // What never comes about is known not to have.
    for offset in 0..<count where reasons[offset] == .known || reasons[offset] == .never {
      counts[offset / width].known += times
      if reasons[offset] == .known, values[offset] != 0 { counts[offset / width].met += times }
    }
    return (rest, counts)
  }
}
