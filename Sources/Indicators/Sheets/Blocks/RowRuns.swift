/// The codes of indicator and members that rows have, once for all that follow each other with the same.
struct RowRuns {
  /// Of each run the row that it begins with, its indicator's code and those of its members, one run behind the other.
  private let records: UnsafeMutablePointer<UInt16>
  private let width: Int
  /// How many runs there are.
  private(set) var count = 0

  /// Takes room for the runs of rows with so many dimensions from `place` on.
  init(at place: UnsafeMutableRawPointer, capacity: Int, dimensions: Int) {
    width = Self.firstMember + dimensions
    records = place.bindMemory(to: UInt16.self, capacity: capacity * width)
  }

  private static let firstMember = 2

  /// Returns how many bytes `count` runs take.
  static func size(_ count: Int, dimensions: Int) -> Int {
    count * (firstMember + dimensions) * MemoryLayout<UInt16>.stride
  }

  /// Leaves all runs out.
  mutating func removeAll() { count = 0 }

  /// Says that rows from `row` on have these codes; nothing is to be said where those before have them too.
  mutating func begin(_ row: Int, key: Int, members: SIMD4<UInt16>) {
    let dimensions = width - Self.firstMember
    if count > 0, code(count - 1) == key, (0..<dimensions).allSatisfy({ member($0, count - 1) == members[$0] }) {
      return
    }
    let record = records + count * width
    record[0] = UInt16(truncatingIfNeeded: row)
    record[1] = UInt16(truncatingIfNeeded: key)
    for dimension in 0..<dimensions { record[Self.firstMember + dimension] = members[dimension] }
    count += 1
  }

  /// Returns the same runs at another place.
  func copy(to place: UnsafeMutableRawPointer) -> RowRuns {
    var other = RowRuns(at: place, capacity: count, dimensions: width - Self.firstMember)
    other.records.initialize(from: records, count: count * width)
    other.count = count
    return other
  }

  /// The code of the indicator of a run.
  func code(_ run: Int) -> Int { Int(records[run * width + 1]) }

  /// The code of the member of a run along a dimension.
  func member(_ dimension: Int, _ run: Int) -> UInt16 { records[run * width + Self.firstMember + dimension] }

  /// The row that a run begins with.
  func start(_ run: Int) -> Int { Int(records[run * width]) }

  /// Returns the run of a row, which is not before the first.
  func run(of row: Int) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if start(middle) <= row { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
