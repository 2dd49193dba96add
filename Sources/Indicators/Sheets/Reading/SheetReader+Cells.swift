import Source
import Units

extension SheetReader {
  /// Reads the value and target cells of `row`.
  mutating func readCells(_ row: Row, _ rowIndicator: RowIndicator?, _ rowPeriod: SheetPeriod?, _ rowMembers: [Int32]) {
    var rowAttributes: RowAttributes?
    for (index, column) in layout.values.enumerated() {
      guard var indicator = columnIndicators[index].map({ RowIndicator(index: $0) }) ?? rowIndicator,
        let dated = column.period ?? (column.part == nil ? rowPeriod : column.part?.resolved(in: rowPeriod))
      else { continue }
      if column.isGrowth {
        guard let growth = growth(of: indicator, row, column.column) else { continue }
        indicator = growth
      }
      if dated.isCumulative { indicator = cumulative(of: indicator, row, column.column) }
      let period = dated.period
      var members = rowMembers
      if let region = columnRegions[index] { members[0] = region }
      if column.isTarget {
        let attributes = rowAttributes ?? attributes(row)
        rowAttributes = attributes
        readTarget(row, column, indicator, period, members, attributes)
      } else {
        readValue(row, column, indicator, period, members)
      }
    }
  }

  private mutating func readValue(
    _ row: Row, _ column: ValueColumn, _ indicator: RowIndicator, _ period: Period, _ members: [Int32]
  ) {
    let range = row.record.range(column.column)
    let reading = CellReading.read(
      row.bytes, range, row.coding, isEscaped: row.isEscaped(column.column), hasDecimalComma: layout.hasDecimalCommas,
      marks: marks, units: units)
    var number = DecimalNumber(value: 0, decimals: 0)
    var reason = MissingReason.known
    switch reading {
    case .missing(let missing): reason = stated(missing, row)
    case .unreadable(let remark):
      reason = .unreadable
      note(.unreadable, row, column.column, remark.phrase)
    case .number, .measured, .prefixed:
      switch inIndicatorUnit(reading, indicator, column, row) {
      case .success(let converted): number = converted
      case .failure(let remark):
        reason = .unreadable
        note(.unreadable, row, column.column, remark.remark.phrase)
      }
    }
    var isProvisional = false
    if reason == .known, let status = layout.status, !row.isBlank(status) {
      isProvisional = ProvisionalWords.contains(row.text(status))
    }
    rowCells.append(
      ReadCell(
        indicator: indicator.index, period: period, members: members, number: number, reason: reason,
        column: column.column, isProvisional: isProvisional))
  }

  /// Returns why an empty cell is missing: what its status column says, else what its own mark says.
  private func stated(_ reason: MissingReason, _ row: Row) -> MissingReason {
    guard let column = layout.status, !row.isBlank(column) else { return reason }
    return marks.reason(of: row.text(column)) ?? reason
  }

  private mutating func readTarget(
    _ row: Row, _ column: ValueColumn, _ indicator: RowIndicator, _ period: Period, _ members: [Int32],
    _ attributes: RowAttributes
  ) {
    let raw = row.text(column.column)
    if marks.reason(of: raw) != nil {
      if !row.isBlank(column.column) { note(.reading, row, column.column, CellRemark.noTarget.phrase) }
      return
    }
    let state = indicators.states[Int(indicator.index)]
    // A column or row with its own unit is read in that unit, and its numbers are converted.
    let unit = outerUnit(indicator, column, row) ?? state.unit
    let name = sheet.indicators[Int(indicator.index)].name
    let printed = layout.hasDecimalCommas ? withDecimalPoints(raw) : raw
    let reading = readTargetNotation(printed, unit: unit, units: units, indicator: name)
    guard !reading.conditions.isEmpty else { return }
    var conditions = sided(reading.conditions, row, column)
    var decimals = reading.decimals
    if let printed = reading.unit {
      if state.hasPlainNumber {
        conditions = [.milestone(foldedName(raw))]
        note(.unreadable, row, column.column, CellRemark.unitAmongNone(printed.symbol, name).phrase)
      } else {
        indicators.states[Int(indicator.index)].unit = printed
        indicators.states[Int(indicator.index)].isUnitFromCells = true
        note(.reading, row, column.column, CellRemark.unitFromCell(printed.symbol).phrase)
      }
    }
    if let unit, let own = state.unit, unit != own {
      if let conversion = unit.factor(to: own) {
        conditions = conditions.map { $0.converted(by: conversion) }
        decimals = max(0, decimals - (powerOfTen(conversion.ratio) ?? 0))
      } else {
        conditions = [.milestone(foldedName(raw))]
        note(.unreadable, row, column.column, CellRemark.otherUnit(unit.symbol, own.symbol).phrase)
      }
    }
    if conditions.contains(where: \.isMilestone) {
      note(.milestone, row, column.column, reading.description)
    } else if !reading.isPlain {
      note(.reading, row, column.column, reading.description)
    }
    sheet.targets.append(
      indicator.index, members, by: period, conditions, decimals: UInt8(clamping: decimals),
      attributes: sheet.targets.number(of: attributes),
      at: SheetTargets.Place(line: row.record.line, column: column.column, rowStart: rowStart))
  }
}

extension SheetReader {
  /// Returns `conditions` with a number alone as the bound that the row's better direction makes of it.
  private mutating func sided(
    _ conditions: [TargetCondition], _ row: Row, _ column: ValueColumn
  ) -> [TargetCondition] {
    guard layout.better != .none, let isHigherBetter = direction(row, column) else { return conditions }
    return conditions.map { $0.towards(higher: isHigherBetter) }
  }

  /// Returns whether the row says that more is better, or that less is; nil where it says neither, which is noted.
  private mutating func direction(_ row: Row, _ column: ValueColumn) -> Bool? {
    if case .column(let better) = layout.better,
      case .some(.some(let known)) = directions.find(row.bytes, field(better, row).range)
    {
      return known
    }
    guard let text = text(layout.better, row), marks.reason(of: text) == nil else { return nil }
    let isHigherBetter = DirectionWords.isHigherBetter(text)
    if isHigherBetter == nil {
      note(.reading, row, layout.better.column ?? column.column, CellRemark.unknownDirection(text).phrase)
    }
    if case .column(let better) = layout.better, directions.known(row.bytes, field(better, row).range) == nil {
      _ = directions.add(isHigherBetter)
    }
    return isHigherBetter
  }
}
