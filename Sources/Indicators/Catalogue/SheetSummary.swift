/// What one pass over a sheet's observations tells of them.
package struct SheetSummary: Sendable {
  /// How many cells each indicator has.
  package private(set) var counts: [Int]
  /// How many cells of each indicator hold a number.
  package private(set) var knownCounts: [Int]
  /// The members of each of the sheet's dimensions, in order of first appearance.
  package private(set) var members: [[Member]]
  /// The combinations of members that occur, where the sheet has several dimensions; −1 for an empty cell.
  package private(set) var combinations: Set<[Int32]> = []
  /// The last period of each length that any cell has.
  package private(set) var lastPeriods: [Frequency: Period] = [:]
  private var frequencies: [Set<Frequency>]

  /// Gathers the summary of `sheet`.
  package init(_ sheet: Sheet) {
    let observations = sheet.observations
    counts = Array(repeating: 0, count: sheet.indicators.count)
    knownCounts = counts
    frequencies = Array(repeating: [], count: sheet.indicators.count)
    var masks = Array(repeating: UInt16(0), count: sheet.indicators.count)
    var last: Period?
    var emptyMasks = masks
    for row in 0..<observations.count {
      let indicator = Int(observations.indicator[row])
      let period = observations.period[row]
      // Rows in order have one period after another, or the same again.
      if period != last {
        last = period
        lastPeriods[period.frequency] = max(period, lastPeriods[period.frequency] ?? period)
      }
      counts[indicator] += 1
      if observations.reason[row] == .known { knownCounts[indicator] += 1 }
      let bit = UInt16(1) << UInt16(observations.period[row].frequency.rawValue)
      // An empty cell under a month's heading does not make yearly figures monthly.
      if observations.reason[row] == .notReported { emptyMasks[indicator] |= bit } else { masks[indicator] |= bit }
    }
    for (indicator, reported) in masks.enumerated() {
      let mask = reported == 0 ? emptyMasks[indicator] : reported
      frequencies[indicator] = Set(Frequency.allCases.filter { mask & 1 << UInt16($0.rawValue) != 0 })
    }
    if sheet.dimensions.count > 1 {
      for row in 0..<observations.count { combinations.insert(observations.members.map { $0[row] }) }
    }
    members = observations.members.map { column in
      var seen: Set<Int32> = []
      return column.compactMap { $0 >= 0 && seen.insert($0).inserted ? Member(code: $0) : nil }
    }
  }

  /// Whether `indicator` has a cell whose period has the length `frequency`.
  package func has(_ frequency: Frequency, indicator: Int) -> Bool { frequencies[indicator].contains(frequency) }

  /// Returns the length of the periods that `indicator` is reported for, or nil where it has none or several.
  package func frequency(of indicator: Int) -> Frequency? {
    frequencies[indicator].count == 1 ? frequencies[indicator].first : nil
  }
}
