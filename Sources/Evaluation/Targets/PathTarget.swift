import Indicators
import Semantics
import Source
import Units

/// A target of a projected value as it stands under one scenario.
package struct PathTarget: Sendable {
  /// The position among the rows of the relation `targets` of that scenario.
  package let row: Int
  /// What is judged, with its members in brackets.
  package let label: String
  /// The members.
  package let members: [(dimension: Dimension, name: String)]
  /// What is asked.
  package let form: Phrase
  package let deadline: Period
  /// The word of its status.
  package let status: String
  /// The value that is judged, and why there is none.
  package let value: Double?
  package let valueReason: MissingReason
  /// The period of that value.
  package let period: Period?
  /// What the value rests on.
  package let footing: Footing
  /// What the values are in, and how many digits stand after the decimal point of the number asked.
  package let unit: MeasurementUnit
  /// The first period of the path in which the value meets it; nil where none does.
  package let firstMet: Period?
  /// Whether a value alone can meet it, which a milestone or a rank does not tell period by period.
  package let isMetByValue: Bool
}

extension Evaluator {
  /// Returns the targets of `expression` under `scenario`, with the first period within `path` that meets each.
  package mutating func targets(
    of expression: CheckedExpression, named name: String, in scenario: ScenarioID, over path: ClosedRange<Period>
  ) -> [PathTarget] {
    let positions = self.rows(ofTargetsOf: expression, named: name, in: scenario)
    let rows = targetRows(in: scenario)
    let footings = targetFootings(in: scenario)
    return positions.map { position in
      let row = rows[position]
      let met = firstMet(row, in: scenario, over: path)
      return PathTarget(
        row: position, label: label(of: row), members: row.members, form: row.form, deadline: row.deadline,
        status: row.status.rawValue, value: row.value, valueReason: row.valueReason, period: row.period,
        footing: footings[position], unit: row.unit, firstMet: met, isMetByValue: row.isMeasured || met != nil)
    }
  }

  /// Returns what a target judges, with its members in brackets; those that are written there stand in its name.
  func label(of row: TargetRow) -> String {
    var written = 0
    if case .selection(_, let selection) = subject(of: row).form { written = selection.members.count }
    let members = row.members.dropFirst(written).map(\.name)
    return members.isEmpty ? row.name : "\(row.name)[\(members.joined(separator: ", "))]"
  }

  /// Returns the first period, of the last observed and those that follow until the end of `path`, in which the value of
  /// a target's cell meets it.
  private mutating func firstMet(
    _ row: TargetRow, in scenario: ScenarioID, over path: ClosedRange<Period>
  ) -> Period? {
    let subject = subject(of: row)
    guard let step = subject.type.unit.factor(to: row.unit) else { return nil }
    let cube = cube(subject, Surroundings(scenario: scenario))
    let kind = row.indicator.flatMap { self.kind(of: program.indicators[$0]) } ?? subject.knownKind
    let series = TargetSeries(cube.series(at: point(of: row)), kind: kind)
    let observed = self.cube(subject, Surroundings(scenario: .actual)).series(at: point(of: row))
    let start = observed.last { $0.value != nil }?.period ?? path.lowerBound
    let first = min(start, path.lowerBound, row.deadline)
    return series.inPeriods(of: row.deadline.frequency).first { observation in
      guard let value = observation.value, first <= observation.period, observation.period <= path.upperBound else {
        return false
      }
      return row.demands.allSatisfy { $0.isMet(by: step(value), baseline: row.baseline) ?? false }
    }?.period
  }
}
