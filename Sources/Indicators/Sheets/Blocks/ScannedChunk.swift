/// What a scan found in one part of a sheet, with the codes of its texts not yet explained.
struct ScannedChunk: Sendable {
  /// Where the part was taken to begin.
  let start: Int
  /// Where the record after its last one begins.
  let end: Int
  /// How many lines it has.
  let lines: Int
  /// How many records it has.
  let rows: Int
  /// The rows that must be looked at, or are kept.
  let blocks: [ScannedBlock]
}

/// A block with what is to be known of it before its codes are explained in its book.
struct ScannedBlock: Sendable {
  /// The cells; every row that is kept has one for each value column.
  let block: ObservationBlock
  /// How many lines of the chunk stand before its first row.
  let line: Int
  /// Where the record after its last row begins.
  let end: Int
  /// How many rows are kept.
  let rows: Int
  /// The code of what each kept row says of its targets; none where no text does.
  let traits: [UInt16]
  /// How many codes its book has when all its rows have been scanned.
  let counts: CodedTexts.Counts
  /// The combinations of members that plain rows have and none before had, where there are several dimensions.
  let combinations: [SIMD4<UInt16>]
  /// The rows that must be looked at, in order.
  let events: [RowEvent]
}

/// A row that a scan cannot settle: it is not plain, or has something that its book has not had before.
struct RowEvent: Sendable {
  /// How many rows before it in its block are kept.
  let row: Int
  /// Where it begins.
  let start: Int
  /// How many lines it is below the first row of its block.
  let line: Int
  /// Whether its cells are kept; nobody asks for those of other indicators.
  let isKept: Bool
  /// Whether any of its value cells holds a number.
  let hasNumber: Bool
  /// Its codes; nil where it is not plain, so that its cells are not filled in.
  let codes: RowCodes?
}
