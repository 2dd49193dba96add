import Indicators
import Semantics

/// Which group each cell belongs to, and which cells take part.
struct Grouping {
  /// What the groups are made of.
  private enum Groups {
    /// The cells of a cube, some of whose axes are collapsed.
    case cells(GroupLayout)
    /// Rows of a relation, all in one group.
    case rows([Int])
  }

  private let groups: Groups
  /// Whether each cell takes part; nil where all do.
  private var isIn: [Bool]?
  /// Whether the lowest of each group is the first, where that differs by group.
  var isLowerFirst: [Bool] = []
  /// How many cells were dropped because the filter is unknown there.
  private(set) var droppedUnknown = 0

  /// Creates the groups of a cube with `axes`, of which the dimensions `collapsed` are collapsed; all cells take part.
  init(_ axes: [Axis], collapsing collapsed: [Dimension]) {
    groups = .cells(GroupLayout(axes, collapsing: collapsed))
  }

  /// Creates one group of `rows`.
  init(rows: [Int]) {
    groups = .rows(rows)
  }

  /// How many groups there are.
  var count: Int {
    switch groups {
    case .cells(let layout): layout.groupCount
    case .rows: 1
    }
  }

  /// How many cells take part.
  var memberCount: Int {
    isIn?.count { $0 } ?? cellCount
  }

  /// The layout of the groups where all cells take part.
  var wholeLayout: GroupLayout? {
    if case .cells(let layout) = groups, isIn == nil { layout } else { nil }
  }

  /// How many cells there are, those that take no part included.
  var cellCount: Int {
    switch groups {
    case .cells(let layout): layout.groupCount * layout.memberCount
    case .rows(let rows): rows.count
    }
  }

  /// Returns whether the cell at `offset` takes part.
  func takesPart(_ offset: Int) -> Bool { isIn?[offset] ?? true }

  /// Returns the group of the cell at `offset`; nil for a cell that takes no part.
  func group(of offset: Int) -> Int? {
    guard takesPart(offset) else { return nil }
    switch groups {
    case .cells(let layout): return layout.group(of: offset)
    case .rows: return 0
    }
  }

  /// Calls `body` with the offset of each cell of `group` that takes part, in order.
  @inline(__always)
  func forEachMember(of group: Int, _ body: (Int) -> Void) {
    switch groups {
    case .rows(let rows): for row in rows { body(row) }
    case .cells(let layout):
      layout.forEachRun(of: group) { start, run in
        for index in 0..<run.count {
          let offset = start + index * run.stride
          if isIn?[offset] ?? true { body(offset) }
        }
      }
    }
  }

  /// Returns the offsets of the cells of `group` that take part, in order.
  func members(of group: Int) -> [Int] {
    var members: [Int] = []
    forEachMember(of: group) { members.append($0) }
    return members
  }

  /// Drops the cells of combinations that the sheet does not have, neither of the argument nor of what meets it.
  mutating func leaveOut(_ value: Cube, _ second: Cube?) {
    guard value.holds(.noSuchCombination) || second?.holds(.noSuchCombination) ?? false else { return }
    let (absent, outside) = (MissingReason.noSuchCombination.code, MissingReason.outsideData.code)
    value.reasons.withUnsafeBufferPointer { own in
      guard let second else { return drop { own[$0].code == absent } }
      second.reasons.withUnsafeBufferPointer { other in
        drop { own[$0].code == absent || other[$0].code == absent && own[$0].code == outside }
      }
    }
  }

  /// Drops the cells of wholes that stand beside their parts.
  mutating func leaveOut(_ totals: LeftOutTotals) {
    drop { totals.isLeftOut[$0] }
  }

  /// Drops the cells at which `filter` is not true.
  mutating func apply(_ filter: Cube?) {
    guard let filter else { return }
    var unknown = 0
    drop { offset in
      if filter.reasons[offset].isKnown { return filter.values[offset] == 0 }
      unknown += 1
      return true
    }
    droppedUnknown += unknown
  }

  /// Drops the cells that take part and at which `isOut` holds.
  @inline(__always)
  private mutating func drop(where isOut: (Int) -> Bool) {
    var kept = isIn ?? Array(repeating: true, count: cellCount)
    isIn = nil
    let isWhole = kept.withUnsafeMutableBufferPointer { kept in
      var isWhole = true
      for offset in kept.indices {
        if kept[offset], isOut(offset) { kept[offset] = false }
        if !kept[offset] { isWhole = false }
      }
      return isWhole
    }
    if !isWhole { isIn = kept }
  }
}

extension Cube {
  /// Whether any cell has `reason`.
  func holds(_ reason: MissingReason) -> Bool {
    reasons.withUnsafeBufferPointer { reasons in
      guard let base = reasons.baseAddress else { return false }
      let codes = UnsafeRawPointer(base)
      // Eight codes at once: a byte that is zero after the exclusive or borrows into its highest bit.
      let wanted = UInt64(reason.code) &* 0x0101_0101_0101_0101
      @inline(__always)
      func found(_ place: Int) -> UInt64 {
        let rest = codes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ wanted
        return (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
      }
      var place = 0
      while place &+ 32 <= reasons.count {
        if found(place) | found(place &+ 8) | found(place &+ 16) | found(place &+ 24) != 0 { return true }
        place &+= 32
      }
      while place < reasons.count {
        if reasons[place].code == reason.code { return true }
        place += 1
      }
      return false
    }
  }

  /// Whether every cell is known.
  var isComplete: Bool {
    reasons.withUnsafeBufferPointer { reasons in
      var any: UInt8 = 0
      for reason in reasons { any |= reason.code }
      return any == 0
    }
  }
}
