/// A cube that is being filled.
final class ScatterTarget {
  private let axes: [Axis]
  private let values: UnsafeMutableBufferPointer<Double>
  private let reasons: UnsafeMutableBufferPointer<UInt8>
  /// How far apart neighbours on each of the sheet's dimensions are.
  let strides: [Int]
  /// Where each of the sheet's periods lies.
  private let periodPlaces: UnsafeMutableBufferPointer<Int32>
  /// Whether a cell was to be filled that had been filled before.
  private(set) var hasRepeats = false

  /// Begins to fill `empty`, which is laid out as `layout` says.
  init(_ layout: CubeLayout, _ empty: Cube) {
    axes = empty.axes
    strides = layout.strides
    values = .allocate(capacity: empty.count)
    reasons = .allocate(capacity: empty.count)
    values.initialize(repeating: 0)
    _ = reasons.initialize(from: empty.reasons.lazy.map(\.rawValue))
    periodPlaces = .allocate(capacity: layout.periodPlaces.count)
    _ = periodPlaces.initialize(from: layout.periodPlaces.lazy.map { Int32(clamping: $0) })
  }

  deinit {
    values.deallocate()
    reasons.deallocate()
    periodPlaces.deallocate()
  }

  /// Fills the cells of `block` from `start` on that have the same indicator and members, and whose periods have these places
  /// among the sheet's; `base` is where the first period lies.
  @inline(__always)
  func put(_ block: ObservationBlock, _ cells: Range<Int>, at base: Int, _ periods: UnsafeBufferPointer<Int32>) {
    for cell in cells {
      let period = periods[Int(block.periodCodes[cell])]
      let offset = base &+ (period < 0 ? 0 : Int(periodPlaces[Int(period)]))
      let before = reasons[offset]
      guard before == MissingReason.outsideData.rawValue || before == MissingReason.noSuchCombination.rawValue else {
        hasRepeats = true
        continue
      }
      values[offset] = block.values[cell]
      reasons[offset] = block.reasons[cell]
    }
  }

  /// The cube as it has been filled.
  var cube: Cube {
    let meanings = (0...UInt8.max).map { MissingReason(rawValue: $0) ?? .unreadable }
    let known = meanings.withUnsafeBufferPointer { meanings in reasons.map { meanings[Int($0)] } }
    return Cube(axes: axes, values: Array(values), reasons: known)
  }
}

/// Puts the cells of the blocks of one book where they belong.
struct BookScatter {
  private let targets: [ScatterTarget?]
  private let members: [[Int32]]
  private let periods: [Int32]

  /// Prepares for a book, of whose codes `targets` are the indicators' cubes, `members` and `periods` the places among the labels
  /// of the sheet.
  init(_ targets: [ScatterTarget?], _ members: [[Int32]], _ periods: [Int32]) {
    (self.targets, self.members, self.periods) = (targets, members, periods)
  }

  /// Puts the cells of a block where they belong.
  ///
  /// Neighbours mostly have the same indicator and members, for which that is found out once.
  func put(_ block: ObservationBlock) {
    periods.withUnsafeBufferPointer { periods in
      var start = 0
      while start < block.count {
        let code = block.indicatorCodes[start]
        var end = start + 1
        while end < block.count, block.indicatorCodes[end] == code, hasSameMembers(block, start, end) { end += 1 }
        if let target = targets[Int(code)] {
          var base = 0
          for (dimension, places) in members.enumerated() {
            base += target.strides[dimension] * Int(places[Int(block.memberCodes[dimension][start])])
          }
          target.put(block, start..<end, at: base, periods)
        }
        start = end
      }
    }
  }

  @inline(__always)
  private func hasSameMembers(_ block: ObservationBlock, _ first: Int, _ second: Int) -> Bool {
    for dimension in 0..<block.memberCodes.count {
      let codes = block.memberCodes[dimension]
      if codes[first] != codes[second] { return false }
    }
    return true
  }
}
