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
      var request = SampleRequests()
      request.keep(expression, in: scenario)
      note(known: pass(request, in: scenario).forEachBlock(take), in: scenario, at: expression)
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
    var requests = SampleRequests()
    requests.keep(expression, in: scenario)
    sample(requests, in: scenario, at: expression)
    return samples.cells(for: key)
  }

  /// Returns what is needed of the samples of `expression` to know the quantile at `share`; nil where nothing uncertain reaches
  /// it, where its samples are kept, or are too few not to be, and where they are more than may be.
  mutating func ranked(_ expression: CheckedExpression, at share: Double, in scenario: ScenarioID) -> SampledRanks? {
    let key = SampleKey(expression, in: scenario)
    guard sampling.count >= SampledRanks.leastCount, isUncertain(expression, in: scenario) else { return nil }
    if samples.cells(for: key) == nil, samples.ranks[key]?.shares.contains(share) != true {
      var requests = SampleRequests()
      requests.rank(expression, at: share, in: scenario)
      sample(requests, in: scenario, at: expression)
    }
    return samples.ranks[key]
  }

  /// Samples what is asked, and whatever else the program's questions ask of the samples of `scenario`.
  mutating func sample(_ requests: SampleRequests, in scenario: ScenarioID, at expression: CheckedExpression) {
    var requests = requests
    if samples.gathers { addRequests(of: scenario, to: &requests) }
    var evaluator = self
    let open = requests.open(in: samples) { evaluator.isUncertain($0, in: scenario) }
    let result = pass(open, in: scenario).result()
    note(known: result.count, in: scenario, at: expression)
    samples.keep(zip(open.kept, result.cells).compactMap { request, cells in cells.map { (request.key, $0) } })
    for (request, ranks) in zip(open.ranked, result.ranks) { samples.ranks[request.key] = ranks }
    for (request, chance) in zip(open.counted, result.chances) { samples.chances[request.key] = chance }
  }

  /// Whether the value of `expression` differs from sample to sample in `scenario`.
  mutating func isUncertain(_ expression: CheckedExpression, in scenario: ScenarioID) -> Bool {
    if expression.isUncertain(where: uncertainDefinitions(in: scenario)) { return true }
    // Brackets may choose the value of a scenario in which it is uncertain.
    return expression.scenariosChosen.contains { expression.isUncertain(where: uncertainDefinitions(in: $0)) }
  }

  /// Returns the pass that samples what is asked.
  private mutating func pass(_ requests: SampleRequests, in scenario: ScenarioID) -> SamplePass {
    // What is certain is computed once for all blocks.
    for definition in requests.expressions.flatMap(\.definitionsNeeded) { _ = value(of: definition, in: scenario) }
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
    return SamplePass(base, requests, in: scenario, cells: cells)
  }

  /// Says that sampling ended before all samples were computed, where it did.
  private mutating func note(known: Int, in scenario: ScenarioID, at expression: CheckedExpression) {
    guard known < sampling.count else { return }
    report(EvaluationProblem.interrupted(known, of: sampling.count).diagnostic(at: .command))
    sampling.count = known
  }
}
