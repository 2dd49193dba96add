import Indicators
import Semantics
import Source

/// A cell of a declared scenario with what the scenario assumes of it.
struct AssumedCell {
  let definition: Definition
  let scenario: ScenarioID
  let overlaid: OverlaidCube
  let offset: Int
  var point: [Dimension: Label]
  let assumptions: [CheckedAssumption]

  var source: OverlaidCube.Source { overlaid.sources[offset] }

  /// The cell's period.
  var period: Period? { if case .period(let period)? = point[.period] { period } else { nil } }

  /// The period before.
  var previous: Period? { period?.advanced(by: -1) }

  /// The last period before those that have the cell's source.
  var origin: Period? {
    guard var period else { return nil }
    while let offset = overlaid.cube.offset(at: point.merging([.period: .period(period)]) { $1 }) {
      if overlaid.sources[offset] != source { return period }
      period = period.advanced(by: -1)
    }
    return nil
  }

  /// Where the first assumption is written, which stands for the subject.
  var assumptionRange: SourceRange { assumptions.first?.range ?? SourceRange(SourceID(0), 0, 0) }
}
