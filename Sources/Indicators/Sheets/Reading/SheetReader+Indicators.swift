import Source
import Units

extension SheetReader {
  /// The most units that a sheet may add.
  private static let mostDeclaredUnits = 200

  /// Returns the indicator of `row`, or nil where it names none.
  mutating func rowIndicator(_ row: Row) -> RowIndicator? {
    var key: UInt64 = 0
    if case .column(let column) = layout.indicator {
      let (range, _) = field(column, row)
      if range.isEmpty { return nil }
      key = UInt64(indicators.printedNames.intern(row.bytes, range).id) << 32
    }
    if case .column(let column) = layout.unit {
      key |= UInt64(indicators.printedUnits.intern(row.bytes, field(column, row).range).id)
    }
    if let last = indicators.last, last.key == key { return last.indicator }
    guard let found = indicators.rows[key] ?? readIndicator(row) else { return nil }
    indicators.rows[key] = found
    indicators.last = (key, found)
    return found
  }

  /// Returns what rows with the texts of a name and a unit have as their indicator, if one has been read.
  func knownIndicator(_ bytes: UnsafeBufferPointer<UInt8>, name: Range<Int>?, unit: Range<Int>?) -> RowIndicator? {
    var key: UInt64 = 0
    if let name {
      guard let number = indicators.printedNames.find(bytes, name) else { return nil }
      key = UInt64(number) << 32
    }
    if let unit {
      guard let number = indicators.printedUnits.find(bytes, unit) else { return nil }
      key |= UInt64(number)
    }
    return indicators.rows[key]
  }

  /// Reads the name and the unit of a row.
  private mutating func readIndicator(_ row: Row) -> RowIndicator? {
    // Words that mark a missing number, such as 缺, can be names; a dash cannot.
    guard let printed = text(layout.indicator, row),
      printed.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    else { return nil }
    let column = layout.indicator.column ?? 0
    if layout.indicator.column != nil, compactText(printed) == compactText(layout.headings[column].text) {
      return RowIndicator(index: -1, isHeading: true)
    }
    let parted = NameWithUnit(printed, units: units)
    var unit = parted.unit
    if declaredUnits <= Self.mostDeclaredUnits, let text = text(layout.unit, row), marks.reason(of: text) == nil {
      let isStated = layout.unit.column != nil
      if let stated = PrintedUnit(foldedName(text), units: units, isStated: true), isStated || unit == nil {
        if let named = unit, named.unit != stated.unit {
          let remark = CellRemark.twoUnits(named.unit.symbol, stated.unit.symbol)
          note(.reading, row, layout.unit.column ?? column, remark.phrase)
        }
        unit = stated
      } else if isStated, PrintedUnit(foldedName(text), units: units, isStated: true) == nil {
        note(.unknownUnit, row, layout.unit.column ?? column, CellRemark.unreadableUnit(text).phrase)
      }
    }
    if let unknown = unit?.unknown.count, unknown > 0 {
      declaredUnits += unknown
      // A column of texts is no unit column.
      if declaredUnits > Self.mostDeclaredUnits { unit = nil }
    }
    declare(unit, row, layout.unit.column ?? column)
    if let text = text(layout.frequency, row), marks.reason(of: text) == nil, Frequency(word: text) == nil {
      note(.reading, row, layout.frequency.column ?? column, CellRemark.unknownFrequency(text).phrase)
    }
    let place = row.place(column, file: sheet.file)
    return resolve(parted.name, unit?.unit, place, attributes(row))
  }

  /// Returns the indicator called `name`, added where it is new; one name with two units that do not convert is two.
  private mutating func resolve(
    _ name: String, _ unit: MeasurementUnit?, _ place: CellPlace, _ attributes: RowAttributes
  ) -> RowIndicator {
    guard let index = indicators.positions[name] else {
      return RowIndicator(index: add(name, unit, place, attributes))
    }
    let state = indicators.states[Int(index)]
    guard let unit else { return RowIndicator(index: index) }
    guard let first = state.unit else {
      if state.hasPlainNumber {
        let remark = CellRemark.unitFromLaterRow(unit.symbol, state.line)
        sheet.notes.append(LoadNote(.reading, at: place, remark.phrase))
      }
      indicators.states[Int(index)].unit = unit
      indicators.states[Int(index)].isUnitFromRow = true
      return RowIndicator(index: index)
    }
    if unit == first { return RowIndicator(index: index) }
    if unit.factor(to: first) != nil { return RowIndicator(index: index, unit: unit) }
    let second = "\(name)(\(unit.symbol))"
    if let index = indicators.positions[second] { return RowIndicator(index: index) }
    let remark = CellRemark.secondUnit(unit.symbol, first.symbol, second)
    sheet.notes.append(LoadNote(.reading, at: place, remark.phrase))
    return RowIndicator(index: add(second, unit, place, attributes))
  }

  mutating func add(
    _ name: String, _ unit: MeasurementUnit?, _ place: CellPlace, _ attributes: RowAttributes
  ) -> Int32 {
    let index = Int32(clamping: indicators.states.count)
    indicators.positions[name] = index
    indicators.states.append(IndicatorState(unit: unit, isUnitFromRow: unit != nil, line: place.line))
    sheet.indicators.append(
      SheetIndicator(name: name, unit: unit, line: place.line, column: place.column, attributes: attributes))
    return index
  }

  /// Declares the names in a unit that the table lacks, and says so.
  private mutating func declare(_ unit: PrintedUnit?, _ row: Row, _ column: Int) {
    for name in unit?.unknown ?? [] where units.declare(name, as: nil) {
      let place = row.place(column, file: sheet.file)
      sheet.notes.append(LoadNote(.unknownUnit, at: place, CellRemark.unknownUnit(name).phrase, unit: name))
    }
  }

  /// Says that the heading of `column` has a unit that the unit table does not know.
  private mutating func noteUnknownUnit(_ name: String, _ column: Int) {
    let place = CellPlace(
      file: sheet.file, line: layout.headingRow.line, column: column + 1, content: layout.headingRow.cell(column))
    sheet.notes.append(LoadNote(.unknownUnit, at: place, CellRemark.unknownUnit(name).phrase, unit: name))
  }

  /// Registers what headings name: indicators across, regions across, and units.
  mutating func nameColumns() {
    for (index, column) in layout.values.enumerated() {
      if let region = column.region { columnRegions[index] = names.member(region).code }
      if let text = column.unitText.map({ UnitWords.withoutLabel($0) }), UnitWords.canBeUnit(text, after: ""),
        let unit = PrintedUnit(text, units: units, isStated: false)
      {
        for name in unit.unknown where units.declare(name, as: nil) { noteUnknownUnit(name, column.column) }
        columnUnits[column.column] = unit.unit
      }
      guard let printed = column.indicator else { continue }
      let parted = NameWithUnit(printed, units: units)
      let place = CellPlace(
        file: sheet.file, line: layout.headingRow.line, column: column.column + 1,
        content: layout.headingRow.cell(column.column))
      for name in parted.unit?.unknown ?? [] where units.declare(name, as: nil) {
        noteUnknownUnit(name, column.column)
      }
      var unit = parted.unit?.unit
      if unit == nil, case .constant(let text) = layout.unit {
        unit = PrintedUnit(text, units: units, isStated: true)?.unit
      }
      columnIndicators[index] = resolve(parted.name, unit, place, RowAttributes()).index
    }
  }
}
