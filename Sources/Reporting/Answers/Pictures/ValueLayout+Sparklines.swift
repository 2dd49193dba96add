import Evaluation
import Indicators
import Semantics
import Source

/// `show … as sparkline`.
extension ValueLayout {
  /// Returns a table with the first value, a small line over all periods, and the last value of each row.
  func sparklineTable() -> Pictures {
    let cells = drawable.filter { $0.period != nil && $0.isNumeric }
    guard !cells.isEmpty else { return .fault(drawable.contains(where: \.isNumeric) ? .noPeriods : .noNumbers) }
    guard let axis = PeriodAxis(cells.compactMap(\.period)), let first = axis.periods.first,
      let last = axis.periods.last
    else { return .fault(.severalFrequencies) }
    guard axis.periods.count > 1 else { return .fault(.oneColumn) }
    let rows = cells.byRow()
    guard cells.contains(where: { $0.number != nil }) else { return .fault(.noNumbers) }
    let names = DrawableNames(rows, headings: headings)
    let units = Set(rows.map(\.first.unit))
    let shared = units.count == 1 ? units.first ?? "" : ""
    var columns = [Column(Phrase("", ""))]
    if units.count > 1 { columns.append(Column(TableWording.unit)) }
    columns += [
      Column(name: first.description, unit: shared, alignment: .trailing),
      Column(Phrase("trend", "走势")),
      Column(name: last.description, unit: shared, alignment: .trailing),
    ]
    let table = Table(
      columns: columns,
      rows: rows.map { row in
        func end(_ period: Period) -> Cell {
          let cell = row.cells.first { $0.period == period }?.cell ?? .missing(.outsideData)
          guard units.count > 1, case .number(let number, var style) = cell else { return cell }
          style.unit = row.first.unit
          style.isUnitShown = false
          return .number(number, style)
        }
        var cells: [Cell] = [.phrase(names.name(row))]
        if units.count > 1 { cells.append(.text(row.first.unit)) }
        return Row(cells + [end(first), .sparkline(axis.periods.map { row.number(at: $0) }), end(last)])
      })
    return .drawn([Block(.table(table), title: title(rows))], cells)
  }
}
