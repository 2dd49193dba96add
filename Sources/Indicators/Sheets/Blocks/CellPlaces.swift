/// In which rows and columns the cells of a block stand: those of a row in the same columns for all rows, unless it is said of
/// each.
struct CellPlaces {
  /// The columns of the cells of a row, counted from 0.
  let columns: [UInt16]
  /// The column of each cell, where each has a row of its own.
  private var columnOfCell: [UInt16] = []
  /// Which cells of all rows there are, where some are left out.
  private var origins: [UInt16] = []

  /// Creates the places of all cells of rows with these `columns`.
  init(columns: [UInt16]) { self.columns = columns }

  /// Says that each cell has a row of its own, and in which column it stands.
  mutating func setColumns(_ columnOfCell: [UInt16]) { self.columnOfCell = columnOfCell }

  /// Leaves out all cells but those at some positions, which ascend.
  mutating func keep(_ positions: [Int]) { origins = positions.map { UInt16(clamping: origin(of: $0)) } }

  private func origin(of cell: Int) -> Int { origins.isEmpty ? cell : Int(origins[cell]) }

  /// Returns the row of a cell.
  func row(of cell: Int) -> Int { origin(of: cell) / columns.count }

  /// Returns the column of a cell.
  func column(of cell: Int) -> Int {
    Int(columnOfCell.isEmpty ? columns[origin(of: cell) % columns.count] : columnOfCell[cell])
  }
}
