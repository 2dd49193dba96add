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
      let layout = layouts[indicator]
      targets[indicator] = ScatterTarget(layout, layout.emptyCube(summary, summary.frames[indicator]))
    }
    for (book, places) in places.books.enumerated() {
      let codes = sheet.observations.books[book].indicators.map { $0 < 0 ? nil : targets[Int($0)] }
      // The place of a cell without a member comes after those of all members.
      let members = places.members.enumerated().map { dimension, places in
        places.map { $0 < 0 ? Int32(clamping: summary.members[dimension].count) : $0 }
      }
      let scatter = BookScatter(codes, members, places.periods)
      for (index, block) in sheet.observations.blocks.enumerated() where sheet.observations.bookOfBlock[index] == book {
        scatter.put(block)
      }
    }
    return indicators.map { indicator in
      // Each is given back when it has been copied, so that the next one finds its memory.
      guard let target = targets[indicator].take() else {
        return Values(cube: Cube(axes: [], missing: .outsideData), hasRepeats: false)
      }
      return Values(cube: target.cube, hasRepeats: target.hasRepeats)
    }
  }
}
