import Source
import Synchronization

/// The values of many indicators of a sheet, put where they belong in one pass over its blocks.
///
/// Rows stand in the order of the sheet and cubes in that of indicators, so that going over the rows of one indicator after the
/// other would read all of them again for each.
struct CubeScatter: Sendable {
  /// The values of an indicator, and whether a cell is given more than once, so that what it holds is not settled here.
  struct Values: Sendable {
    let cube: Cube
    let hasRepeats: Bool
  }

  private let sheet: Sheet
  private let summary: SheetSummary
  private let places: SheetPlaces
  private let layouts: [CubeLayout]

  /// Prepares to gather the indicators of `sheet`.
  init(_ sheet: Sheet, _ summary: SheetSummary, _ places: SheetPlaces, _ layouts: [CubeLayout]) {
    self.sheet = sheet
    self.summary = summary
    self.places = places
    self.layouts = layouts
  }

  /// Returns the values of every indicator by position; each is gathered by one of `workers`, in the order of the sheet.
  func gather(_ workers: Workers) -> [Values] {
    let results = Mutex<[Values?]>(Array(repeating: nil, count: layouts.count))
    let count = max(1, min(workers.count, layouts.count))
    workers.claim(count) { worker in
      let mine = Array(stride(from: worker, to: layouts.count, by: count))
      let gathered = gather(mine)
      results.withLock { results in
        for (indicator, values) in zip(mine, gathered) { results[indicator] = values }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private func gather(_ indicators: [Int]) -> [Values] {
    var targets: [ScatterTarget?] = Array(repeating: nil, count: layouts.count)
    for indicator in indicators {
      targets[indicator] = ScatterTarget(layouts[indicator].emptyCube(summary, summary.frames[indicator]))
    }
    for (index, block) in sheet.observations.blocks.enumerated() { scatter(block, index, targets) }
    return indicators.map { indicator in
      guard let target = targets[indicator] else {
        return Values(cube: Cube(axes: [], missing: .outsideData), hasRepeats: false)
      }
      return Values(cube: target.cube, hasRepeats: target.hasRepeats)
    }
  }

  private func scatter(_ block: ObservationBlock, _ index: Int, _ targets: [ScatterTarget?]) {
    let periods = places.periods[index]
    // What each code of an indicator needs, so that the loop below looks up nothing else.
    let byCode = block.indicators.map { $0 < 0 ? nil : targets[Int($0)] }
    let periodPlaces = block.indicators.map { indicator in
      periods.map { $0 < 0 || indicator < 0 ? 0 : layouts[Int(indicator)].periodPlaces[Int($0)] }
    }
    let strides = block.indicators.map { $0 < 0 ? [] : layouts[Int($0)].strides }
    let members = places.members[index].enumerated().map { dimension, places in
      places.map { Int($0 < 0 ? Int32(clamping: summary.members[dimension].count) : $0) }
    }
    for cell in 0..<block.count {
      let code = Int(block.indicatorCodes[cell])
      guard let target = byCode[code] else { continue }
      var offset = periodPlaces[code][Int(block.periodCodes[cell])]
      for dimension in members.indices {
        offset &+= strides[code][dimension] &* members[dimension][Int(block.memberCodes[dimension][cell])]
      }
      target.put(block.values[cell], block.reasons[cell], at: offset)
    }
  }
}

/// A cube that is being filled.
private final class ScatterTarget {
  private let axes: [Axis]
  private let values: UnsafeMutableBufferPointer<Double>
  private let reasons: UnsafeMutableBufferPointer<UInt8>
  private(set) var hasRepeats = false

  init(_ empty: Cube) {
    axes = empty.axes
    values = .allocate(capacity: empty.count)
    reasons = .allocate(capacity: empty.count)
    values.initialize(repeating: 0)
    _ = reasons.initialize(from: empty.reasons.lazy.map(\.rawValue))
  }

  deinit {
    values.deallocate()
    reasons.deallocate()
  }

  /// Fills a cell, unless it has been filled before.
  @inline(__always)
  func put(_ value: Double, _ reason: UInt8, at offset: Int) {
    let before = reasons[offset]
    guard before == MissingReason.outsideData.rawValue || before == MissingReason.noSuchCombination.rawValue else {
      hasRepeats = true
      return
    }
    values[offset] = value
    reasons[offset] = reason
  }

  var cube: Cube {
    Cube(axes: axes, values: Array(values), reasons: reasons.map { MissingReason(rawValue: $0) ?? .unreadable })
  }
}
