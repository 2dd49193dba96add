import Source

/// The observations of one indicator of one sheet as a cube, with where each cell comes from.
package struct IndicatorCube: Sendable {
  /// The numbers, over the dimensions that the indicator's rows use, and the period.
  package var cube: Cube
  /// For each cell the position in the sheet's observations, −1 where no row gives it.
  package var origins: [Int32]
  /// For each cell how many digits stand after the decimal point.
  package var decimals: [UInt8]
  /// The rows that give one cell different values: the first, and each that differs.
  package var clashes: [(first: Int32, second: Int32)] = []
  /// The cells that were given more than once.
  package var notes: [LoadNote]

  /// The most cells that a cube may have.
  static let mostCells = 1 << 27

  /// Gathers `rows`, ascending, of the observations of `sheet`.
  init(
    _ sheet: Sheet, rows: ArraySlice<Int32>, _ summary: SheetSummary, _ places: SheetPlaces, _ frame: CubeFrame,
    _ layout: CubeLayout
  ) {
    guard layout.count <= Self.mostCells else {
      self.init(tooLarge: sheet, row: rows.first ?? 0)
      return
    }
    self.init(cube: layout.emptyCube(summary, frame))
    for row in rows {
      let index = sheet.observations.blockIndex(of: Int(row))
      let position = Int(row) - sheet.observations.start(ofBlock: index)
      let block = sheet.observations.blocks[index]
      let offset = layout.offset(of: position, in: block, places.books[sheet.observations.bookOfBlock[index]])
      place(row, position, block, at: offset, sheet)
    }
  }

  private init(cube: Cube) {
    self.cube = cube
    origins = Array(repeating: -1, count: cube.count)
    decimals = Array(repeating: 0, count: cube.count)
    notes = []
  }

  private init(tooLarge sheet: Sheet, row: Int32) {
    self.init(cube: Cube(axes: [], missing: .undefined))
    notes = [LoadNote(.ignoredRow, at: sheet.place(ofObservation: Int(row)), LineRemark.tooManyCombinations.phrase)]
  }

  /// Puts a row into its cell; a known value beats a missing one, and two different ones are a conflict.
  private mutating func place(
    _ row: Int32, _ position: Int, _ block: ObservationBlock, at offset: Int, _ sheet: Sheet
  ) {
    let reason = block.reason(position)
    let first = origins[offset]
    if first < 0 || (cube.reasons[offset] != .known && cube.reasons[offset] != .conflict && reason == .known) {
      origins[offset] = row
      decimals[offset] = block.decimals(position)
      cube.values[offset] = block.values[position]
      cube.reasons[offset] = reason
      return
    }
    guard reason == .known, cube.reasons[offset] == .known || cube.reasons[offset] == .conflict else { return }
    meet(row, block.values[position], block.decimals(position), at: offset, sheet)
  }

  /// Takes a further row of a known cell into account.
  private mutating func meet(_ row: Int32, _ value: Double, _ digits: UInt8, at offset: Int, _ sheet: Sheet) {
    let first = origins[offset]
    let place = sheet.place(ofObservation: Int(row))
    let firstPlace = sheet.place(ofObservation: Int(first))
    let isSame = abs(sheet.observations.value[Int(first)] - value) <= 1e-12 * abs(value)
    if isSame {
      decimals[offset] = max(decimals[offset], digits)
      notes.append(LoadNote(.repeated, at: place, CellRemark.repeated(firstPlace.line).phrase))
    } else {
      cube.reasons[offset] = .conflict
      clashes.append((first, row))
      notes.append(LoadNote(.clash, at: place, CellRemark.clash(firstPlace.content, firstPlace.line).phrase))
    }
  }
}
