/// One record of a delimited text: where its fields lie, quotes not included.
struct Record {
  /// Where each field begins.
  var starts: [Int] = []
  /// Where each field ends.
  var ends: [Int] = []
  /// Whether each field holds doubled quotes, which stand for one.
  var isEscaped: [Bool] = []
  /// The line on which the record begins, counted from 1.
  var line = 1

  /// How many fields there are.
  var count: Int { starts.count }

  /// Returns where the field at `index` lies, or an empty range where the record ends before it.
  func range(_ index: Int) -> Range<Int> {
    index < starts.count ? starts[index]..<ends[index] : 0..<0
  }

  /// Forgets the fields and keeps their room.
  mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isEscaped.removeAll(keepingCapacity: true)
  }

  /// Adds a field.
  mutating func append(_ start: Int, _ end: Int, isEscaped escaped: Bool) {
    starts.append(start)
    ends.append(end)
    isEscaped.append(escaped)
  }
}
