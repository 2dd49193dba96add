import Source
import Units

extension SheetReader {
  /// Gives the indicators whose names hide a denominator the units that they are in full, and says so.
  mutating func settleDenominators() {
    for (index, indicator) in sheet.indicators.enumerated() {
      guard let printed = indicator.unit,
        let full = HiddenDenominator.unit(printed, of: indicator.name, units: units)
      else { continue }
      sheet.indicators[index].unit = full
      sheet.indicators[index].printedUnit = printed
      let place = CellPlace(file: sheet.file, line: indicator.line, column: indicator.column, content: indicator.name)
      let remark = CellRemark.hiddenDenominator(printed.symbol, full.symbol)
      sheet.notes.append(LoadNote(.reading, at: place, remark.phrase))
    }
  }
}
