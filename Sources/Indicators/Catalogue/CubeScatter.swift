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
  /// The most indicators of one pass, since the cubes of a pass are written one within the other.
  private static let mostIndicators = 1 << 10

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
    let fewest = (layouts.count + Self.mostIndicators - 1) / Self.mostIndicators
    let count = max(isLarge ? min(workers.count, layouts.count) : 1, fewest)
    workers.claim(count) { part in
      let mine = Array(stride(from: part, to: layouts.count, by: count))
      guard let gathered = gather(mine) else { return }
      results.withLock { results in
        for (indicator, values) in zip(mine, gathered) { results[indicator] = values }
      }
    }
    let gathered = results.withLock { $0.compactMap { $0 } }
    return gathered.count == layouts.count ? gathered : nil
  }

  private func gather(_ indicators: [Int]) -> [Values]? {
    let cells = indicators.reduce(0) { $0 + layouts[$1].count }
    // Taken and given back at once: an array that finds no memory ends the process.
    guard ZeroedMemory(cells * (MemoryLayout<Double>.stride + 1)) != nil else { return nil }
    var targets = ScatterTargets(
      indicators.map { layouts[$0] }, dimensions: sheet.dimensions.count, periods: places.labels.count)
    var positions = Array(repeating: -1, count: layouts.count)
    for (position, indicator) in indicators.enumerated() { positions[indicator] = position }
    let cubes = fill(indicators[...], &targets) { targets in
      for book in places.books.indices { put(book, positions, targets) }
    }
    return cubes.reversed().enumerated().map { Values(cube: $1, hasRepeats: targets.hasRepeats($0)) }
  }

  /// Makes the cubes of `indicators`, which `fill` fills where they lie; the last comes first.
  private func fill(
    _ indicators: ArraySlice<Int>, _ targets: inout ScatterTargets, _ fill: (borrowing ScatterTargets) -> Void
  ) -> [Cube] {
    guard let indicator = indicators.first else {
      fill(targets)
      return []
    }
    let (layout, frame) = (layouts[indicator], summary.frames[indicator])
    var cubes: [Cube] = []
    let cube = Cube(axes: layout.axes) { values, reasons in
      values.initialize(repeating: 0)
      if frame.dimensions.count < 2 {
        reasons.initialize(repeating: .outsideData)
      } else {
        _ = reasons.initialize(from: layout.emptyCube(summary, frame).reasons)
      }
      targets.add(values, reasons)
      cubes = self.fill(indicators.dropFirst(), &targets, fill)
    }
    cubes.append(cube)
    return cubes
  }

  /// Puts the cells of the blocks of one book where they belong.
  private func put(_ book: Int, _ positions: [Int], _ targets: borrowing ScatterTargets) {
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
          targets.put(block, cubes, members, periods)
        }
      }
    }
    for buffer in members { buffer.deallocate() }
  }
}
