import Indicators
import Semantics

/// What has been sampled so far.
struct SampleStore: Sendable {
  /// The samples of expressions; nil for what is certain.
  private(set) var cells: [SampleKey: SampledCells] = [:]
  /// What is known of expressions of which quantiles are asked.
  var ranks: [SampleKey: SampledRanks] = [:]
  /// The share of samples in which each condition holds, which is asked for once for every cell that a table shows.
  var chances: [SampleKey: Cube] = [:]
  /// Whether everything that the program's questions ask of a scenario is sampled with the first of it.
  var gathers = false
  private var keptNumbers = 0

  /// Returns the samples kept for `key`.
  func cells(for key: SampleKey) -> SampledCells? { cells[key] }

  /// Keeps what was sampled together; where that would be more than the limit, what was kept before is forgotten.
  mutating func keep(_ sampled: [(key: SampleKey, cells: SampledCells)]) {
    let added = sampled.reduce(0) { $0 + $1.cells.cellCount * $1.cells.count }
    if keptNumbers + added > SampledCells.mostNumbers {
      cells = [:]
      keptNumbers = 0
    }
    for (key, own) in sampled { cells[key] = own }
    keptNumbers += added
  }
}
