import Source

extension SheetReader {
  /// Returns the period of `row`, or nil with a note.
  mutating func rowPeriod(_ row: Row, _ column: Int) -> SheetPeriod? {
    let (range, isEscaped) = field(column, row)
    let notation: PeriodNotation?
    if let known = periods.known(row.bytes, range) {
      notation = known
    } else {
      let text = row.coding.text(row.bytes, range, isEscaped: isEscaped)
      // Beside a part of the year, a bare number is the year.
      notation = periods.add(PeriodNotation(text, part: layout.part == nil ? layout.partFrequency : nil))
    }
    guard let part = layout.part else {
      if let period = period(of: notation) { return period }
      noteNoPeriod(row, column)
      return nil
    }
    guard let year = notation?.resolved(in: layout.base) else {
      noteNoPeriod(row, column)
      return nil
    }
    if let period = rowPart(row, part, year) { return period }
    noteNoPeriod(row, part)
    return nil
  }

  /// Returns the period that a text in the column of periods stands for, or nil where it stands for none; nil for that where
  /// no row with it has been read.
  func knownPeriod(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> SheetPeriod?? {
    periods.find(bytes, range).map { period(of: $0) }
  }

  private func period(of notation: PeriodNotation?) -> SheetPeriod? {
    if case .day(let month, _) = notation { return periodOfDay(month) }
    return notation?.resolved(in: layout.base)
  }

  /// Returns the part of `year` that `row` names; an empty cell is the whole year.
  private mutating func rowPart(_ row: Row, _ column: Int, _ year: SheetPeriod) -> SheetPeriod? {
    let (range, isEscaped) = field(column, row)
    let notation: PeriodNotation?
    if let known = parts.known(row.bytes, range) {
      notation = known
    } else {
      let text = row.coding.text(row.bytes, range, isEscaped: isEscaped)
      if marks.reason(of: text) != nil {
        notation = parts.add(.relative(0))
      } else {
        notation = parts.add(PeriodNotation(text, part: layout.partFrequency))
      }
    }
    guard let period = notation?.resolved(in: year) else { return nil }
    // The columns may say the same twice, as 2023 beside 2023Q1, but not two things.
    if year.period.frequency != .year { return period == year ? period : nil }
    return period.period.year == year.period.year ? period : nil
  }

  /// Returns the period that a day in `month` stands for.
  private func periodOfDay(_ month: Period) -> SheetPeriod? {
    guard let frequency = layout.dayFrequency else { return nil }
    let part = (month.part - 1) / (12 / frequency.perYear) + 1
    return SheetPeriod(period: Period(year: month.year, frequency: frequency, part: part))
  }

  private mutating func noteNoPeriod(_ row: Row, _ column: Int) {
    let (range, isEscaped) = field(column, row)
    let text = row.coding.text(row.bytes, range, isEscaped: isEscaped)
    if foldedName(text).isEmpty {
      if isFilled(row) { note(.ignoredRow, row, column, LineRemark.emptyPeriod.phrase) }
    } else if compactText(text) == compactText(layout.headings[column].text) {
      note(.ignoredRow, row, column, LineRemark.headingAgain.phrase)
    } else if layout.dayFrequency == nil, case .day = PeriodNotation(text) {
      note(.ignoredRow, row, column, ColumnRemark.days(nil).phrase)
    } else if PeriodNotation(text) != nil, column != layout.part {
      note(.ignoredRow, row, column, LineRemark.periodWithoutYear(text).phrase)
    } else {
      note(.ignoredRow, row, column, LineRemark.unreadablePeriod(text).phrase)
    }
  }
}
