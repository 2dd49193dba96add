import Indicators
import Semantics
import Source
import Units

/// What a target asks of one cell, as pictures mark it.
package struct TargetMark: Sendable {
  /// The position among the rows of the relation `targets`.
  package let row: Int
  /// What is judged, with its members in brackets.
  package let label: String
  /// The members of the cell.
  package let members: [(dimension: Dimension, name: String)]
  /// What is asked.
  package let form: Phrase
  /// The deadline.
  package let deadline: Period
  /// The number asked; nil where none is.
  package let asked: Double?
  /// What the numbers are in.
  package let unit: MeasurementUnit
  /// Which way is better, where all that is asked agrees on it.
  package let direction: Direction?
  /// The word of its status.
  package let status: String
  /// The value that is judged, and why there is none.
  package let value: Double?
  /// Why there is no value.
  package let valueReason: MissingReason
  /// The period of that value.
  package let period: Period?
  /// What the value rests on.
  package let footing: Footing
}

extension Evaluator {
  /// Returns what the targets of `expression` ask, as they stand under `scenario`.
  package mutating func targetMarks(
    of expression: CheckedExpression, named name: String, in scenario: ScenarioID
  ) -> [TargetMark] {
    targetMarks(at: rows(ofTargetsOf: expression, named: name, in: scenario), in: scenario)
  }

  /// Returns what the targets at `positions` ask, as they stand under `scenario`.
  package mutating func targetMarks(at positions: [Int], in scenario: ScenarioID) -> [TargetMark] {
    let rows = targetRows(in: scenario)
    let footings = targetFootings(in: scenario)
    return positions.map { position in
      let row = rows[position]
      let directions = Set(row.demands.map(\.direction))
      return TargetMark(
        row: position, label: label(of: row), members: row.members, form: row.form, deadline: row.deadline,
        asked: row.asked, unit: row.unit, direction: directions.count == 1 ? directions.first ?? nil : nil,
        status: row.status.rawValue, value: row.value, valueReason: row.valueReason, period: row.period,
        footing: footings[position])
    }
  }

  /// Returns the scenario and the position there of each of `rows` of the relation `targets` over `scenarios`.
  package mutating func targetPlaces(
    _ rows: [Int], over scenarios: [ScenarioID]
  ) -> [(scenario: ScenarioID, position: Int)] {
    var places: [(scenario: ScenarioID, position: Int)] = []
    for scenario in scenarios { places += targetRows(in: scenario).indices.map { (scenario, $0) } }
    return rows.map { places[$0] }
  }

  /// Returns the value of a target's cell one year before the value that is judged, in the target's unit.
  package mutating func valueYearBefore(ofTarget position: Int, in scenario: ScenarioID) -> Double? {
    let row = targetRows(in: scenario)[position]
    let subject = subject(of: row)
    guard let period = row.period, let step = subject.type.unit.factor(to: row.unit) else { return nil }
    let cube = cube(subject, Surroundings(scenario: scenario))
    let kind = row.indicator.flatMap { self.kind(of: program.indicators[$0]) } ?? subject.knownKind
    let series = TargetSeries(cube.series(at: point(of: row)), kind: kind)
    let before = period.advanced(by: -period.frequency.perYear)
    return series.inPeriods(of: period.frequency).first { $0.period == before }?.value.map { step($0) }
  }

  /// Returns the last period in which data know `expression` at `members`; nil where they know none.
  package mutating func lastObserved(
    _ expression: CheckedExpression, at members: [(dimension: Dimension, name: String)]
  ) -> Period? {
    var cube = value(of: expression, in: .actual).presence
    for (dimension, name) in members where cube.axisIndex(of: dimension) != nil {
      guard let member = names.find(name) else { return nil }
      cube = cube.at(member, of: dimension)
    }
    return cube.knownPeriods.max()
  }

  /// Reports that nothing can be drawn in the form called `form`.
  package mutating func report(nothingToDraw fault: PictureFault, as form: Phrase, at range: SourceRange) {
    report(EvaluationProblem.nothingToDraw(fault, form).diagnostic(at: range))
  }
}
