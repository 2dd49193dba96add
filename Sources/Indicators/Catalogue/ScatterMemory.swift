import Source

/// The cubes of some indicators of a sheet while they are filled, one behind the other.
struct ScatterMemory: ~Copyable {
  private let memory: ZeroedMemory
  private let layouts: [CubeLayout]
  private let values: UnsafeMutablePointer<Double>
  private let reasons: UnsafeMutablePointer<UInt8>
  /// Where each cube begins, and where the last one ends.
  private let starts: UnsafeMutablePointer<Int>
  /// For each cube, how far apart neighbours on each of the sheet's dimensions are.
  private let strides: UnsafeMutablePointer<Int>
  /// For each cube, where each of the sheet's periods lies.
  private let periodPlaces: UnsafeMutablePointer<Int32>
  /// Whether a cell of each cube was to be filled that had been filled before.
  private let hasRepeats: UnsafeMutablePointer<Bool>
  private let dimensions: Int
  private let periods: Int

  /// Takes memory for cubes with these layouts, whose cells are `empty` so far; nil where the system has no more.
  init?(_ layouts: [CubeLayout], dimensions: Int, periods: Int, empty: (Int) -> Cube?) {
    let count = layouts.reduce(0) { $0 + $1.count }
    guard let memory = ZeroedMemory(count * 9) else { return nil }
    self.memory = memory
    self.layouts = layouts
    (self.dimensions, self.periods) = (dimensions, periods)
    values = memory.start.bindMemory(to: Double.self, capacity: count)
    reasons = (memory.start + count * 8).bindMemory(to: UInt8.self, capacity: count)
    starts = .allocate(capacity: layouts.count + 1)
    strides = .allocate(capacity: max(1, layouts.count * dimensions))
    periodPlaces = .allocate(capacity: max(1, layouts.count * periods))
    hasRepeats = .allocate(capacity: max(1, layouts.count))
    hasRepeats.initialize(repeating: false, count: layouts.count)
    reasons.initialize(repeating: MissingReason.outsideData.rawValue, count: count)
    var start = 0
    for (position, layout) in layouts.enumerated() {
      (starts + position).initialize(to: start)
      for dimension in 0..<dimensions {
        (strides + position * dimensions + dimension).initialize(to: layout.strides[dimension])
      }
      for period in 0..<periods {
        (periodPlaces + position * periods + period).initialize(to: Int32(clamping: layout.periodPlaces[period]))
      }
      if let cube = empty(position) {
        for (cell, reason) in cube.reasons.enumerated() { reasons[start + cell] = reason.rawValue }
      }
      start += layout.count
    }
    (starts + layouts.count).initialize(to: start)
  }

  deinit {
    starts.deallocate()
    strides.deallocate()
    periodPlaces.deallocate()
    hasRepeats.deallocate()
  }

  /// Puts the cells of a block where they belong.
  ///
  /// Of its book, `cubes` are the positions of the cubes by code, −1 where there is none; `members` and `periods` are the places
  /// of codes among the sheet's labels. Neighbours mostly have the same indicator and members, for which that is found out once.
  func put(
    _ block: ObservationBlock, _ cubes: UnsafeBufferPointer<Int>, _ members: [UnsafeBufferPointer<Int32>],
    _ periodsOfCodes: UnsafeBufferPointer<Int32>
  ) {
    let (count, codes) = (block.count, block.indicatorCodes)
    var start = 0
    while start < count {
      let code = codes[start]
      var end = start + 1
      while end < count, codes[end] == code, hasSameMembers(block, start, end) { end += 1 }
      let cube = cubes[Int(code)]
      if cube >= 0 {
        var base = starts[cube]
        for dimension in 0..<dimensions {
          base +=
            strides[cube * dimensions + dimension] * Int(members[dimension][Int(block.memberCodes[dimension][start])])
        }
        put(block, start..<end, cube, at: base, periodsOfCodes)
      }
      start = end
    }
  }

  @inline(__always)
  private func put(
    _ block: ObservationBlock, _ cells: Range<Int>, _ cube: Int, at base: Int,
    _ periodsOfCodes: UnsafeBufferPointer<Int32>
  ) {
    let places = periodPlaces + cube * periods
    for cell in cells {
      let period = Int(periodsOfCodes[Int(block.periodCodes[cell])])
      let offset = base &+ (period < 0 ? 0 : Int(places[period]))
      let before = reasons[offset]
      if before == MissingReason.outsideData.rawValue || before == MissingReason.noSuchCombination.rawValue {
        values[offset] = block.values[cell]
        reasons[offset] = block.reasons[cell]
      } else {
        hasRepeats[cube] = true
      }
    }
  }

  @inline(__always)
  private func hasSameMembers(_ block: ObservationBlock, _ first: Int, _ second: Int) -> Bool {
    for dimension in 0..<dimensions {
      let codes = block.memberCodes[dimension]
      if codes[first] != codes[second] { return false }
    }
    return true
  }

  /// Returns the cubes in the order of their layouts.
  func cubes() -> [CubeScatter.Values] {
    layouts.enumerated().map { position, layout in
      let values = Array(UnsafeBufferPointer(start: values + starts[position], count: layout.count))
      // A reason lies in memory as its raw value, and no other values have been written.
      let reasons = (reasons + starts[position]).withMemoryRebound(to: MissingReason.self, capacity: layout.count) {
        Array(UnsafeBufferPointer(start: $0, count: layout.count))
      }
      return CubeScatter.Values(
        cube: Cube(axes: layout.axes, values: values, reasons: reasons), hasRepeats: hasRepeats[position])
    }
  }
}
