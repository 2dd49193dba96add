import Source
import Units

extension SheetReader {
  /// Settles what figures that run from January are called, and which others of the sheet are among them.
  ///
  /// Where an indicator has no figures of single periods beside them, it is itself cumulative: its `1月`, `一季度`, `上半年`
  /// and `全年` run from January as well. Where it has both, the cumulative figures are an indicator of their own.
  mutating func settleCumulative() {
    guard indicators.states.contains(where: { $0.cumulative != nil }) else { return }
    let twins = indicators.states.map { $0.cumulative.map(Int.init) }
    var isTwin = Array(repeating: false, count: twins.count)
    for case let twin? in twins { isTwin[twin] = true }
    let finest = finestCumulative(isTwin)
    var isApart = Array(repeating: false, count: twins.count)
    for cell in columns.cells {
      let index = Int(cell.indicator)
      if twins[index] != nil, cell.cell.reason == .known, !cell.period.beginsYear { isApart[index] = true }
    }
    move(twins, isTwin, isApart, to: finest)
    for (index, twin) in twins.enumerated() {
      guard let twin else { continue }
      name(index, twin: twin, isApart: isApart[index])
    }
    dropMerged(twins, isApart)
  }

  /// Returns the shortest period in which a cumulative figure of the sheet ends.
  private func finestCumulative(_ isTwin: [Bool]) -> Frequency {
    var finest = Frequency.year
    for cell in columns.cells where isTwin[Int(cell.indicator)] {
      let frequency = cell.period.frequency
      if frequency.perYear > finest.perYear { finest = frequency }
    }
    return finest
  }

  /// Moves each figure to the indicator and the period that it belongs to.
  private mutating func move(_ twins: [Int?], _ isTwin: [Bool], _ isApart: [Bool], to finest: Frequency) {
    var announced: Set<Period> = []
    for row in columns.cells.indices {
      let index = Int(columns.cells[row].indicator)
      let period = columns.cells[row].period
      if isTwin[index] {
        columns.cells[row].period = period.ending(in: finest)
        continue
      }
      guard let twin = twins[index], period.beginsYear, !isApart[index] || period.frequency == .year else { continue }
      let end = period.ending(in: finest)
      columns.cells[row].indicator = Int32(twin)
      columns.cells[row].period = end
      if end != period, announced.insert(period).inserted {
        let remark = CellRemark.joinsCumulative(period, end)
        sheet.notes.append(LoadNote(.reading, at: place(of: columns.cells[row]), remark.phrase))
      }
    }
    for position in sheet.targets.indices {
      let index = Int(sheet.targets.indicators[position])
      let deadline = sheet.targets.deadlines[position]
      if isTwin[index] { sheet.targets.move(position, to: deadline.ending(in: finest)) }
      // The plan of a year is a plan for what has run up to its end.
      if let twin = twins[index], !isApart[index] || deadline.frequency == .year {
        sheet.targets.move(position, toIndicator: twin)
      }
    }
  }

  private func place(of cell: CellColumns.Cell) -> CellPlace {
    sheet.place(line: cell.line, column: cell.cell.column, rowStart: cell.rowStart)
  }

  /// Names the cumulative twin of an indicator and gives it its kind.
  private mutating func name(_ index: Int, twin: Int, isApart: Bool) {
    let whole = sheet.indicators[index]
    if sheet.indicators[twin].unit == nil { sheet.indicators[twin].unit = whole.unit }
    if !IndicatorWords.isStanding(whole.name), whole.kind == nil,
      sheet.indicators[twin].unit.map({ $0.nature == .plain }) ?? true
    {
      sheet.indicators[twin].kind = .cumulative
    }
    guard isApart else { return }
    var name = whole.name
    if name.hasSuffix(IndicatorWords.growth) {
      name = String(name.dropLast(IndicatorWords.growth.count)) + IndicatorWords.cumulative + IndicatorWords.growth
    } else {
      name += IndicatorWords.cumulative
    }
    if whole.name.contains(IndicatorWords.cumulative) || hasName(name, but: twin) {
      name = "\(whole.name)(\(IndicatorWords.cumulative))"
    }
    sheet.indicators[twin].name = name
    let place = CellPlace(file: sheet.file, line: whole.line, column: whole.column, content: whole.name)
    sheet.notes.append(LoadNote(.reading, at: place, CellRemark.cumulativeApart(name).phrase))
  }

  private func hasName(_ name: String, but position: Int) -> Bool {
    sheet.indicators.indices.contains { $0 != position && sheet.indicators[$0].name == name }
  }

  /// Leaves out the indicators whose figures have all gone to their twins, which take their places.
  private mutating func dropMerged(_ twins: [Int?], _ isApart: [Bool]) {
    var order: [Int] = []
    var isPlaced = Array(repeating: false, count: twins.count)
    for (index, twin) in twins.enumerated() where !isPlaced[index] {
      if let twin, !isApart[index] {
        order.append(twin)
        isPlaced[twin] = true
      } else {
        order.append(index)
        if let twin {
          order.append(twin)
          isPlaced[twin] = true
        }
      }
      isPlaced[index] = true
    }
    var positions = Array(repeating: Int32(0), count: twins.count)
    for (position, index) in order.enumerated() { positions[index] = Int32(position) }
    sheet.indicators = order.map { sheet.indicators[$0] }
    for row in columns.cells.indices {
      columns.cells[row].indicator = positions[Int(columns.cells[row].indicator)]
    }
    for target in sheet.targets.indices {
      sheet.targets.move(target, toIndicator: Int(positions[Int(sheet.targets.indicators[target])]))
    }
  }
}

extension Period {
  /// Whether the period begins with its year, so that what runs from January may end with it.
  fileprivate var beginsYear: Bool { part == 1 }

  /// Returns the period of length `frequency` that ends with this one; this one where that is no finer.
  fileprivate func ending(in frequency: Frequency) -> Period {
    guard frequency.perYear > self.frequency.perYear else { return self }
    return Period(year: year, frequency: frequency, part: part * frequency.perYear / self.frequency.perYear)
  }
}
