import Evaluation
import Indicators
import Semantics
import Source
import Units

/// The paths of a projection: a row for each expression, member and scenario, a column for each period.
extension ProjectionLayout {
  /// Returns the paths of a stretch, the scenarios of each expression one after another; `tally` takes what the filter
  /// left out.
  func paths(_ stretch: Stretch, _ tally: inout FilterTally, _ evaluator: inout Evaluator) -> [Path] {
    var paths: [Path] = []
    for item in stretch.items {
      let expression = question.items[item].expression
      var cubes: [Cube] = []
      for scenario in question.scenarios { cubes.append(evaluator.value(of: expression, in: scenario).presence) }
      let own = dimensions.filter { dimension in cubes.contains { $0.axisIndex(of: dimension) != nil } }
      let axes = Cube.commonAxes(of: cubes, own)
      for (scenario, cube) in zip(question.scenarios, cubes) {
        let columns = stretch.shown.map { period in
          RowGrid.GridColumn(
            ValueColumn(form: .period(period), scenario: scenario, against: nil), cube.at(period).overAxes(axes))
        }
        var grid = RowGrid(axes: axes, columns: columns)
        if let filter = question.filter { tally.add(grid.keep(filter, &evaluator)) }
        paths.append(
          Path(
            item: item, scenario: scenario, grid: grid,
            footings: evaluator.footings(of: expression, in: scenario),
            quantiles: evaluator.quantiles(of: expression, in: scenario, at: shares)))
      }
    }
    return paths
  }

  /// Returns the table of `paths`.
  func pathTable(_ paths: [Path], _ stretch: Stretch, _ evaluator: Evaluator) -> Table {
    let isNamed = Set(paths.map(\.item)).count > 1
    let types = paths.map { question.items[$0.item].expression.type }
    let hasRowUnits =
      isNamed && types.contains { !$0.unit.factors.isEmpty } || types.contains { $0.indicatorUnits != nil }
    let showsScenario = question.scenarios.count > 1
    var columns = isNamed ? [Column(Phrase("", ""))] : []
    columns += dimensions.map { Column(evaluator.heading(of: $0)) }
    if hasRowUnits { columns.append(Column(TableWording.unit)) }
    if showsScenario { columns.append(Column(Phrase("scenario", "情景"))) }
    let unit = hasRowUnits ? "" : types.first?.unit.symbol ?? ""
    columns += stretch.shown.map { Column(name: $0.description, unit: unit, alignment: .trailing) }
    let rows = Dictionary(grouping: paths, by: \.item).sorted { $0.key < $1.key }.flatMap { item, paths in
      let count = paths.first?.grid.columns.first?.cube.count ?? 0
      return (0..<count).flatMap { row in
        paths.filter { $0.grid.rows.contains(row) }.map { path -> Row in
          let members = members(row, path, evaluator)
          let type = rowType(path, members)
          var cells: [Cell] = isNamed ? [.text(question.items[item].heading)] : []
          cells += members.map { $0.map(Cell.text) ?? .empty }
          if hasRowUnits { cells.append(.text(type.unit.symbol)) }
          if showsScenario { cells.append(.phrase(path.scenario.heading)) }
          let style = hasRowUnits ? NumberStyle(unit: type.unit.symbol, isUnitShown: false) : NumberStyle()
          return Row(cells + stretch.shown.indices.map { cell(path, row, $0, type, style) })
        }
      }
    }
    return Table(columns: columns, rows: rows)
  }

  /// Returns the names of the members in a row of a path, one for each dimension of the table; nil for one it lacks.
  func members(_ row: Int, _ path: Path, _ evaluator: Evaluator) -> [String?] {
    let labels = path.grid.labels(of: row).map { evaluator.text($0) }
    return dimensions.map { dimension in
      path.grid.axes.firstIndex { $0.dimension == dimension }.map { labels[$0] }
    }
  }

  /// Returns the type of the values in a row of a path, whose members are `members`.
  func rowType(_ path: Path, _ members: [String?]) -> ValueType {
    let indicator = dimensions.firstIndex(of: .indicator).flatMap { members[$0] }
    return question.items[path.item].expression.type.ofIndicator(indicator)
  }

  private func cell(_ path: Path, _ row: Int, _ column: Int, _ type: ValueType, _ style: NumberStyle) -> Cell {
    let shown = path.grid.columns[column]
    if shown.isLeftOut[row] { return .empty }
    var style = style
    if case .period(let period) = shown.column.form, let footings = path.footings {
      style.mark = footings.at(period).overAxes(path.grid.axes)[row].mark
    }
    style.isComputed = shown.column.computes(question.items[path.item].expression)
    return Reporting.cell(shown.cube[row], shown.cube.reasons[row], type, style: style)
  }
}
