/// Where each cell of an overlaid cube comes from: a pattern of sources by period, kept once for all lanes that are alike.
struct CellSources: RandomAccessCollection, Sendable {
  /// The source of each period, for each kind of lane.
  private(set) var patterns: [[OverlaidCube.Source]]
  private var patternOfLane: [Int32]
  private var periodCount: Int

  /// Creates the sources of `lanes` lanes of `periods` periods each, all of which are the base.
  init(lanes: Int, periods: Int) {
    patterns = [Array(repeating: .base, count: periods)]
    patternOfLane = Array(repeating: 0, count: lanes)
    periodCount = periods
  }

  /// Adds a pattern, and returns its number.
  mutating func add(_ pattern: [OverlaidCube.Source]) -> Int {
    precondition(pattern.count == periodCount)
    patterns.append(pattern)
    return patterns.count - 1
  }

  /// Gives `lane` the sources of the pattern with `number`.
  mutating func set(_ lane: Int, to number: Int) { patternOfLane[lane] = Int32(clamping: number) }

  /// Returns the sources of lanes that have `count` more periods in front, all of which are the base.
  func preceded(by count: Int) -> CellSources {
    var all = self
    all.patterns = patterns.map { Array(repeating: .base, count: count) + $0 }
    all.periodCount += count
    return all
  }

  /// The pattern of all lanes; nil where they have several.
  var onlyPattern: [OverlaidCube.Source]? {
    guard let first = patternOfLane.first, patternOfLane.allSatisfy({ $0 == first }) else { return nil }
    return patterns[Int(first)]
  }

  /// The lanes that have one pattern.
  struct Lanes {
    fileprivate(set) var first: Int
    fileprivate(set) var last: Int
    fileprivate(set) var count: Int
  }

  /// Returns which lanes have each pattern; nil for one that none has.
  func lanesByPattern() -> [Lanes?] {
    var lanes: [Lanes?] = Array(repeating: nil, count: patterns.count)
    var start = 0
    while start < patternOfLane.count {
      // Lanes one behind the other are mostly alike.
      let number = patternOfLane[start]
      let end = patternOfLane[start...].firstIndex { $0 != number } ?? patternOfLane.count
      let before = lanes[Int(number)]
      lanes[Int(number)] = Lanes(
        first: before?.first ?? start, last: end - 1, count: (before?.count ?? 0) + end - start)
      start = end
    }
    return lanes
  }

  /// Returns the first of `lanes`, which have the pattern with `number`, of which `holds` is true, given the offset of its first
  /// cell.
  func firstLane(of number: Int, _ lanes: Lanes, where holds: (_ start: Int) -> Bool) -> Int? {
    (lanes.first...lanes.last).first { patternOfLane[$0] == number && holds($0 * periodCount) }
  }

  var startIndex: Int { 0 }

  var endIndex: Int { patternOfLane.count * periodCount }

  subscript(offset: Int) -> OverlaidCube.Source {
    patterns[Int(patternOfLane[offset / periodCount])][offset % periodCount]
  }
}
