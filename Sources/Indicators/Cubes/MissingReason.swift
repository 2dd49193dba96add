/// Why a cell holds no number.
package enum MissingReason: UInt8, Hashable, Sendable, CaseIterable {
  /// The cell is known.
  case known = 0
  /// The sheet has a row for it, and the cell is empty or a mark for nothing reported.
  case notReported
  /// The mark says that the figure exists and is withheld.
  case suppressed
  /// The mark says that the figure makes no sense here.
  case notApplicable
  /// The cell's text cannot be read as a number.
  case unreadable
  /// The computation has no answer, such as 0/0.
  case undefined
  /// No sheet has a row for it.
  case outsideData
  /// A time function would have to step over a period that is not there.
  case gap
  /// Growth from zero or below, which has no meaning.
  case nonPositiveBase
  /// Two sources ask for different values.
  case conflict
  /// Too few of an aggregate's cells are known.
  case coverage
  /// The sheet has no such combination of members, so no value is due.
  case noSuchCombination
  /// The result would be larger than the limit.
  case tooLarge
  /// The script says so, with the constant `missing`.
  case stated
  /// The value needs itself, or something that does.
  case circular
  /// The first period is asked for in which something holds, and there is none.
  case never
}
