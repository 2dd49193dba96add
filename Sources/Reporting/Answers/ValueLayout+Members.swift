import Evaluation
import Indicators
import Semantics
import Source
import Units

/// Tables of values with a row for each combination of members.
extension ValueLayout {
  /// Each combination of members a row.
  mutating func memberTable(
    _ columns: [ValueColumn], _ dimensions: [Dimension], _ evaluator: inout Evaluator
  ) -> Table {
    var parts: [(column: ValueColumn, cube: Cube, item: Int, expression: CheckedExpression, heading: Column)] = []
    for (position, item) in question.items.enumerated() {
      for column in columns where applies(column, item, &evaluator) {
        let unit = column.unit(of: item.expression.type).symbol
        let heading = column.heading(showsScenario: showsScenario)
        let name = question.items.count == 1 ? "" : item.heading
        func joined(_ part: String) -> String { name.isEmpty ? part : part.isEmpty ? name : "\(name) \(part)" }
        parts.append(
          (
            column, column.cube(item.expression, &evaluator), position, item.expression,
            Column(
              heading.english.isEmpty && name.isEmpty
                ? Phrase("value", "数值") : Phrase(joined(heading.english), joined(heading.chinese)),
              unit: unit, alignment: item.expression.isText ? .leading : .trailing)
          ))
      }
    }
    let axes = Cube.commonAxes(of: parts.map(\.cube), dimensions)
    let words = parts.map { $0.column.texts($0.expression, &evaluator)?.overAxes(axes) }
    var grid = RowGrid(axes: axes, columns: parts.map { RowGrid.GridColumn($0.column, $0.cube.overAxes(axes)) })
    notes += grid.apply(question, &evaluator)
    let shown = parts.indices.filter { !question.columns.isEmpty || question.filter == nil || grid.isShown($0) }
    let isComputed = parts.map { $0.column.computes($0.expression) }
    let marks = parts.map { $0.column.marks($0.expression, over: axes, &evaluator) }
    let rowUnits = RowUnits(types: parts.map(\.expression.type), dimensions)
    let headings =
      rowUnits.inserted(Column(Phrase("unit", "单位")), into: dimensions.map { Column(evaluator.heading(of: $0)) })
      + shown.map { parts[$0].heading }
    for index in parts.indices where remembersCells {
      self.shown += grid.shownCells(of: parts[index].expression, index) + grid.keyCells(question, index)
    }
    var rows: [Row] = []
    for row in grid.rows {
      let names = grid.labels(of: row).map { evaluator.text($0) }
      let members = zip(axes, names).map { (dimension: $0.dimension, name: $1) }
      let indicator = rowUnits.indicator(names)
      let unit = rowUnits.unit(of: indicator)
      var cells = rowUnits.inserted(.text(unit?.symbol ?? ""), into: names.map(Cell.text))
      for index in shown {
        if grid.columns[index].isLeftOut[row] {
          cells.append(.empty)
          continue
        }
        let (column, type) = (parts[index].column, parts[index].expression.type)
        if let texts = words[index], case .text(let vocabulary) = type.shape {
          cells.append(Reporting.cell(texts.cells[row], vocabulary))
          continue
        }
        var style = NumberStyle()
        let own = column.unit(of: type.ofIndicator(indicator))
        // What a column makes of the indicator's unit is told beside the number where it differs.
        if type.indicatorUnits != nil, column.hasRowUnits {
          style = NumberStyle(unit: own.symbol, isUnitShown: own != unit)
        }
        style.mark = marks[index]?[row]
        style.isComputed = isComputed[index]
        style.isChange = column.isChange
        let cell = Reporting.cell(
          grid.columns[index].cube[row], grid.columns[index].cube.reasons[row], type, style: style)
        drawable.append(
          DrawableCell(
            row: rows.count, column: cells.count, item: parts[index].item, members: members, source: column,
            cell: cell, unit: own.symbol))
        cells.append(cell)
      }
      rows.append(Row(cells))
    }
    return Table(columns: headings, rows: rows)
  }
}
