/// Where each cell of an overlaid cube comes from: a pattern of sources by period, kept once for all lanes that are alike.
struct CellSources: RandomAccessCollection, Sendable {
  /// The source of each period, for each kind of lane.
  private(set) var patterns: [[OverlaidCube.Source]]
  private var patternOfLane: [Int32]
  private let periodCount: Int

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

  /// The pattern of all lanes; nil where they have several.
  var onlyPattern: [OverlaidCube.Source]? {
    guard let first = patternOfLane.first, patternOfLane.allSatisfy({ $0 == first }) else { return nil }
    return patterns[Int(first)]
  }

  /// Calls `body` for each run of cells of one lane that have the same source.
  func forEachRun(_ body: (_ source: OverlaidCube.Source, _ offsets: Range<Int>) -> Void) {
    let runs = patterns.map { pattern in
      var runs: [Range<Int>] = []
      for place in pattern.indices {
        if let last = runs.last, pattern[last.lowerBound] == pattern[place] {
          runs[runs.count - 1] = last.lowerBound..<place + 1
        } else {
          runs.append(place..<place + 1)
        }
      }
      return runs
    }
    for (lane, number) in patternOfLane.enumerated() {
      let start = lane * periodCount
      for run in runs[Int(number)] {
        body(patterns[Int(number)][run.lowerBound], start + run.lowerBound..<start + run.upperBound)
      }
    }
  }

  var startIndex: Int { 0 }

  var endIndex: Int { patternOfLane.count * periodCount }

  subscript(offset: Int) -> OverlaidCube.Source {
    patterns[Int(patternOfLane[offset / periodCount])][offset % periodCount]
  }
}
