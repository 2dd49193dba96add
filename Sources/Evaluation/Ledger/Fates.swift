import Semantics

/// What became of each cell of a value in a statement; a cell that a statement has not come to yet has no fate.
///
/// Above a missing cell `.used` says that it was wanted.
struct Fates {
  private static let none = UInt8.max
  private var codes: [UInt8]

  /// Creates the fates of `count` cells, all alike.
  init(_ cause: LedgerCause?, count: Int) {
    codes = Array(repeating: cause?.rawValue ?? Fates.none, count: count)
  }

  /// How many cells there are.
  var count: Int { codes.count }

  /// Returns what became of the cell at `offset`.
  subscript(offset: Int) -> LedgerCause? { LedgerCause(rawValue: codes[offset]) }

  /// Says that `cause` became of the cell at `offset`, unless it came nearer to use elsewhere.
  mutating func improve(_ offset: Int, _ cause: LedgerCause) {
    if cause.rawValue < codes[offset] { codes[offset] = cause.rawValue }
  }

  /// Takes the better of these fates and `other`, cell by cell; returns whether any is better now.
  mutating func improve(by other: Fates) -> Bool {
    var isChanged = false
    for offset in codes.indices where offset < other.codes.count && other.codes[offset] < codes[offset] {
      codes[offset] = other.codes[offset]
      isChanged = true
    }
    return isChanged
  }
}
