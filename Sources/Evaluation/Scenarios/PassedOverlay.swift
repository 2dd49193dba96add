import Indicators
import Semantics

/// What is remembered of an overlay whose values are not kept.
struct PassedOverlay: Sendable {
  /// What became of the stretches that are laid.
  let stretches: [CheckedStretch]
  /// Where the cells come from.
  let sources: LaidSources?
}

/// Where the cells of an overlay come from, without their values.
struct LaidSources: Sendable {
  /// The axes of the cells.
  let axes: [Axis]
  /// Where each cell comes from.
  let cells: CellSources
  /// The cells that are shifted.
  let shifted: [Int]
  /// The cells that are sums of others, each with the cells of its parts.
  let rolled: [Int: [Int]]

  /// Takes the sources of `overlaid`.
  init(_ overlaid: OverlaidCube) {
    axes = overlaid.cube.axes.map { axis in
      axis.dimension == .period ? Axis(.period, overlaid.leftOut + axis.labels) : axis
    }
    cells = overlaid.leftOut.isEmpty ? overlaid.sources : overlaid.sources.preceded(by: overlaid.leftOut.count)
    shifted = Array(overlaid.shifts.keys)
    rolled = overlaid.rolled
  }
}

extension Evaluator {
  /// Returns where the cells of `definition` in `scenario` come from; nil where nothing is laid over them.
  mutating func laidSources(of definition: Definition, in scenario: ScenarioID) -> LaidSources? {
    switch definition {
    case .aggregate, .set: return nil
    case .indicator, .alias, .parameter: break
    }
    if let passed = passedOverlays[Key(definition: definition, scenario: scenario)] { return passed.sources }
    return overlaidCube(of: definition, in: scenario).map { LaidSources($0) }
  }
}
