import Units

/// A remark as the reason that a cell could not be read.
struct CellFault: Error {
  /// The remark.
  let remark: CellRemark
}

extension SheetReader {
  /// Returns the number of a cell in its indicator's unit, which the first number of an indicator without one settles.
  mutating func inIndicatorUnit(
    _ reading: CellReading, _ indicator: RowIndicator, _ column: ValueColumn, _ row: Row
  ) -> Result<DecimalNumber, CellFault> {
    let position = Int(indicator.index)
    let outer = outerUnit(indicator, column, row)
    if indicators.states[position].unit == nil, let outer { indicators.states[position].unit = outer }
    let state = indicators.states[position]
    switch reading {
    case .number(let number): return plain(number, outer, position)
    case .prefixed(let number, let prefix):
      if let unit = outer ?? state.unit,
        unit.factors.contains(where: { $0.name.contains("万") || $0.name.contains("亿") })
      {
        return .failure(CellFault(remark: .prefixedTwice(prefix, unit.symbol)))
      }
      return plain(number, outer, position)
    case .measured(let number, let unit):
      if let own = state.unit { return converted(number, unit, own) }
      if state.hasPlainNumber {
        return .failure(CellFault(remark: .unitAmongNone(unit.symbol, sheet.indicators[position].name)))
      }
      indicators.states[position].unit = unit
      indicators.states[position].isUnitFromCells = true
      note(.reading, row, column.column, CellRemark.unitFromCell(unit.symbol).phrase)
      return .success(number)
    case .missing, .unreadable: return .failure(CellFault(remark: .notANumber))
    }
  }

  /// Whether plain numbers of `indicator` in a column are in its unit as they are printed, from now on; nil where reading the next
  /// one settles that.
  func takesNumbersAsPrinted(_ indicator: RowIndicator, _ column: ValueColumn) -> Bool? {
    if indicator.unit != nil { return false }
    let state = indicators.states[Int(indicator.index)]
    if let heading = columnUnits[column.column] {
      guard let own = state.unit else { return nil }
      if !state.isUnitFromRow { return own == heading }
      if own != heading, !noticedHeadings.contains(indicator.index) { return nil }
    }
    return state.unit == nil ? state.hasPlainNumber ? true : nil : !state.isUnitFromCells
  }

  /// Returns the unit that a cell has from outside its indicator: the row's own, else the heading's where the indicator
  /// prints none.
  mutating func outerUnit(_ indicator: RowIndicator, _ column: ValueColumn, _ row: Row) -> MeasurementUnit? {
    if let unit = indicator.unit { return unit }
    guard let heading = columnUnits[column.column] else { return nil }
    let state = indicators.states[Int(indicator.index)]
    guard state.isUnitFromRow, let own = state.unit else { return heading }
    if own != heading, noticedHeadings.insert(indicator.index).inserted {
      note(.reading, row, column.column, CellRemark.headingUnit(own.symbol, heading.symbol).phrase)
    }
    return nil
  }

  private mutating func plain(
    _ number: DecimalNumber, _ outer: MeasurementUnit?, _ position: Int
  ) -> Result<DecimalNumber, CellFault> {
    let state = indicators.states[position]
    guard let own = state.unit else {
      indicators.states[position].hasPlainNumber = true
      return .success(number)
    }
    if let outer { return converted(number, outer, own) }
    if state.isUnitFromCells { return .failure(CellFault(remark: .noneAmongUnits(own.symbol))) }
    return .success(number)
  }

  private func converted(
    _ number: DecimalNumber, _ unit: MeasurementUnit, _ own: MeasurementUnit
  ) -> Result<DecimalNumber, CellFault> {
    if unit == own { return .success(number) }
    guard let conversion = unit.factor(to: own) else {
      return .failure(CellFault(remark: .otherUnit(unit.symbol, own.symbol)))
    }
    let converted = number.converted(by: conversion)
    return converted.value.isFinite ? .success(converted) : .failure(CellFault(remark: .tooLarge))
  }
}
