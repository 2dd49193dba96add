import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns an entry for each sheet's part of each indicator that `walk` came to.
  mutating func entries(_ walk: LedgerWalk, statement: String, place: String) -> [LedgerEntry] {
    var entries: [LedgerEntry] = []
    for position in program.indicators.indices {
      let keys = walk.indicators.keys.filter { $0.definition == .indicator(position) }
      guard !keys.isEmpty else { continue }
      let data = data(ofIndicator: position)
      var fates = Fates(nil, count: data.cube.count)
      for key in keys.sorted(by: { $0.scenario.index < $1.scenario.index }) {
        guard let reached = walk.indicators[key] else { continue }
        _ = fates.improve(by: observed(reached, ofIndicator: position, in: key.scenario, count: fates.count))
      }
      for part in program.indicators[position].parts.indices {
        let entry = entry(part, of: position, data, fates, statement: statement, place: place)
        if entry.input > 0 { entries.append(entry) }
      }
    }
    return entries
  }

  /// Returns what became of the observations, given what became of an indicator's cells in `scenario`; where a number
  /// that is asked or assumed stands in place of an observation, that is not chosen.
  private mutating func observed(
    _ fates: Fates, ofIndicator position: Int, in scenario: ScenarioID, count: Int
  ) -> Fates {
    guard scenario != .actual else { return fates }
    let cube = cube(ofIndicator: position, in: scenario)
    let key = Key(definition: .indicator(position), scenario: scenario)
    let root = scenario.isDeclared ? layers[scenario]?.root ?? .actual : scenario
    let planned = root == .plan ? plan(ofIndicator: position) : nil
    let asked = planned.map { Alignment.positions(of: $0.cube.axes, in: cube.axes) }
    let positions = Alignment.positions(of: data(ofIndicator: position).cube.axes, in: cube.axes)
    var observed = Fates(nil, count: count)
    for (cell, offset) in positions.enumerated() where offset >= 0 && cell < fates.count {
      guard var cause = fates[cell] else { continue }
      if cause == .used {
        if let overlay = overlays[key], overlay.sources[cell] != .base { cause = .unchosen }
        if let planned, let asked, asked[cell] >= 0, !planned.rows[Int(asked[cell])].isEmpty { cause = .unchosen }
      }
      observed.improve(Int(offset), cause)
    }
    return observed
  }

  /// Returns the entry of one sheet's part of the indicator at `position`: each of its rows is counted once.
  private func entry(
    _ part: Int, of position: Int, _ data: IndicatorData, _ fates: Fates, statement: String, place: String
  ) -> LedgerEntry {
    let indicator = program.indicators[position]
    let (index, sheet) = (indicator.parts[part].index, indicator.parts[part].sheet)
    let observations = catalogue.sheets[sheet].observations
    var entry = LedgerEntry(
      statement: statement, place: place, indicator: indicator.name, sheet: catalogue.sheets[sheet].name)
    var cells: [Int32: Int] = [:]
    for (cell, row) in data.rows[part].enumerated() where row >= 0 { cells[row] = cell }
    let clashing = Set(catalogue.cube(sheet: sheet, indicator: index).clashes.map(\.second))
    for row in catalogue.rows(sheet: sheet, indicator: index) {
      let reason = observations.reason[Int(row)]
      if let cause = LedgerCause(reason) {
        entry.count(cause)
      } else if let asOf, observations.period[Int(row)].months > asOf.months {
        entry.count(.selection)
      } else if data.cube.axes.isEmpty {
        entry.count(.limit)
      } else if let cell = cells[row] {
        let earlier = (0..<part).contains { isKnown(cell, of: data, part: $0, indicator) }
        entry.count(data.cube.reasons[cell] == .conflict ? .conflict : earlier ? .repeated : fates[cell] ?? .selection)
      } else {
        entry.count(clashing.contains(row) ? .conflict : .repeated)
      }
    }
    return entry
  }

  private func isKnown(_ cell: Int, of data: IndicatorData, part: Int, _ indicator: CheckedIndicator) -> Bool {
    let row = data.rows[part][cell]
    return row >= 0 && catalogue.sheets[indicator.parts[part].sheet].observations.reason[Int(row)] == .known
  }
}

extension LedgerCause {
  /// Creates the cause for which a row is lost whose own cell is missing for `reason`; none where it is known.
  fileprivate init?(_ reason: MissingReason) {
    switch reason {
    case .known: return nil
    case .notReported: self = .notReported
    case .suppressed: self = .suppressed
    case .notApplicable: self = .notApplicable
    case .unreadable: self = .unreadable
    case .conflict: self = .conflict
    case .undefined, .outsideData, .gap, .coverage, .noSuchCombination, .tooLarge, .stated, .circular, .nonPositiveBase,
      .never:
      self = .undefined
    }
  }
}
