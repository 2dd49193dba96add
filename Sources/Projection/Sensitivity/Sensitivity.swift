import Evaluation
import Indicators
import Semantics
import Units

/// What a value comes to when params are moved one at a time, the others at their values.
package struct Sensitivity: Sendable {
  /// What becomes of the value when one param is moved.
  package struct Row: Sendable {
    /// The position of the param.
    package let parameter: Int
    /// Its values: moved down, as it stands, moved up.
    package let places: (low: Double, present: Double, high: Double)
    /// Whether an end of its range stopped it.
    package let isStopped: (low: Bool, high: Bool)
    /// The value there, or why there is none.
    package let results: (low: GridCell, high: GridCell)
    /// Whether the value rests on the param at all.
    package let isReaching: Bool
    /// The greatest less the least of the results and the value as it stands; nil where one is missing.
    package let swing: Double?
  }

  /// The value as things stand.
  package let base: GridCell
  /// The params with the greatest swing first, those without a result behind those that move anything.
  package let rows: [Row]
}

extension SensitivityQuestion {
  /// Returns what the params do to the value in `scenario`; nil where it is no single value, or where the user ends it,
  /// which is reported.
  package func answer(in scenario: ScenarioID, _ evaluator: inout Evaluator) -> Sensitivity? {
    guard let base = evaluator.singleCell(of: item.expression, in: scenario) else {
      evaluator.report(severalCellsOf: item.expression, in: scenario)
      return nil
    }
    let reaching = evaluator.program.reaching(parameters, item.expression, under: [scenario])
    var rows: [Sensitivity.Row] = []
    var samplesWhenEnded: Int?
    for ((position, reach), isReaching) in zip(zip(parameters, reaches), reaching) {
      guard let present = evaluator.presentValue(ofParameter: position, in: scenario) else { continue }
      let bounds = evaluator.program.parameters[position].bounds
      let (low, high): (Double, Double)
      switch reach {
      case .step(let step):
        low = significantDecimal(present - step, digits: 14)
        high = significantDecimal(present + step, digits: 14)
      case .range(let range): (low, high) = (range.lowerBound, range.upperBound)
      }
      let (least, most) = (max(low, bounds?.lowerBound ?? low), min(high, bounds?.upperBound ?? high))
      let moved = MovedParameters(
        evaluator, moving: [position], from: [present], of: [item.expression], in: scenario)
      func result(at value: Double) -> GridCell {
        var trial = moved.evaluator(at: [value])
        let cell = trial.singleCell(of: item.expression, in: scenario)
        samplesWhenEnded = samplesWhenEnded ?? moved.samplesIfEnded(trial)
        return GridCell(number: cell?.number, reason: cell?.reason ?? .undefined)
      }
      let results = (low: result(at: least), high: result(at: most))
      let numbers = [results.low.number, base.number, results.high.number].compactMap { $0 }
      rows.append(
        Sensitivity.Row(
          parameter: position, places: (least, present, most), isStopped: (least != low, most != high),
          results: results, isReaching: isReaching,
          swing: numbers.count == 3 ? (numbers.max() ?? 0) - (numbers.min() ?? 0) : nil))
    }
    if let samplesWhenEnded {
      evaluator.report(trialsEndedAt: samplesWhenEnded)
      return nil
    }
    return Sensitivity(
      base: GridCell(number: base.number, reason: base.reason),
      rows: rows.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element))
  }
}

extension Sensitivity.Row {
  /// What the row is ranked by: the swing, the greatest first, then what is missing, then what moves nothing.
  fileprivate var rank: Rank {
    guard let swing else { return Rank(group: 1, swing: 0) }
    return Rank(group: swing > 0 ? 0 : isReaching ? 2 : 3, swing: -swing)
  }

  fileprivate struct Rank: Comparable {
    let group: Int
    let swing: Double

    static func < (left: Rank, right: Rank) -> Bool {
      (left.group, left.swing) < (right.group, right.swing)
    }
  }
}
