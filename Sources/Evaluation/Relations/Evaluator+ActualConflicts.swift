import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  func unitConflicts(_ position: Int) -> [Conflict] {
    let indicator = program.indicators[position]
    guard let first = indicator.parts.first else { return [] }
    return indicator.parts.dropFirst().filter { $0.unit.factor(to: first.unit) == nil }.map { part in
      Conflict(
        kind: .unit, name: indicator.name, period: nil, first: unitSide(first), second: unitSide(part),
        difference: nil, unit: "")
    }
  }

  func unitSide(_ part: CheckedIndicator.Part) -> Conflict.Side {
    let sheet = catalogue.sheets[part.sheet]
    let indicator = sheet.indicators[part.index]
    let place = CellPlace(file: sheet.file, line: indicator.line, column: indicator.column, content: indicator.name)
    return .init(text: part.unit.factors.isEmpty ? "1" : part.unit.symbol, site: .cell(place), sheet: sheet.name)
  }

  /// Returns the cells of one indicator on which its sheets disagree.
  mutating func actualConflicts(_ position: Int) -> [Conflict] {
    let indicator = program.indicators[position]
    var found = clashesWithinSheets(indicator)
    guard indicator.parts.count > 1, indicator.clashingUnits == nil else { return found }
    let data = data(ofIndicator: position)
    guard data.cube.reasons.contains(.conflict) else { return found }
    for offset in 0..<data.cube.count where data.cube.reasons[offset] == .conflict {
      let cells = indicator.parts.indices.compactMap { part in
        observation(indicator.parts[part], row: Int(data.rows[part][offset]))
      }
      guard let first = cells.first else { continue }
      var seen = [first.number]
      for other in cells.dropFirst() where !seen.contains(where: { equalAtTwelveDigits($0, other.number) }) {
        seen.append(other.number)
        let coarser = min(first.decimals, other.decimals)
        let isRounding = first.scale == other.scale && roundsAlike(first.printed, other.printed, decimals: coarser)
        found.append(
          Conflict(
            kind: isRounding ? .rounding : .actual, name: indicator.name, period: data.cube.period(at: offset),
            first: first.side, second: other.side, difference: relative(other.number, first.number),
            unit: indicator.unit.symbol))
      }
    }
    return found
  }

  /// Returns the cells that one sheet gives twice with different values.
  func clashesWithinSheets(_ indicator: CheckedIndicator) -> [Conflict] {
    indicator.parts.flatMap { part in
      catalogue.cube(sheet: part.sheet, indicator: part.index).clashes.compactMap { rows -> Conflict? in
        guard let first = observation(part, row: Int(rows.first)), let second = observation(part, row: Int(rows.second))
        else { return nil }
        return Conflict(
          kind: .actual, name: indicator.name,
          period: catalogue.sheets[part.sheet].observations.period[Int(rows.first)], first: first.side,
          second: second.side, difference: relative(second.number, first.number), unit: indicator.unit.symbol)
      }
    }
  }

  func observation(_ part: CheckedIndicator.Part, row: Int) -> (
    number: Double, printed: Double, decimals: Int, scale: Double, side: Conflict.Side
  )? {
    let sheet = catalogue.sheets[part.sheet]
    guard row >= 0, sheet.observations.reason[row] == .known else { return nil }
    let printed = sheet.observations.value[row]
    return (
      part.conversion(printed), printed, Int(sheet.observations.decimals[row]), part.unit.scale,
      .init(
        text: amount(printedText(sheet, row), part.unit), site: .cell(sheet.place(ofRow: row)), sheet: sheet.name)
    )
  }

  /// Returns a cell as printed, or its number in the indicator's unit where the row has a unit of its own.
  func printedText(_ sheet: Sheet, _ row: Int) -> String {
    let text = sheet.text(ofObservation: row)
    if let number = Double(text), !equalAtTwelveDigits(number, sheet.observations.value[row]) {
      return shortestString(sheet.observations.value[row])
    }
    return text
  }

  /// Returns whether two printed numbers are one number to the digits of the coarser.
  func roundsAlike(_ first: Double, _ second: Double, decimals: Int) -> Bool {
    equalAtTwelveDigits(
      roundHalfAwayFromZero(first, decimals: decimals), roundHalfAwayFromZero(second, decimals: decimals))
  }
}

extension CheckedIndicator {
  /// Whether the indicator is one sheet's alone, named with the sheet's name before it.
  var isOfOneSheet: Bool { qualifier != nil }
}

extension Cube {
  /// Returns the period of the cell at `offset`, where the cube has periods.
  func period(at offset: Int) -> Period? {
    guard let position = axisIndex(of: .period) else { return nil }
    let inner = axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
    guard case .period(let period) = axes[position].labels[offset / inner % axes[position].labels.count] else {
      return nil
    }
    return period
  }
}

extension Sheet {
  /// Returns the place of the observation at `row`.
  package func place(ofRow row: Int) -> CellPlace {
    CellPlace(
      file: file, line: observations.line[row], column: observations.column[row], content: text(ofObservation: row))
  }
}
