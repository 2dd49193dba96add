import Evaluation
import Semantics

/// Finds which assumptions make the differences of a comparison.
struct DifferenceAttributor {
  /// How many cells of one expression are told apart.
  private static let limit = 20

  private let question: CompareQuestion
  private let horizon: Int
  private let evaluator: Evaluator

  /// Creates one for the scenarios of `question`, which end at `horizon`.
  init(_ question: CompareQuestion, _ horizon: Int, _ evaluator: Evaluator) {
    self.question = question
    self.horizon = horizon
    self.evaluator = evaluator
  }

  /// Returns where the differences of `lines` come from.
  func sources(of lines: [ScenarioComparison.Line]) -> [ScenarioComparison.Source] {
    question.scenarios.indices.dropFirst().flatMap { sources(of: lines, in: $0) }
  }

  /// Returns where the differences between the scenario at `position` and the first come from.
  private func sources(of lines: [ScenarioComparison.Line], in position: Int) -> [ScenarioComparison.Source] {
    let different = lines.indices.filter { (lines[$0].differences[position - 1].absolute.number ?? 0) != 0 }
    var items: [Int] = []
    for item in different.map({ lines[$0].cell.item }) where !items.contains(item) { items.append(item) }
    let chosen = items.map { item in greatest(of: different.filter { lines[$0].cell.item == item }, lines) }
    let all = chosen.flatMap(\.lines)
    guard !all.isEmpty else { return [] }
    let changes = ScenarioChanges(
      from: question.scenarios[0], to: question.scenarios[position], evaluator)
    var hybrids = HybridValues(
      of: all.map { lines[$0].cell }, question.items.map(\.expression), changes, until: horizon, evaluator)
    hybrids.joinMutualChanges()
    let attributions = hybrids.attributions(
      from: all.map { lines[$0].values[0].number ?? 0 }, to: all.map { lines[$0].values[position].number ?? 0 })
    var rest = attributions[...]
    return zip(items, chosen).map { item, chosen in
      let own = rest.prefix(chosen.lines.count)
      rest = rest.dropFirst(chosen.lines.count)
      return ScenarioComparison.Source(
        item: item, scenario: position, changes: hybrids.changes.changes,
        cells: zip(chosen.lines, own).map { ($0, $1) }, unattributed: chosen.hidden)
    }
  }

  /// Returns those of `positions` at which the lines differ most, in their order, and how many are left out.
  private func greatest(
    of positions: [Int], _ lines: [ScenarioComparison.Line]
  ) -> (lines: [Int], hidden: Int) {
    let sorted = positions.sorted { one, other in
      let order = compareAtTwelveDigits(lines[one].size, lines[other].size)
      return order == 0 ? one < other : order > 0
    }
    return (sorted.prefix(Self.limit).sorted(), max(0, positions.count - Self.limit))
  }
}
