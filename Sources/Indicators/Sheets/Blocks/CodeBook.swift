import Units

/// What codes of the blocks of a sheet stand for.
///
/// One who scans rows numbers their texts in a book of its own and looks at nobody else's; when the scan is done, the settler
/// says in the order of the sheet what the texts mean.
final class CodeBook: @unchecked Sendable {
  /// The texts that rows have.
  var texts = CodedTexts()
  /// The position in the sheet's indicators for each code.
  var indicators: [Int32] = []
  /// The period for each code.
  var periods: [Period] = []
  /// The member's code in the name table for each code of each dimension; −1 for an empty cell.
  var members: [[Int32]]

  /// Creates a book without codes for so many dimensions.
  init(dimensions: Int) {
    members = Array(repeating: [], count: dimensions)
  }

  /// Creates a book with what the first codes of `other` stand for.
  init(_ other: CodeBook, counts: CodeMeaningCounts) {
    indicators = Array(other.indicators.prefix(counts.indicators))
    periods = Array(other.periods.prefix(counts.periods))
    members = zip(other.members, counts.members).map { Array($0.prefix($1)) }
  }
}

/// How many codes of a book have a meaning.
struct CodeMeaningCounts {
  let indicators: Int
  let periods: Int
  let members: [Int]

  /// Counts those of `book`.
  init(_ book: CodeBook) {
    (indicators, periods, members) = (book.indicators.count, book.periods.count, book.members.map(\.count))
  }

  /// The most of any kind.
  var most: Int { max(indicators, periods, members.max() ?? 0) }
}

/// The texts that the rows of blocks share, by code.
struct CodedTexts: Sendable {
  /// The codes of an indicator's text and a unit's that stand in one row.
  struct Key: Sendable {
    let name: Int
    let unit: Int
  }

  /// How many codes there are so far.
  struct Counts: Sendable {
    let keys: Int
    /// Of each table.
    let texts: [Int]
  }

  /// The texts of each table by code.
  var tables: [[CodeTable.Text]] = []
  /// What each code of a row's indicator stands for.
  var keys: [Key] = []
  /// Whether a plain row that is not kept has each code of an indicator.
  var keysLeftOut: [Bool] = []
  /// Whether a plain row that is not kept has each code of a period.
  var periodsLeftOut: [Bool] = []
}
