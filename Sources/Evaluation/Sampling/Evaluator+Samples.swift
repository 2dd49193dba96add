import Indicators
import Semantics

extension Evaluator {
  /// Calls `take` with the values of `expression` in `scenario` for each block of samples, in their order.
  ///
  /// Answers false, and calls nothing, where no distribution reaches the expression.
  package mutating func sample(
    _ expression: CheckedExpression, in scenario: ScenarioID, _ take: (Cube, Range<Int>) -> Void
  ) -> Bool {
    guard isUncertain(expression, in: scenario) else { return false }
    guard let cells = sampled(expression, in: scenario) else {
      // What cannot be kept is computed once more for whoever asks.
      note(known: pass([expression], in: scenario).forEachBlock(take), in: scenario, at: expression)
      return true
    }
    let size = 1024
    let axis = SampleBlock(0..<size).axis
    let count = min(cells.count, sampling.count)
    for start in stride(from: 0, to: count, by: size) {
      let range = start..<min(start + size, count)
      take(cells.cube(range.count == size ? SampleBlock(range, axis: axis) : SampleBlock(range)), range)
    }
    return true
  }

  /// Returns all samples of `expression` in `scenario`; nil where nothing uncertain reaches it, or where they are more than
  /// can be kept.
  ///
  /// The first that is asked of a scenario computes whatever else the program's questions ask of its samples.
  mutating func sampled(_ expression: CheckedExpression, in scenario: ScenarioID) -> SampledCells? {
    guard isUncertain(expression, in: scenario) else { return nil }
    let key = SampleKey(expression, in: scenario)
    if let known = samples.cells(for: key) { return known }
    var keys = [key]
    var expressions = [expression]
    if samples.gathers {
      for other in sampledExpressions(in: scenario) where isUncertain(other, in: scenario) {
        let key = SampleKey(other, in: scenario)
        if samples.cells(for: key) != nil || keys.contains(key) { continue }
        keys.append(key)
        expressions.append(other)
      }
    }
    let results = pass(expressions, in: scenario).sampled()
    if let known = results.compactMap({ $0?.count }).min() { note(known: known, in: scenario, at: expression) }
    samples.keep(zip(keys, results).compactMap { key, cells in cells.map { (key, $0) } })
    return results[0]
  }

  /// Whether the value of `expression` differs from sample to sample in `scenario`.
  mutating func isUncertain(_ expression: CheckedExpression, in scenario: ScenarioID) -> Bool {
    if expression.isUncertain(where: uncertainDefinitions(in: scenario)) { return true }
    // Brackets may choose the value of a scenario in which it is uncertain.
    return expression.scenariosChosen.contains { expression.isUncertain(where: uncertainDefinitions(in: $0)) }
  }

  /// Returns the pass that samples `expressions`.
  private mutating func pass(_ expressions: [CheckedExpression], in scenario: ScenarioID) -> SamplePass {
    // What is certain is computed once for all blocks.
    for definition in expressions.flatMap(\.definitionsNeeded) { _ = value(of: definition, in: scenario) }
    var base = self
    var uncertain: [ScenarioID: Set<Definition>] = [:]
    for scenario in Set(values.keys.map(\.scenario)) { uncertain[scenario] = uncertainDefinitions(in: scenario) }
    var cells = 1
    base.values = values.filter { key, value in
      guard uncertain[key.scenario]?.contains(key.definition) == true else { return true }
      if case .numbers(let cube) = value { cells = max(cells, cube.count) }
      return false
    }
    base.overlays = [:]
    base.coverages = [:]
    base.fills = [:]
    base.samples = SampleStore()
    return SamplePass(base, expressions, in: scenario, cells: cells)
  }

  /// Says that sampling ended before all samples were computed, where it did.
  private mutating func note(known: Int, in scenario: ScenarioID, at expression: CheckedExpression) {
    guard known < sampling.count else { return }
    report(EvaluationProblem.interrupted(known, of: sampling.count).diagnostic(at: .command))
    sampling.count = known
  }
}
