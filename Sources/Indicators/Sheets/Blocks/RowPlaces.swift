/// Where the rows of a block begin, and on which lines, counted from the block's first.
///
/// In most blocks a row follows the other, each on a line of its own and not long, so that their lengths tell it all.
struct RowPlaces {
  /// Where each row begins, and its line; there are none of rows that follow each other.
  private let starts: UnsafeMutablePointer<UInt32>
  private let lines: UnsafeMutablePointer<UInt16>
  /// Of rows that follow each other, the length of each and where every sixteenth begins.
  private let lengths: UnsafeMutablePointer<UInt8>
  private var marks: [UInt32] = []
  private let areFollowing: Bool

  private static let rowsOfMark = 16

  /// Returns how many bytes the places of `count` rows take at most.
  static func size(_ count: Int, areFollowing: Bool = false) -> Int { 4 + count * (areFollowing ? 1 : 6) }

  /// Takes room for the places of `capacity` rows, which are to be written, from `place` on.
  init(at place: UnsafeMutableRawPointer, capacity: Int) {
    self.init(at: place, capacity, areFollowing: false)
  }

  private init(at place: UnsafeMutableRawPointer, _ count: Int, areFollowing: Bool) {
    let place = place.alignedUp(for: UInt32.self)
    self.areFollowing = areFollowing
    let apart = areFollowing ? 0 : count
    starts = place.bindMemory(to: UInt32.self, capacity: apart)
    lines = (place + apart * 4).bindMemory(to: UInt16.self, capacity: apart)
    lengths = (place + apart * 6).bindMemory(to: UInt8.self, capacity: count - apart)
  }

  /// Takes the places of `rows` to `place`.
  init(_ rows: Rows, at place: UnsafeMutableRawPointer) {
    let (source, count) = (rows.places, rows.count)
    self.init(at: place, count, areFollowing: rows.areFollowing)
    guard areFollowing else {
      starts.initialize(from: source.starts, count: count)
      lines.initialize(from: source.lines, count: count)
      return
    }
    for row in stride(from: 1, to: count, by: 1) {
      lengths[row &- 1] = UInt8(truncatingIfNeeded: source.starts[row] &- source.starts[row &- 1])
    }
    marks = stride(from: 0, to: count, by: Self.rowsOfMark).map { source.starts[$0] }
  }

  /// Writes where a row begins, and its line.
  @inline(__always)
  func set(_ row: Int, start: Int, line: Int) {
    starts[row] = UInt32(truncatingIfNeeded: start)
    lines[row] = UInt16(truncatingIfNeeded: line)
  }

  /// Returns where a row begins, and its line.
  func place(of row: Int) -> (start: Int, line: Int) {
    guard areFollowing else { return (Int(starts[row]), Int(lines[row])) }
    let mark = row / Self.rowsOfMark
    var start = Int(marks[mark])
    for before in mark * Self.rowsOfMark..<row { start += Int(lengths[before]) }
    return (start, row)
  }

  /// Calls `take` for each of `rows`, which do not descend, with where it begins, and its line.
  func forEach(_ rows: some Sequence<Int>, _ take: (_ start: Int, _ line: Int) -> Void) {
    guard areFollowing else { return rows.forEach { take(Int(starts[$0]), Int(lines[$0])) } }
    var (row, start) = (0, marks.first.map(Int.init) ?? 0)
    for next in rows {
      if next &- row < Self.rowsOfMark {
        while row < next {
          start &+= Int(lengths[row])
          row &+= 1
        }
      } else {
        (row, start) = (next, place(of: next).start)
      }
      take(start, row)
    }
  }
}

extension RowPlaces {
  /// The first rows that have been written.
  struct Rows {
    fileprivate let places: RowPlaces
    fileprivate let count: Int
    /// Whether the first begins the block and they follow each other, none of them long.
    fileprivate let areFollowing: Bool

    /// How many bytes their places take at most.
    var size: Int { RowPlaces.size(count, areFollowing: areFollowing) }
  }

  /// Returns the first `count` rows, which have been written.
  func rows(_ count: Int) -> Rows {
    let most = UInt32(UInt8.max)
    // Without branches, for the compiler to turn it into vectors.
    var (longest, elsewhere): (UInt32, UInt16) = (0, count > 0 ? lines[0] : 0)
    for row in stride(from: 1, to: count, by: 1) {
      longest = max(longest, starts[row] &- starts[row &- 1])
      elsewhere |= lines[row] ^ UInt16(truncatingIfNeeded: row)
    }
    return Rows(places: self, count: count, areFollowing: longest <= most && elsewhere == 0)
  }
}
