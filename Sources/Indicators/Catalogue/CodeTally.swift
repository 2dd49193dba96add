/// What one pass over some blocks of a book tells of its codes.
struct CodeTally: Sendable {
  /// Blocks of one book.
  struct Group {
    let book: Int
    let blocks: [Int]
  }

  /// What cells of an indicator and a period have.
  struct State: OptionSet {
    let rawValue: UInt8

    /// Any is there.
    static let present = State(rawValue: 1)
    /// Any is not just empty.
    static let reported = State(rawValue: 2)
    /// Any holds a number.
    static let known = State(rawValue: 4)
  }

  /// The position of the book.
  let book: Int
  /// How many cells each code of an indicator has.
  private(set) var counts: [Int]
  /// How many of them hold numbers.
  private(set) var knownCounts: [Int]
  /// Whether a cell of each code has a member of each dimension, and whether one has none.
  private(set) var hasMember: [[Bool]]
  private(set) var hasEmpty: [[Bool]]
  private let periods: Int
  /// The states of each code of an indicator and each of a period; empty where these are too many.
  private var states: [UInt8]
  private var fewStates: [Int: UInt8] = [:]

  /// The most blocks of a group, so that there are groups for all who share them.
  private static let mostBlocks = 32
  /// The most states that are kept one beside the other.
  private static let mostStates = 1 << 20

  /// Returns the blocks in groups of one book each.
  static func groups(of observations: Observations) -> [Group] {
    var blocks: [[Int]] = Array(repeating: [], count: observations.books.count)
    for (index, book) in observations.bookOfBlock.enumerated() { blocks[book].append(index) }
    return blocks.enumerated().flatMap { book, blocks in
      stride(from: 0, to: blocks.count, by: mostBlocks).map {
        Group(book: book, blocks: Array(blocks[$0..<min($0 + mostBlocks, blocks.count)]))
      }
    }
  }

  /// Goes over the blocks of `group`.
  init(_ group: Group, _ observations: Observations, _ places: SheetPlaces) {
    let (own, places) = (observations.books[group.book], places.books[group.book])
    let indicators = own.indicators.count
    book = group.book
    periods = own.periods.count
    counts = Array(repeating: 0, count: indicators)
    knownCounts = counts
    hasMember = Array(repeating: Array(repeating: false, count: places.members.count), count: indicators)
    hasEmpty = hasMember
    let isDense = indicators.multipliedReportingOverflow(by: periods)
    states = Array(
      repeating: 0, count: isDense.overflow || isDense.partialValue > Self.mostStates ? 0 : isDense.partialValue)
    for index in group.blocks { add(observations.blocks[index]) }
    for (dimension, members) in places.members.enumerated() {
      let mayBeEmpty = members.contains { $0 < 0 }
      if mayBeEmpty {
        for index in group.blocks { addMembers(observations.blocks[index], dimension, members) }
      } else {
        for code in 0..<indicators where counts[code] > 0 { hasMember[code][dimension] = true }
      }
    }
  }

  private mutating func add(_ block: ObservationBlock) {
    let periods = periods
    block.forEachStretch { stretch in
      counts[stretch.indicator] += stretch.count
      knownCounts[stretch.indicator] += stretch.knownCount(block.reasons)
      let first = stretch.indicator * periods
      if states.isEmpty {
        for index in 0..<stretch.count {
          fewStates[first + stretch.period(index), default: 0] |= stretch.state(index, block.reasons).rawValue
        }
      } else {
        states.withUnsafeMutableBufferPointer { states in
          for index in 0..<stretch.count {
            states[first &+ stretch.period(index)] |= stretch.state(index, block.reasons).rawValue
          }
        }
      }
    }
  }

  private mutating func addMembers(_ block: ObservationBlock, _ dimension: Int, _ members: [Int32]) {
    block.forEachStretch { stretch in
      if members[block.member(dimension, of: stretch.first, in: stretch.run)] < 0 {
        hasEmpty[stretch.indicator][dimension] = true
      } else {
        hasMember[stretch.indicator][dimension] = true
      }
    }
  }

  /// Calls `body` with each code of an indicator, each of a period and the state of their cells, where there are any.
  func forEach(_ body: (_ code: Int, _ period: Int, State) -> Void) {
    for (place, state) in states.enumerated() where state != 0 {
      body(place / periods, place % periods, State(rawValue: state))
    }
    for (place, state) in fewStates { body(place / periods, place % periods, State(rawValue: state)) }
  }
}

extension CellStretch {
  /// Returns how many cells hold numbers.
  @inline(__always)
  fileprivate func knownCount(_ reasons: UnsafeMutablePointer<UInt8>?) -> Int {
    guard let reasons else { return count }
    var known = 0
    for index in 0..<count { known &+= reasons[position(index)] == MissingReason.known.rawValue ? 1 : 0 }
    return known
  }

  /// Returns the state of a cell.
  @inline(__always)
  fileprivate func state(_ index: Int, _ reasons: UnsafeMutablePointer<UInt8>?) -> CodeTally.State {
    switch reasons?[position(index)] ?? MissingReason.known.rawValue {
    case MissingReason.known.rawValue: [.present, .reported, .known]
    case MissingReason.notReported.rawValue: .present
    default: [.present, .reported]
    }
  }
}
