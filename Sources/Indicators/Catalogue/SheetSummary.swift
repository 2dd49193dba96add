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
    combinations = labels.combinations
    periods = places.labels
    for period in periods { lastPeriods[period.frequency] = period }
    frames = sheet.indicators.map { _ in CubeFrame(dimensions: labels.members.count, periods: places.labels.count) }
    var masks = Array(repeating: FrequencyMask(), count: sheet.indicators.count)
    let blocks = sheet.observations.blocks
    let tallies = Mutex<[BlockTally?]>(Array(repeating: nil, count: blocks.count))
    workers.claim(blocks.count) { index in
      let tally = BlockTally(blocks[index], places, index)
      tallies.withLock { $0[index] = tally }
    }
    let found = tallies.withLock { $0 }
    for (index, block) in blocks.enumerated() {
      guard let tally = found[index] else { continue }
      for (code, indicator) in block.indicators.enumerated() where tally.counts[code] > 0 {
        let position = Int(indicator)
        counts[position] += tally.counts[code]
        knownCounts[position] += tally.knownCounts[code]
        masks[position].unite(tally.masks[code])
        tally.add(code, places.periods[index], to: &frames[position])
        for (period, label) in block.periods.enumerated() where tally.isKnown(code, period) {
          let span = knownSpans[position] ?? (label, label)
          knownSpans[position] = (min(span.first, label), max(span.last, label))
        }
      }
    }
    for (indicator, mask) in masks.enumerated() { frequencies[indicator] = mask.frequencies }
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

  /// Takes a cell into account.
  @inline(__always)
  mutating func add(_ bit: UInt16, isReported: Bool) {
    if isReported { reported |= bit } else { empty |= bit }
  }

  mutating func unite(_ other: FrequencyMask) {
    reported |= other.reported
    empty |= other.empty
  }

  /// The lengths; an empty cell under a month's heading does not make yearly figures monthly.
  var frequencies: Set<Frequency> {
    let mask = reported == 0 ? empty : reported
    return Set(Frequency.allCases.filter { mask & 1 << UInt16($0.rawValue) != 0 })
  }
}

/// What one pass over a block tells of its codes.
private struct BlockTally: Sendable {
  var counts: [Int]
  var knownCounts: [Int]
  var masks: [FrequencyMask]
  /// Whether a cell of each code of an indicator has each code of a period.
  private var hasPeriod: [Bool]
  /// Whether any of these holds a number.
  private var hasNumber: [Bool]
  /// Whether a cell of each code of an indicator has a member of each dimension, and whether one has none.
  private var hasMember: [Bool]
  private var hasEmpty: [Bool]
  private let periods: Int
  private let dimensions: Int

  init(_ block: ObservationBlock, _ places: SheetPlaces, _ index: Int) {
    (periods, dimensions) = (block.periods.count, block.memberCodes.count)
    counts = Array(repeating: 0, count: block.indicators.count)
    knownCounts = counts
    masks = Array(repeating: FrequencyMask(), count: block.indicators.count)
    hasPeriod = Array(repeating: false, count: block.indicators.count * periods)
    hasNumber = hasPeriod
    hasMember = Array(repeating: false, count: block.indicators.count * dimensions)
    hasEmpty = hasMember
    let bits = block.periods.map { UInt16(1) << UInt16($0.frequency.rawValue) }
    let (known, empty) = (MissingReason.known.rawValue, MissingReason.notReported.rawValue)
    for cell in 0..<block.count {
      let (indicator, period) = (Int(block.indicatorCodes[cell]), Int(block.periodCodes[cell]))
      let reason = block.reasons[cell]
      counts[indicator] &+= 1
      masks[indicator].add(bits[period], isReported: reason != empty)
      hasPeriod[indicator &* periods &+ period] = true
      guard reason == known else { continue }
      knownCounts[indicator] &+= 1
      hasNumber[indicator &* periods &+ period] = true
    }
    for dimension in 0..<dimensions {
      let (codes, members) = (block.memberCodes[dimension], places.members[index][dimension])
      for cell in 0..<block.count {
        let place = Int(block.indicatorCodes[cell]) &* dimensions &+ dimension
        if members[Int(codes[cell])] < 0 { hasEmpty[place] = true } else { hasMember[place] = true }
      }
    }
  }

  /// Whether a cell of an indicator's code and a period's holds a number.
  func isKnown(_ code: Int, _ period: Int) -> Bool { hasNumber[code * periods + period] }

  /// Adds what the cells of an indicator's code have to the frame of its cube.
  func add(_ code: Int, _ places: [Int32], to frame: inout CubeFrame) {
    for (period, place) in places.enumerated() where hasPeriod[code * periods + period] {
      frame.add(period: Int(place))
    }
    for dimension in 0..<dimensions {
      let place = code * dimensions + dimension
      frame.add(dimension, hasMember: hasMember[place], hasEmpty: hasEmpty[place])
    }
  }
}
