import Evaluation
import Indicators
import Semantics
import Source
import Units

/// The targets of a projection's expressions as they stand under each scenario.
extension ProjectionLayout {
  /// Returns the table of targets that are due after the scenarios' base ends; none where no expression has any.
  ///
  /// What several sheets ask in the same words is one target.
  func targetBlocks(_ stretches: [Stretch], _ evaluator: inout Evaluator) -> [Block] {
    var rows: [Row] = []
    var settled = 0
    for stretch in stretches {
      guard let first = stretch.periods.first, let last = stretch.periods.last else { continue }
      for item in stretch.items.map({ question.items[$0] }) {
        var found: [[PathTarget]] = []
        var end: Period?
        for scenario in question.scenarios {
          found.append(
            evaluator.targets(of: item.expression, named: item.heading, in: scenario, over: first...last))
          guard let own = evaluator.dataEnds(of: item.expression, in: scenario).root?.lowerBound else { continue }
          end = min(end ?? own, own)
        }
        var seen: Set<TargetKey> = []
        // The scenarios of a target stand under each other.
        for row in 0..<(found.map(\.count).max() ?? 0) {
          guard let target = found.lazy.compactMap({ $0.indices.contains(row) ? $0[row] : nil }).first,
            seen.insert(TargetKey(target)).inserted
          else { continue }
          if let end, target.deadline.months <= end.months {
            settled += 1
            continue
          }
          for (scenario, targets) in zip(question.scenarios, found) where targets.indices.contains(row) {
            rows.append(self.row(targets[row], scenario, until: last))
          }
        }
      }
    }
    if rows.isEmpty { return [] }
    let notes =
      settled == 0
      ? []
      : [
        Phrase(
          "\(settled) due before the projection begins \(settled == 1 ? "is" : "are") left out; show targets lists them",
          "另有 \(settled) 个目标的期限早于推演起点，未列入；“展示 目标表”可列出")
      ]
    return [
      Block(
        .table(Table(columns: columns, rows: rows)), title: under(Relation.targets.name, question.scenarios),
        notes: notes)
    ]
  }

  /// What makes a target the same as another.
  private struct TargetKey: Hashable {
    let members: [String]
    let form: Phrase
    let deadline: Period

    init(_ target: PathTarget) {
      members = target.members.map(\.name)
      form = target.form
      deadline = target.deadline
    }
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
    var cells: [Cell] = [
      .text(target.label), .text(target.unit.symbol),
      .phrase(target.form), .text(target.deadline.description),
    ]
    if question.scenarios.count > 1 { cells.append(.phrase(scenario.heading)) }
    var style = NumberStyle(
      unit: target.unit.symbol, isUnitShown: false, mark: target.footing.mark)
    style.isComputed = scenario.isDeclared
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
