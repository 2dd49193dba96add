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

  /// How many cells are put in their places while a thread is made.
  private static let cellsWorthAThread = 1 << 14

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

  /// Returns the values of every indicator by position, each gathered by one of `workers` in the order of the sheet; nil where
  /// there is not enough memory for all.
  func gather(_ workers: Workers) -> [Values]? {
    let results = Mutex<[Values?]>(Array(repeating: nil, count: layouts.count))
    let isLarge = sheet.observations.count >= Self.cellsWorthAThread
    let count = isLarge ? max(1, min(workers.count, layouts.count)) : 1
    workers.claim(count) { worker in
      let mine = Array(stride(from: worker, to: layouts.count, by: count))
      guard let gathered = gather(mine) else { return }
      results.withLock { results in
        for (indicator, values) in zip(mine, gathered) { results[indicator] = values }
      }
    }
    let gathered = results.withLock { $0.compactMap { $0 } }
    return gathered.count == layouts.count ? gathered : nil
  }

  private func gather(_ indicators: [Int]) -> [Values]? {
    let memory = ScatterMemory(
      indicators.map { layouts[$0] }, dimensions: sheet.dimensions.count, periods: places.labels.count
    ) { position in
      let (layout, frame) = (layouts[indicators[position]], summary.frames[indicators[position]])
      return frame.dimensions.count < 2 ? nil : layout.emptyCube(summary, frame)
    }
    guard let memory else { return nil }
    var positions = Array(repeating: -1, count: layouts.count)
    for (position, indicator) in indicators.enumerated() { positions[indicator] = position }
    for book in places.books.indices { put(book, positions, memory) }
    return memory.cubes()
  }

  /// Puts the cells of the blocks of one book where they belong.
  private func put(_ book: Int, _ positions: [Int], _ memory: borrowing ScatterMemory) {
    let (observations, places) = (sheet.observations, places.books[book])
    let cubes = observations.books[book].indicators.map { $0 < 0 ? -1 : positions[Int($0)] }
    // The place of a cell without a member comes after those of all members.
    let members = places.members.enumerated().map { dimension, places in
      let empty = Int32(clamping: summary.members[dimension].count)
      let buffer = UnsafeMutableBufferPointer<Int32>.allocate(capacity: places.count)
      _ = buffer.initialize(from: places.lazy.map { $0 < 0 ? empty : $0 })
      return UnsafeBufferPointer(buffer)
    }
    cubes.withUnsafeBufferPointer { cubes in
      places.periods.withUnsafeBufferPointer { periods in
        for (index, block) in observations.blocks.enumerated() where observations.bookOfBlock[index] == book {
          memory.put(block, cubes, members, periods)
        }
      }
    }
    for buffer in members { buffer.deallocate() }
  }
}
