extension ObservationBlock {
  /// Why the cell at `position` holds no number, or `.known`.
  func reason(_ position: Int) -> MissingReason {
    reasons.map { MissingReason(rawValue: $0[position]) ?? .unreadable } ?? .known
  }

  /// How many digits stand after the decimal point of the cell at `position`.
  func decimals(_ position: Int) -> UInt8 {
    switch decimals {
    case .same(let decimals): decimals
    case .each(let decimals): decimals[position]
    }
  }

  /// Returns the run of rows that a cell belongs to; 0 where each cell has codes of its own.
  func run(of position: Int) -> Int {
    if case .rows(let shared) = codes { shared.run(of: position) } else { 0 }
  }

  /// Returns the code of the indicator of a cell of `run`.
  func indicator(of position: Int, in run: Int) -> Int {
    switch codes {
    case .rows(let shared): shared.indicator(of: position, in: run)
    case .cells(let cells): Int(cells.indicators[position])
    }
  }

  /// Returns the code of the period of a cell.
  func period(of position: Int) -> Int {
    switch codes {
    case .rows(let shared): shared.period(of: position)
    case .cells(let cells): Int(cells.periods[position])
    }
  }

  /// Returns the code of the member of a cell of `run` along a dimension.
  func member(_ dimension: Int, of position: Int, in run: Int) -> Int {
    switch codes {
    case .rows(let shared): shared.member(dimension, of: position, in: run)
    case .cells(let cells): Int(cells.members[dimension][position])
    }
  }

  /// Calls `body` with stretches of cells that together are all; those of one indicator and one member come in their order.
  @inline(__always)
  func forEachStretch(_ body: (CellStretch) -> Void) {
    switch codes {
    case .rows(let shared): shared.forEachStretch(body)
    case .cells(let cells): cells.forEachStretch(count, body)
    }
  }

  /// The code of the indicator of each cell.
  var indicatorCodes: [UInt16] {
    var codes: [UInt16] = Array(repeating: 0, count: count)
    forEachStretch { stretch in
      for index in 0..<stretch.count {
        codes[stretch.position(index)] = UInt16(truncatingIfNeeded: stretch.indicator)
      }
    }
    return codes
  }

  /// Where the row of the cell at `position` begins in the sheet's bytes.
  func rowStart(of position: Int) -> Int { start + rows.place(of: places.row(of: position)).start }

  /// The line of that row, counted from 1.
  func line(of position: Int) -> Int { firstLine + rows.place(of: places.row(of: position)).line }

  /// Calls `take` for each of `positions`, which ascend, with where the row of that cell begins in the sheet's bytes, and its line.
  func forEachRow(of positions: [Int], _ take: (_ start: Int, _ line: Int) -> Void) {
    rows.forEach(positions.lazy.map { [places] in places.row(of: $0) }) { take(start + $0, firstLine + $1) }
  }

  /// The column of the cell at `position`, counted from 0.
  func column(of position: Int) -> Int { places.column(of: position) }
}
