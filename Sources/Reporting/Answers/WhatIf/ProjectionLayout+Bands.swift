import Evaluation
import Indicators
import Semantics
import Source

/// The bands of a projection: for what is uncertain, a row for each member and period, a column for each quantile.
extension ProjectionLayout {
  /// Returns the table of one uncertain path.
  func band(_ path: Path, _ stretch: Stretch, _ evaluator: inout Evaluator) -> Block {
    let quantiles = path.quantiles ?? []
    let spread = stretch.periods.map { period in quantiles.map { $0.at(period).overAxes(path.grid.axes) } }
    let own = dimensions.filter { dimension in path.grid.axes.contains { $0.dimension == dimension } }
    let type = question.items[path.item].expression.type
    let hasRowUnits = type.indicatorUnits != nil
    let showsCentral = showsCentral(path, spread)
    var columns = own.map { Column(evaluator.heading(of: $0)) }
    if hasRowUnits { columns.append(Column(TableWording.unit)) }
    columns.append(Column(Phrase("period", "时期")))
    let unit = hasRowUnits ? "" : type.unit.symbol
    if showsCentral { columns.append(Column(Phrase("central", "中心路径"), unit: unit, alignment: .trailing)) }
    columns += shares.map { share in
      Column(name: "\(Int((share * 100).rounded()))%", unit: unit, alignment: .trailing)
    }
    let chances = chances(path, stretch, &evaluator)
    columns += chances?.columns ?? []
    var rows: [Row] = []
    for row in path.grid.rows {
      let members = members(row, path, evaluator)
      let type = rowType(path, members)
      var style = hasRowUnits ? NumberStyle(unit: type.unit.symbol, isUnitShown: false) : NumberStyle()
      style.isComputed = true
      for (place, period) in stretch.periods.enumerated() where !path.grid.columns[place].isLeftOut[row] {
        var cells = members.compactMap { $0.map(Cell.text) }
        if hasRowUnits { cells.append(.text(type.unit.symbol)) }
        cells.append(.text(period.description))
        let central = path.grid.columns[place].cube
        if showsCentral { cells.append(Reporting.cell(central[row], central.reasons[row], type, style: style)) }
        for cube in spread[place] {
          // Where no sample has a number, the central path says why.
          let reason = central.reasons[row] == .known ? cube.reasons[row] : central.reasons[row]
          cells.append(Reporting.cell(cube[row], reason, type, style: style))
        }
        rows.append(Row(cells + (chances?.cells(row, period) ?? [])))
      }
    }
    let count = evaluator.sampling.count
    let title = under(Phrase(same: question.items[path.item].heading), [path.scenario])
    return Block(
      .table(Table(columns: columns, rows: rows)), title: title,
      notes: [Phrase("quantiles of \(count) samples", "\(count) 个样本的分位数")] + (chances?.note.map { [$0] } ?? []))
  }

  /// Returns how surely the rows of a path meet their targets.
  private func chances(_ path: Path, _ stretch: Stretch, _ evaluator: inout Evaluator) -> BandChances? {
    guard let first = stretch.periods.first, let last = stretch.periods.last else { return nil }
    var named: [Int: [(dimension: Dimension, name: String)]] = [:]
    for row in path.grid.rows {
      for (dimension, name) in zip(dimensions, members(row, path, evaluator)) {
        if let name { named[row, default: []].append((dimension, name)) }
      }
    }
    return BandChances(path, question.items[path.item], first...last, named, &evaluator)
  }

  /// Returns whether the central path lies so far from the median of the samples that it must be shown beside it: by a
  /// twentieth of the band or more in any cell.
  private func showsCentral(_ path: Path, _ spread: [[Cube]]) -> Bool {
    for (column, cubes) in zip(path.grid.columns, spread) {
      guard let low = cubes.first, let high = cubes.last else { continue }
      for row in path.grid.rows {
        guard let central = column.cube[row], let low = low[row], let high = high[row],
          let median = cubes[cubes.count / 2][row]
        else { continue }
        if abs(central - median) * 20 > high - low, !equalAtTwelveDigits(central, median) { return true }
      }
    }
    return false
  }
}
