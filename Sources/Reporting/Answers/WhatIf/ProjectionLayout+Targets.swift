import Evaluation
import Indicators
import Semantics
import Source
import Units

/// The targets of a projection's expressions as they stand under each scenario.
extension ProjectionLayout {
  /// Returns the table of targets; none where no expression has any.
  func targetBlocks(_ stretches: [Stretch], _ evaluator: inout Evaluator) -> [Block] {
    var rows: [Row] = []
    for stretch in stretches {
      guard let first = stretch.periods.first, let last = stretch.periods.last else { continue }
      for item in stretch.items.map({ question.items[$0] }) {
        var found: [[PathTarget]] = []
        for scenario in question.scenarios {
          found.append(
            evaluator.targets(of: item.expression, named: item.heading, in: scenario, over: first...last))
        }
        // The scenarios of a target stand under each other.
        for row in 0..<(found.map(\.count).max() ?? 0) {
          for (scenario, targets) in zip(question.scenarios, found) where targets.indices.contains(row) {
            rows.append(self.row(targets[row], scenario, until: last))
          }
        }
      }
    }
    if rows.isEmpty { return [] }
    return [Block(.table(Table(columns: columns, rows: rows)), title: under(Relation.targets.name, question.scenarios))]
  }

  private var columns: [Column] {
    let relation = Relation.targets.columns
    var columns = [
      Column(Phrase("target", "目标")), Column(relation[TargetColumn.unit.rawValue].heading),
      Column(relation[TargetColumn.form.rawValue].heading), Column(relation[TargetColumn.deadline.rawValue].heading),
    ]
    if question.scenarios.count > 1 { columns.append(Column(Phrase("scenario", "情景"))) }
    columns += [
      Column(relation[TargetColumn.value.rawValue].heading, alignment: .trailing),
      Column(relation[TargetColumn.period.rawValue].heading),
      Column(relation[TargetColumn.status.rawValue].heading),
      Column(Phrase("first met", "首次达标")),
    ]
    return columns
  }

  private func row(_ target: PathTarget, _ scenario: ScenarioID, until last: Period) -> Row {
    let members = target.members.map(\.name).joined(separator: ", ")
    var cells: [Cell] = [
      .text(members.isEmpty ? target.name : "\(target.name)[\(members)]"), .text(target.unit.symbol),
      .phrase(target.form), .text(target.deadline.description),
    ]
    if question.scenarios.count > 1 { cells.append(.phrase(scenario.heading)) }
    let style = NumberStyle(
      unit: target.unit.symbol, isUnitShown: false, mark: target.footing.isHeld ? .held : nil)
    cells.append(target.value.map { .number($0, style) } ?? .missing(target.valueReason))
    cells.append(target.period.map { .text($0.description) } ?? .empty)
    cells.append(.phrase(WordList.status.phrase(target.status)))
    if let met = target.firstMet {
      cells.append(.text(met.description))
    } else {
      // What nothing is assumed of may still be met.
      cells.append(
        target.isMetByValue && scenario.isDeclared ? .phrase(Phrase("not by \(last)", "至 \(last) 未达")) : .empty)
    }
    return Row(cells)
  }
}
