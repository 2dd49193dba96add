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
    let isUncertain = (isUncertain(expression, in: scenario), isUncertain(expression, in: other))
    guard isUncertain.0 || isUncertain.1 else { return nil }
    let minuend = sampled(expression, in: scenario)
    let subtrahend = sampled(expression, in: other)
    let central = [scenario, other].map { value(of: expression, in: $0).presence }
    guard (minuend != nil) == isUncertain.0, (subtrahend != nil) == isUncertain.1 else {
      report(
        EvaluationProblem.tooManySamples(central[0].count, sampling.count, limit: SampledCells.mostNumbers)
          .diagnostic(at: expression.range))
      return shares.map { _ in Cube(axes: central[0].axes, missing: .tooLarge) }
    }
    let labels = Set(periods.map(Label.period))
    let size = 1024
    // Where the user ended one of the runs, the samples that both have count.
    let count = min(minuend?.count ?? .max, subtrahend?.count ?? .max)
    var axes: [Axis] = []
    var samples: [[Double]] = []
    for start in stride(from: 0, to: count, by: size) {
      let block = SampleBlock(start..<min(start + size, count))
      // What is certain in one of the scenarios is the same in all samples.
      let first = (minuend?.cube(block) ?? central[0]).filtered(.period, labels.contains)
      let second = (subtrahend?.cube(block) ?? central[1]).filtered(.period, labels.contains)
      let difference = first.combined(with: second) { $0 - $1 }
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
}
