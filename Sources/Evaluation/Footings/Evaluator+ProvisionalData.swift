import Indicators
import Semantics

/// Which observations sheets call provisional.
extension Evaluator {
  /// Whether any sheet calls a value provisional.
  var hasProvisionalData: Bool {
    catalogue.sheets.contains { !$0.observations.provisional.isEmpty }
  }

  /// Returns which cells of the indicator at `position` are provisional in what `scenario` rests on; a number asked is not.
  mutating func observedFooting(ofIndicator position: Int, in scenario: ScenarioID) -> Cube {
    guard hasProvisionalData else { return Cube(0) }
    let data = data(ofIndicator: position)
    var footings = (0..<data.cube.count).map { offset -> Footing in
      isProvisional(offset, of: data, program.indicators[position].parts) ? .provisional : []
    }
    join(&footings, data.rolled)
    let observed = Cube(axes: data.cube.axes, footings: footings)
    let layers = scenario.isDeclared ? layers(of: scenario) : nil
    guard (layers?.root ?? scenario) == .plan else { return observed }
    let plan = plan(ofIndicator: position)
    let spread = observed.spread(over: plan.cube.axes)
    return Cube(
      axes: plan.cube.axes,
      footings: (0..<plan.cube.count).map { cell in
        let periods = plan.cube.point(at: cell).compactMap {
          if case .period(let period) = $0.label { period } else { nil }
        }
        let isAsked = !plan.rows[cell].isEmpty && periods.allSatisfy { layers?.planned?.contains($0) ?? true }
        return isAsked ? [] : spread.footing(at: cell)
      })
  }

  /// Returns whether all sheets that know the cell at `offset` call it provisional.
  private func isProvisional(_ offset: Int, of data: IndicatorData, _ parts: [CheckedIndicator.Part]) -> Bool {
    guard data.cube.reasons[offset] == .known else { return false }
    let origins = zip(parts, data.rows).compactMap { part, rows -> Bool? in
      let observations = catalogue.sheets[part.sheet].observations
      guard rows[offset] >= 0, observations.reason[Int(rows[offset])] == .known else { return nil }
      return observations.provisional.contains(rows[offset])
    }
    return !origins.isEmpty && origins.allSatisfy { $0 }
  }
}
