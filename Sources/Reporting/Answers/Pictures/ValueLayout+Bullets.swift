import Evaluation
import Indicators
import Semantics
import Source
import Units

/// `show x, y as bullet`.
extension ValueLayout {
  /// Returns bars of the values in each period asked for, the last known where none is, against targets and a year before.
  func bulletPictures(_ table: Table, _ evaluator: inout Evaluator) -> Pictures {
    let cells = drawable.filter { $0.period != nil && $0.isNumeric && $0.source.against == nil }
    guard !cells.isEmpty else { return .fault(drawable.contains(where: \.isNumeric) ? .noPeriods : .noNumbers) }
    var drawn: [DrawableCell] = []
    var rows: [BulletRow] = []
    let all = cells.byRow()
    let names = DrawableNames(all, headings: headings)
    for row in all {
      let last = row.cells.last { $0.number != nil } ?? row.cells.last
      let asked = question.columns.isEmpty ? [last].compactMap { $0 } : row.cells
      for cell in asked {
        guard let period = cell.period else { continue }
        rows.append(bullet(cell, at: period, names.name(row), &evaluator))
        drawn.append(cell)
      }
    }
    guard rows.contains(where: { $0.value.number != nil }) else { return .fault(.noNumbers) }
    // Without periods asked for, the earlier ones are history, and no part of the answer.
    let shown = question.columns.isEmpty ? cells : drawn
    return .drawn([bulletBlock(rows, title: title(all))], shown)
  }

  private func bullet(
    _ cell: DrawableCell, at period: Period, _ name: Phrase, _ evaluator: inout Evaluator
  ) -> BulletRow {
    let item = question.items[cell.item]
    let scenario = cell.source.scenario
    let type = item.expression.type.ofIndicator(cell.members.first { $0.dimension == .indicator }?.name)
    let marks = evaluator.targetMarks(of: item.expression, named: item.heading, in: scenario)
      .filter { $0.isOf(cell.members) && $0.asked(in: type.unit) != nil && period.months <= $0.deadline.months }
    // The target due in the period itself, else the next.
    let mark = marks.min { $0.deadline.months < $1.deadline.months }
    let before = ValueColumn(
      form: .period(period.advanced(by: -period.frequency.perYear)), scenario: scenario, against: nil)
    var cube = before.cube(item.expression, &evaluator)
    for (dimension, member) in cell.members where cube.axisIndex(of: dimension) != nil {
      if let member = evaluator.names.find(member) { cube = cube.at(member, of: dimension) }
    }
    return BulletRow(
      name: name, unit: cell.unit, value: cell.cell, period: period, target: mark?.asked(in: type.unit),
      form: mark?.form, deadline: mark?.deadline, previous: cube.count == 1 ? cube[0] : nil,
      isLowerBetter: mark?.direction.map { $0 == .lower },
      status: mark.map { WordList.status.phrase($0.status) })
  }
}
