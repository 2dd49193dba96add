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
  private static let mostCells = 1 << 27

  /// Gathers `rows` of the observations of `sheet`; `emptyMember` labels rows without a member beside others with one.
  init(_ sheet: Sheet, rows: ArraySlice<Int32>, summary: SheetSummary, emptyMember: Member) {
    let observations = sheet.observations
    var axes: [Axis] = []
    var keys: [AxisKey] = []
    var used: [Int] = []
    for (index, dimension) in sheet.dimensions.enumerated() {
      let column = observations.members[index]
      let codes = AxisKey(codes: rows.lazy.map { column[Int($0)] }).codes
      if codes == [-1] || codes.isEmpty { continue }
      let key = AxisKey(codes: summary.members[index].map(\.code) + (codes.contains(-1) ? [-1] : []))
      let labels = key.codes.map { Label.member($0 < 0 ? emptyMember : Member(code: $0)) }
      axes.append(Axis(dimension, labels))
      keys.append(key)
      used.append(index)
    }
    let periods = Set(rows.lazy.map { observations.period[Int($0)] }).sorted()
    var periodPositions: [Period: Int] = [:]
    for (position, period) in periods.enumerated() { periodPositions[period] = position }
    if !periods.isEmpty { axes.append(Axis(.period, periods.map { .period($0) })) }

    let count = axes.reduce(1) { count, axis in
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.labels.count)
      return overflow ? Int.max : product
    }
    guard count <= Self.mostCells else {
      self.init(tooLarge: sheet, row: rows.first ?? 0)
      return
    }
    self.init(cube: Cube(axes: axes, missing: .outsideData))
    if used.count > 1 { leaveOut(combinationsBut: summary.combinations, of: used, &keys, periods: periods.count) }
    let columns = zip(sheet.dimensions, observations.members).filter { pair in
      axes.contains { $0.dimension == pair.0 }
    }.map(\.1)
    for row in rows {
      var offset = 0
      for index in keys.indices {
        offset = offset * keys[index].codes.count + keys[index].position(of: columns[index][Int(row)])
      }
      offset = offset * periods.count + (periodPositions[observations.period[Int(row)]] ?? 0)
      place(row, at: offset, sheet)
    }
  }

  /// Marks the cells of combinations of members that the sheet does not have: no value is due there.
  private mutating func leaveOut(
    combinationsBut occurring: Set<[Int32]>, of dimensions: [Int], _ keys: inout [AxisKey], periods: Int
  ) {
    cube.reasons = Array(repeating: .noSuchCombination, count: cube.count)
    for combination in occurring {
      var offset = 0
      for (place, dimension) in dimensions.enumerated() {
        guard let position = keys[place].known(combination[dimension]) else {
          offset = -1
          break
        }
        offset = offset * keys[place].codes.count + position
      }
      guard offset >= 0 else { continue }
      for period in 0..<periods { cube.reasons[offset * periods + period] = .outsideData }
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
  private mutating func place(_ row: Int32, at offset: Int, _ sheet: Sheet) {
    let observations = sheet.observations
    let (value, reason) = (observations.value[Int(row)], observations.reason[Int(row)])
    let first = origins[offset]
    if first < 0 || (cube.reasons[offset] != .known && cube.reasons[offset] != .conflict && reason == .known) {
      origins[offset] = row
      decimals[offset] = observations.decimals[Int(row)]
      cube.values[offset] = value
      cube.reasons[offset] = reason
      return
    }
    guard reason == .known, cube.reasons[offset] == .known || cube.reasons[offset] == .conflict else { return }
    let place = sheet.place(ofObservation: Int(row))
    let firstPlace = sheet.place(ofObservation: Int(first))
    let isSame = abs(observations.value[Int(first)] - value) <= 1e-12 * abs(value)
    if isSame {
      decimals[offset] = max(decimals[offset], observations.decimals[Int(row)])
      notes.append(LoadNote(.repeated, at: place, CellRemark.repeated(firstPlace.line).phrase))
    } else {
      cube.reasons[offset] = .conflict
      clashes.append((first, row))
      notes.append(LoadNote(.clash, at: place, CellRemark.clash(firstPlace.content, firstPlace.line).phrase))
    }
  }
}

/// The codes along an axis in order of first appearance, and the position of each.
private struct AxisKey {
  private(set) var codes: [Int32] = []
  private var positions: [Int32: Int] = [:]
  private var last: (code: Int32, position: Int)?

  init(codes column: some Sequence<Int32>) {
    for code in column where code != last?.code {
      if positions[code] == nil {
        positions[code] = codes.count
        codes.append(code)
      }
      last = (code, 0)
    }
    last = nil
  }

  /// Returns the position of `code`, if it is on the axis.
  func known(_ code: Int32) -> Int? { positions[code] }

  /// Returns the position of `code`, which is on the axis; rows in order ask for the same one again and again.
  mutating func position(of code: Int32) -> Int {
    if let last, last.code == code { return last.position }
    let position = positions[code] ?? 0
    last = (code, position)
    return position
  }
}

extension Sheet {
  /// Returns the place of the cell that gave an observation.
  package func place(ofObservation row: Int) -> CellPlace {
    guard row >= 0, row < observations.count else { return CellPlace(file: file, line: 1, column: 1, content: "") }
    let (start, end) = (observations.cellStart[row], observations.cellEnd[row])
    let isQuoted = start > 0 && end > start && bytes[start - 1] == 0x22
    return CellPlace(
      file: file, line: Int(observations.line[row]), column: Int(observations.column[row]),
      content: fieldText(bytes, start..<end, isEscaped: isQuoted))
  }
}
