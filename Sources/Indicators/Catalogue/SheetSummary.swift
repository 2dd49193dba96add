import Source
import Synchronization

/// What one pass over a sheet's observations tells of them.
package struct SheetSummary: Sendable {
  /// How many cells each indicator has, of those that were kept.
  package private(set) var counts: [Int]
  /// How many cells of each indicator hold a number.
  package private(set) var knownCounts: [Int]
  /// The members of each of the sheet's dimensions, in order of first appearance.
  package let members: [[Member]]
  /// These as labels, which the axes of all indicators share.
  let labels: [[Label]]
  /// The combinations of members that occur, where the sheet has several dimensions; −1 for an empty cell.
  package let combinations: Set<[Int32]>
  /// The periods that any cell has, ascending.
  package let periods: [Period]
  /// The last period of each length that any cell has.
  package private(set) var lastPeriods: [Frequency: Period] = [:]
  /// The first and the last period in which each indicator is known.
  package private(set) var knownSpans: [(first: Period, last: Period)?]
  /// Which dimensions and periods each indicator has.
  private(set) var frames: [CubeFrame]
  private var frequencies: [Set<Frequency>]

  /// Gathers the summary of `sheet`, whose blocks `workers` share.
  init(_ sheet: Sheet, _ places: SheetPlaces, _ workers: Workers) {
    let labels = sheet.observations.labels
    counts = Array(repeating: 0, count: sheet.indicators.count)
    knownCounts = counts
    knownSpans = Array(repeating: nil, count: sheet.indicators.count)
    frequencies = Array(repeating: [], count: sheet.indicators.count)
    members = labels.members.map { $0.map { Member(code: $0) } }
    self.labels = members.map { $0.map { .member($0) } }
    combinations = labels.combinations
    periods = places.labels
    for period in periods { lastPeriods[period.frequency] = period }
    frames = sheet.indicators.map { _ in CubeFrame(dimensions: labels.members.count, periods: places.labels.count) }
    var masks = Array(repeating: FrequencyMask(), count: sheet.indicators.count)
    let groups = CodeTally.groups(of: sheet.observations)
    let tallies = Mutex<[CodeTally?]>(Array(repeating: nil, count: groups.count))
    workers.claim(groups.count) { index in
      let tally = CodeTally(groups[index], sheet.observations, places)
      tallies.withLock { $0[index] = tally }
    }
    for case let tally? in tallies.withLock({ $0 }) { add(tally, sheet.observations, places, &masks) }
    for (indicator, mask) in masks.enumerated() { frequencies[indicator] = mask.frequencies }
  }

  private mutating func add(
    _ tally: CodeTally, _ observations: Observations, _ places: SheetPlaces, _ masks: inout [FrequencyMask]
  ) {
    let (book, places) = (observations.books[tally.book], places.books[tally.book])
    for (code, indicator) in book.indicators.enumerated() where tally.counts[code] > 0 {
      counts[Int(indicator)] += tally.counts[code]
      knownCounts[Int(indicator)] += tally.knownCounts[code]
      for (dimension, has) in tally.hasMember[code].enumerated() {
        frames[Int(indicator)].add(dimension, hasMember: has, hasEmpty: tally.hasEmpty[code][dimension])
      }
    }
    tally.forEach { code, period, state in
      let (indicator, label) = (Int(book.indicators[code]), book.periods[period])
      frames[indicator].add(period: Int(places.periods[period]))
      masks[indicator].add(label.frequency, isReported: state.contains(.reported))
      guard state.contains(.known) else { return }
      let span = knownSpans[indicator] ?? (label, label)
      knownSpans[indicator] = (min(span.first, label), max(span.last, label))
    }
  }

  /// Whether `indicator` has a cell whose period has the length `frequency`.
  package func has(_ frequency: Frequency, indicator: Int) -> Bool { frequencies[indicator].contains(frequency) }

  /// Returns the length of the periods that `indicator` is reported for, or nil where it has none or several.
  package func frequency(of indicator: Int) -> Frequency? {
    frequencies[indicator].count == 1 ? frequencies[indicator].first : nil
  }
}

/// The lengths of the periods of an indicator's cells.
private struct FrequencyMask {
  private var reported: UInt16 = 0
  private var empty: UInt16 = 0

  init() {}

  /// Takes cells into account.
  mutating func add(_ frequency: Frequency, isReported: Bool) {
    let bit = UInt16(1) << UInt16(frequency.rawValue)
    if isReported { reported |= bit } else { empty |= bit }
  }

  /// The lengths; an empty cell under a month's heading does not make yearly figures monthly.
  var frequencies: Set<Frequency> {
    let mask = reported == 0 ? empty : reported
    return Set(Frequency.allCases.filter { mask & 1 << UInt16($0.rawValue) != 0 })
  }
}
