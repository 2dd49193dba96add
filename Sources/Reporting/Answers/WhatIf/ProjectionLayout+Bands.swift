import Evaluation
import Indicators
import Semantics
import Source

/// The bands of a projection: for what is uncertain, a row for each member and period, a column for each quantile.
extension ProjectionLayout {
  /// Returns the table of paths of one expression, of which some are uncertain; of several, their scenarios are named.
  func band(_ paths: [Path], _ stretch: Stretch, _ evaluator: inout Evaluator) -> Block {
    let spreads = paths.map { spread($0, stretch) }
    let types = paths.map { question.items[$0.item].expression.type }
    let own = dimensions.filter { dimension in
      paths.contains { $0.grid.axes.contains { $0.dimension == dimension } }
    }
    let hasRowUnits = types.contains { $0.indicatorUnits != nil }
    let showsCentral =
      paths.contains { $0.quantiles == nil } || zip(paths, spreads).contains { liesApart($0, $1) }
    var columns = own.map { Column(evaluator.heading(of: $0)) }
    if hasRowUnits { columns.append(Column(TableWording.unit)) }
    if paths.count > 1 { columns.append(Column(Phrase("scenario", "情景"))) }
    columns.append(Column(Phrase("period", "时期")))
    let unit = hasRowUnits ? "" : types.first?.unit.symbol ?? ""
    if showsCentral { columns.append(Column(Phrase("central", "中心路径"), unit: unit, alignment: .trailing)) }
    columns += shares.map { share in
      Column(name: "\(Int((share * 100).rounded()))%", unit: unit, alignment: .trailing)
    }
    var chances: [BandChances?] = []
    for path in paths { chances.append(path.quantiles == nil ? nil : self.chances(path, stretch, &evaluator)) }
    let chanceColumns = chances.lazy.compactMap { $0?.columns }.first { !$0.isEmpty } ?? []
    columns += chanceColumns
    var rows: [Row] = []
    for (position, path) in paths.enumerated() {
      let spread = spreads[position]
      for row in path.grid.rows {
        let members = members(row, path, evaluator)
        let type = rowType(path, members)
        var style = hasRowUnits ? NumberStyle(unit: type.unit.symbol, isUnitShown: false) : NumberStyle()
        style.isComputed = true
        for (place, period) in stretch.shown.enumerated() where !path.grid.columns[place].isLeftOut[row] {
          var cells = members.compactMap { $0.map(Cell.text) }
          if hasRowUnits { cells.append(.text(type.unit.symbol)) }
          if paths.count > 1 { cells.append(.phrase(path.scenario.heading)) }
          cells.append(.text(period.description))
          let central = path.grid.columns[place].cube
          if showsCentral { cells.append(Reporting.cell(central[row], central.reasons[row], type, style: style)) }
          for cube in spread[place] {
            // Where no sample has a number, the central path says why.
            let reason = central.reasons[row] == .known ? cube.reasons[row] : central.reasons[row]
            cells.append(Reporting.cell(cube[row], reason, type, style: style))
          }
          cells += Array(repeating: .empty, count: spread[place].isEmpty ? shares.count : 0)
          rows.append(Row(cells + (chances[position]?.cells(row, period) ?? chanceColumns.map { _ in .empty })))
        }
      }
    }
    let count = evaluator.sampling.count
    let title = under(
      Phrase(same: paths.first.map { question.items[$0.item].heading } ?? ""), paths.map(\.scenario))
    var notes = [Phrase("quantiles of \(count) samples", "\(count) 个样本的分位数")]
    for note in chances.compactMap({ $0?.note }) where !notes.contains(note) { notes.append(note) }
    return Block(.table(Table(columns: columns, rows: rows)), title: title, notes: notes)
  }

  /// Returns the quantiles of a path in each period; none in any where nothing uncertain reaches it.
  func spread(_ path: Path, _ stretch: Stretch) -> [[Cube]] {
    let quantiles = path.quantiles ?? []
    return stretch.shown.map { period in quantiles.map { $0.at(period).overAxes(path.grid.axes) } }
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
  private func liesApart(_ path: Path, _ spread: [[Cube]]) -> Bool {
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
