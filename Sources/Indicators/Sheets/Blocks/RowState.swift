/// What is known of a row while its fields are scanned.
struct RowState {
  /// How its fields are spelt.
  let coding: FieldCoding
  /// Whether the row must be read by itself.
  var isOdd = false
  /// Whether something in it is new in its book.
  var isNew = false
  /// Whether its indicator's cell is empty.
  var isUnnamed = false
  /// How many fields surely have text.
  private(set) var filled = 0
  /// How many cells hold numbers.
  private(set) var numbers = 0
  /// Where the text of the first column lies.
  private var first = (start: 0, end: 0)

  /// Creates the state of a row before its first field.
  init(_ coding: FieldCoding) { self.coding = coding }

  /// Counts a number.
  @inline(__always)
  mutating func addNumber() {
    filled &+= 1
    numbers &+= 1
  }

  /// Counts a field that is no number.
  @inline(__always)
  mutating func addText(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard start < end, coding.isFilled(bytes[start]) else { return }
    filled &+= 1
    if column == 0 { first = (start, end) }
  }

  /// Whether the row, which has no number, may be a line of notes.
  func mayBeginNote(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    first.start == first.end || coding.canBeginNote(UnsafeBufferPointer(rebasing: bytes[first.start..<first.end]))
  }
}
