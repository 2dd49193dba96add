import Evaluation
import Indicators
import Semantics
import Source
import Units

extension ValueLayout {
  /// Each target of each expression a row.
  mutating func targetTable(_ columns: [ValueColumn], _ evaluator: inout Evaluator) -> Table {
    var rows: [Row] = []
    var judged: [ScenarioID: [Int]] = [:]
    for item in question.items {
      shown += question.scenarios.map { ShownCells(item.expression, $0) }
      let targets = evaluator.targetRows(of: item.expression, named: item.heading)
      for target in targets.isEmpty ? [nil] : targets.map(Optional.some) {
        let cells = columns.map { column -> Cell in
          guard case .target(let wanted) = column.form else {
            return memberCell(item, column, target, &evaluator)
          }
          guard let target, let row = evaluator.row(ofTarget: target, in: column.scenario) else {
            return .missing(.outsideData)
          }
          if wanted == .chance { judged[column.scenario, default: []].append(row) }
          let table = evaluator.table(.targets, in: [column.scenario], chances: wanted == .chance)
          return relationCell(row, wanted.rawValue, table, .targets)
        }
        let place = target.map { evaluator.place(ofTarget: $0) } ?? ""
        rows.append(
          Row([.text(name(item, target, evaluator)), .text(place), .text(item.expression.type.unit.symbol)] + cells))
      }
    }
    let isNamed = judged.count > 1
    for scenario in columns.map(\.scenario) where judged[scenario] != nil {
      notes += chanceNotes(
        ofTargets: judged.removeValue(forKey: scenario) ?? [], in: [scenario], isNamed: isNamed, &evaluator)
    }
    let headings = [
      Column(Phrase("", "")), Column(Phrase("target", "目标出处")), Column(Phrase("unit", "单位")),
    ]
    return Table(
      columns: headings
        + columns.map { column in
          var alignment = Column.Alignment.trailing
          if case .target(let wanted) = column.form, Relation.targets.columns[wanted.rawValue].isText {
            alignment = .leading
          }
          var unit = ""
          if case .target(let wanted) = column.form {
            unit = Relation.targets.columns[wanted.rawValue].shownUnit(in: .targets, wanted.rawValue)
          }
          return Column(column.heading(showsScenario: showsScenario), unit: unit, alignment: alignment)
        }, rows: rows)
  }

  /// Returns an expression's name with the members of the cell that a target judges.
  private func name(_ item: ValueQuestion.Item, _ target: Int?, _ evaluator: Evaluator) -> String {
    let members = evaluator.members(ofTarget: target)
    return members.isEmpty ? item.heading : "\(item.heading)[\(members.map(\.name).joined(separator: ", "))]"
  }

  /// Returns a column's value of an expression at the cell that a target judges.
  private func memberCell(
    _ item: ValueQuestion.Item, _ column: ValueColumn, _ target: Int?, _ evaluator: inout Evaluator
  ) -> Cell {
    var cube = column.cube(item.expression, &evaluator)
    for (dimension, name) in evaluator.members(ofTarget: target) {
      if let member = evaluator.names.find(name) { cube = cube.at(member, of: dimension) }
    }
    guard cube.count == 1 else { return .missing(.undefined) }
    let style = NumberStyle(unit: item.expression.type.unit.symbol, isUnitShown: false)
    return Reporting.cell(cube[0], cube.reasons[0], item.expression.type, style: style)
  }
}
