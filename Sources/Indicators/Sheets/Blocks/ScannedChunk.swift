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

/// A block with the texts behind its codes.
struct ScannedBlock: Sendable {
  /// The codes of an indicator's text and a unit's that stand in one row.
  struct Key: Sendable {
    let name: Int
    let unit: Int
  }

  /// Which codes stand in plain rows that are not kept.
  struct LeftOut: Sendable {
    private(set) var keys: [Bool] = []
    private(set) var periods: [Bool] = []

    /// Adds the codes of a row.
    @inline(__always)
    mutating func add(_ row: RowCodes) {
      Self.set(row.key, &keys)
      Self.set(row.period, &periods)
    }

    @inline(__always)
    private static func set(_ code: Int, _ codes: inout [Bool]) {
      while codes.count <= code { codes.append(false) }
      codes[code] = true
    }
  }

  /// The cells; every row that is kept has one for each value column.
  let block: ObservationBlock
  /// How many lines of the chunk stand before its first row.
  let line: Int
  /// Where the record after its last row begins.
  let end: Int
  /// How many rows are kept.
  let rows: Int
  /// The texts of each table by code.
  let texts: [[CodeTable.Text]]
  /// What each code of a row's indicator stands for.
  let keys: [Key]
  /// The combinations of members that plain rows have, where there are several dimensions.
  let combinations: Set<SIMD4<UInt16>>
  /// Which codes stand in plain rows that are not kept.
  let leftOut: LeftOut
  /// The rows that must be looked at, in order.
  let events: [RowEvent]
}

/// The codes that a plain row has in its block.
struct RowCodes: Sendable {
  let key: Int
  let period: Int
  let members: SIMD4<UInt16>
}

/// A row that a scan cannot settle: it is not plain, or has something that the block has not had before.
struct RowEvent: Sendable {
  /// How many rows before it in its block are kept.
  let row: Int
  /// Where it begins.
  let start: Int
  /// How many lines it is below the first row of its block.
  let line: Int
  /// Whether its cells are kept; nobody asks for those of other indicators.
  let isKept: Bool
  /// Its codes; nil where it is not plain, so that its cells are not filled in.
  let codes: RowCodes?
}
