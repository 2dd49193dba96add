import Units

/// Where the codes of each book of a sheet lie among the labels of the whole sheet.
struct SheetPlaces: Sendable {
  /// Where those of one book lie.
  struct Book: Sendable {
    /// By dimension, the position among the sheet's members of each code; −1 for an empty cell.
    let members: [[Int32]]
    /// The position among the sheet's periods of each code; −1 for one that no cell has.
    let periods: [Int32]
  }

  /// The periods that any cell has, ascending.
  let labels: [Period]
  /// By position among the sheet's books.
  let books: [Book]

  /// Looks up the codes of `sheet`.
  init(_ sheet: Sheet) {
    let labels = sheet.observations.labels
    let positions = labels.members.map { members in
      Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, Int32(clamping: $0)) })
    }
    let sorted = labels.periods.sorted()
    let periodPositions = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32(clamping: $0)) })
    self.labels = sorted
    books = sheet.observations.books.map { book in
      Book(
        members: zip(book.members, positions).map { codes, positions in codes.map { positions[$0] ?? -1 } },
        periods: book.periods.map { periodPositions[$0] ?? -1 })
    }
  }
}
