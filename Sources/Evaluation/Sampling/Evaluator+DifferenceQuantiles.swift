import Indicators
import Semantics

extension Evaluator {
  /// Returns the quantiles of the samples of `expression` at `periods` in `scenario` less those in `other`, a cube without
  /// samples for each of `shares`; nil where nothing uncertain reaches the expression in either.
  ///
  /// Draws are paired, so each sample of one scenario is held against the same sample of the other.
  package mutating func differenceQuantiles(
    of expression: CheckedExpression, in scenario: ScenarioID, less other: ScenarioID, at periods: [Period],
    _ shares: [Double]
  ) -> [Cube]? {
    let first = blocks(of: expression, in: scenario, at: periods)
    let second = blocks(of: expression, in: other, at: periods)
    if first.isEmpty, second.isEmpty { return nil }
    let central = [scenario, other].map { value(of: expression, in: $0).presence }
    var axes: [Axis] = []
    var samples: [[Double]] = []
    for block in 0..<max(first.count, second.count) {
      // What is certain in one of the scenarios is the same in all samples.
      let minuend = first.isEmpty ? central[0] : first[block]
      let subtrahend = second.isEmpty ? central[1] : second[block]
      let difference = minuend.combined(with: subtrahend) { $0 - $1 }
      let rest = difference.axes.filter { $0.dimension != .sample }
      let positions = Alignment.positions(of: rest, in: difference.axes)
      if samples.isEmpty {
        axes = rest
        samples = Array(repeating: [], count: rest.reduce(1) { $0 * $1.labels.count })
      }
      for (offset, position) in positions.enumerated() where difference.reasons[offset] == .known {
        samples[Int(position)].append(difference.values[offset])
      }
    }
    return shares.map { share in
      Cube(
        axes: axes, values: samples.map { Kernels.quantile($0, share) ?? 0 },
        reasons: samples.map { $0.isEmpty ? .undefined : .known })
    }
  }

  /// Returns the samples block by block, with no more periods than are needed; none where nothing is uncertain.
  private mutating func blocks(
    of expression: CheckedExpression, in scenario: ScenarioID, at periods: [Period]
  ) -> [Cube] {
    let labels = Set(periods.map(Label.period))
    var blocks: [Cube] = []
    _ = sample(expression, in: scenario) { cube, _ in blocks.append(cube.filtered(.period, labels.contains)) }
    return blocks
  }
}
