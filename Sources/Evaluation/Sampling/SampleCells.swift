import Indicators

/// The samples of every cell of a value, gathered block by block.
struct SampleCells {
  /// The axes of the cells.
  private(set) var axes: [Axis] = []
  /// The numbers of each cell, in the order of the samples.
  private(set) var numbers: [[Double]] = []
  /// How many samples of each cell are missing, those that a condition leaves out aside.
  private(set) var missing: [Int] = []
  /// Why the first of them is.
  private(set) var reasons: [MissingReason] = []

  /// The most numbers that are gathered.
  private static let mostNumbers = 1 << 27

  /// Whether the samples of a value over `axes` are too many to gather.
  static func areTooMany(over axes: [Axis], count: Int) -> Bool {
    let cells = axes.reduce(1) { $1.dimension == .sample ? $0 : $0 * $1.labels.count }
    return cells > mostNumbers / max(1, count)
  }

  /// Adds the samples of `block`; a cube without samples holds for each of them.
  mutating func add(_ cube: Cube, _ block: Range<Int>) {
    let rest = cube.axes.filter { $0.dimension != .sample }
    if missing.isEmpty {
      axes = rest
      let count = rest.reduce(1) { $0 * $1.labels.count }
      numbers = Array(repeating: [], count: count)
      missing = Array(repeating: 0, count: count)
      reasons = Array(repeating: .known, count: count)
    }
    let times = cube.axisIndex(of: .sample) == nil ? block.count : 1
    for (offset, position) in Alignment.positions(of: rest, in: cube.axes).enumerated() {
      let cell = Int(position)
      switch cube.reasons[offset] {
      case .known: numbers[cell] += repeatElement(cube.values[offset], count: times)
      // What a condition leaves out takes no part.
      case .stated: break
      case .notReported, .suppressed, .notApplicable, .unreadable, .undefined, .outsideData, .gap, .nonPositiveBase,
        .conflict, .coverage, .noSuchCombination, .tooLarge, .circular, .never:
        missing[cell] += times
        if reasons[cell] == .known { reasons[cell] = cube.reasons[offset] }
      }
    }
  }
}
