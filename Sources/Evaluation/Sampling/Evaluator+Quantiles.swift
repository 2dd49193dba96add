import Indicators
import Semantics

extension Evaluator {
  /// Returns the quantiles of the samples of `expression` in `scenario`, a cube without samples for each of `shares`;
  /// nil where nothing uncertain reaches the expression.
  ///
  /// Type 7 of Hyndman and Fan. A sample without a number is left out; a cell without any is undefined.
  package mutating func quantiles(
    of expression: CheckedExpression, in scenario: ScenarioID, at shares: [Double]
  ) -> [Cube]? {
    var axes: [Axis] = []
    var samples: [[Double]] = []
    let isUncertain = sample(expression, in: scenario) { cube, block in
      let rest = cube.axes.filter { $0.dimension != .sample }
      let positions = Alignment.positions(of: rest, in: cube.axes)
      if samples.isEmpty {
        axes = rest
        samples = Array(repeating: [], count: rest.reduce(1) { $0 * $1.labels.count })
      }
      for (offset, position) in positions.enumerated() where cube.reasons[offset] == .known {
        samples[Int(position)].append(cube.values[offset])
      }
    }
    guard isUncertain else { return nil }
    return shares.map { share in
      Cube(
        axes: axes, values: samples.map { Kernels.quantile($0, share) ?? 0 },
        reasons: samples.map { $0.isEmpty ? .undefined : .known })
    }
  }
}
