/// The cubes of some indicators of a sheet while they are filled where they lie.
struct ScatterTargets: ~Copyable {
  /// The cells of each cube.
  private let values: UnsafeMutablePointer<UnsafeMutableBufferPointer<Double>>
  private let reasons: UnsafeMutablePointer<UnsafeMutableBufferPointer<MissingReason>>
  /// For each cube, how far apart neighbours on each of the sheet's dimensions are.
  private let strides: UnsafeMutablePointer<Int>
  /// For each cube, where each of the sheet's periods lies.
  private let periodPlaces: UnsafeMutablePointer<Int32>
  /// Whether a cell of each cube was to be filled that had been filled before.
  private let hasRepeats: UnsafeMutablePointer<Bool>
  private let dimensions: Int
  private let periods: Int
  /// How many cubes have been added.
  private var count = 0

  /// Prepares to fill cubes with these layouts, which are to be added.
  init(_ layouts: [CubeLayout], dimensions: Int, periods: Int) {
    (self.dimensions, self.periods) = (dimensions, periods)
    values = .allocate(capacity: layouts.count)
    reasons = .allocate(capacity: layouts.count)
    strides = .allocate(capacity: layouts.count * dimensions)
    periodPlaces = .allocate(capacity: layouts.count * periods)
    hasRepeats = .allocate(capacity: layouts.count)
    hasRepeats.initialize(repeating: false, count: layouts.count)
    for (position, layout) in layouts.enumerated() {
      for dimension in 0..<dimensions {
        (strides + position * dimensions + dimension).initialize(to: layout.strides[dimension])
      }
      for period in 0..<periods {
        (periodPlaces + position * periods + period).initialize(to: Int32(clamping: layout.periodPlaces[period]))
      }
    }
  }

  deinit {
    values.deallocate()
    reasons.deallocate()
    strides.deallocate()
    periodPlaces.deallocate()
    hasRepeats.deallocate()
  }

  /// Adds the cube of the next layout, whose cells are empty so far.
  mutating func add(
    _ values: UnsafeMutableBufferPointer<Double>, _ reasons: UnsafeMutableBufferPointer<MissingReason>
  ) {
    (self.values + count).initialize(to: values)
    (self.reasons + count).initialize(to: reasons)
    count += 1
  }

  /// Whether a cell of the cube at `position` was to be filled that had been filled before.
  func hasRepeats(_ position: Int) -> Bool { hasRepeats[position] }

  /// Puts the cells of a block where they belong.
  ///
  /// Of its book, `cubes` are the positions of the cubes by code, −1 where there is none; `members` and `periods` are the places
  /// of codes among the sheet's labels. Neighbours mostly have the same indicator and members, for which that is found out once.
  func put(
    _ block: ObservationBlock, _ cubes: UnsafeBufferPointer<Int>, _ members: [UnsafeBufferPointer<Int32>],
    _ periodsOfCodes: UnsafeBufferPointer<Int32>
  ) {
    block.forEachStretch { stretch in
      let cube = cubes[stretch.indicator]
      guard cube >= 0 else { return }
      var base = 0
      for dimension in 0..<dimensions {
        let member = members[dimension][block.member(dimension, of: stretch.first, in: stretch.run)]
        base += strides[cube * dimensions + dimension] * Int(member)
      }
      put(block, stretch, cube, at: base, periodsOfCodes)
    }
  }

  @inline(__always)
  private func put(
    _ block: ObservationBlock, _ stretch: CellStretch, _ cube: Int, at base: Int,
    _ periodsOfCodes: UnsafeBufferPointer<Int32>
  ) {
    let places = periodPlaces + cube * periods
    let (values, reasons) = (values[cube], reasons[cube])
    for index in 0..<stretch.count {
      let cell = stretch.position(index)
      let period = Int(periodsOfCodes[stretch.period(index)])
      let offset = base &+ (period < 0 ? 0 : Int(places[period]))
      let before = reasons[offset]
      if before == .outsideData || before == .noSuchCombination {
        values[offset] = block.values[cell]
        reasons[offset] = block.reason(cell)
      } else {
        hasRepeats[cube] = true
      }
    }
  }
}
