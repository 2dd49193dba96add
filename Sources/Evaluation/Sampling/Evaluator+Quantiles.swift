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
    guard let cells = sampled(expression, in: scenario) else {
      guard isUncertain(expression, in: scenario) else { return nil }
      let central = cube(expression, Surroundings(scenario: scenario))
      report(
        EvaluationProblem.tooManySamples(central.count, sampling.count, limit: SampledCells.mostNumbers)
          .diagnostic(at: expression.range))
      return shares.map { _ in Cube(axes: central.axes, missing: .tooLarge) }
    }
    let found = WorkerResults(cells.cellCount, [Double]())
    sampling.workers.share(0..<cells.cellCount) { cell, _ in
      found.set(cell, cells.quantiles(cell, shares))
    }
    let quantiles = found.all
    return shares.indices.map { share in
      Cube(
        axes: cells.axes, values: quantiles.map { $0.isEmpty ? 0 : $0[share] },
        reasons: quantiles.map { $0.isEmpty ? .undefined : .known })
    }
  }
}
