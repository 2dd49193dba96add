/// Where the codes of each block of a sheet lie among the labels of the whole sheet.
struct SheetPlaces: Sendable {
  /// The periods that any cell has, ascending.
  let labels: [Period]
  /// By block and dimension, the position among the sheet's members of each code; −1 for an empty cell.
  let members: [[[Int32]]]
  /// By block, the position among the sheet's periods of each code; −1 for one that no cell has.
  let periods: [[Int32]]

  /// Looks up the codes of `sheet`.
  init(_ sheet: Sheet) {
    let labels = sheet.observations.labels
    let positions = labels.members.map { members in
      Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, Int32(clamping: $0)) })
    }
    let sorted = labels.periods.sorted()
    let periodPositions = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32(clamping: $0)) })
    self.labels = sorted
    members = sheet.observations.blocks.map { block in
      zip(block.members, positions).map { codes, positions in codes.map { positions[$0] ?? -1 } }
    }
    periods = sheet.observations.blocks.map { $0.periods.map { periodPositions[$0] ?? -1 } }
  }
}
