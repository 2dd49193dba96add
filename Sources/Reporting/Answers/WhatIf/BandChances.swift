import Evaluation
import Indicators
import Semantics
import Source

/// How surely the values of an uncertain path meet a target, row by row and period by period.
struct BandChances {
  /// The target of each row, with how surely it is met over time.
  private let rows: [Int: (target: PathTarget, times: MeetingTimes)]

  /// Finds for each row of `path` the target that is due next after the scenario's base ends.
  ///
  /// `members` are the names of each row's members by dimension.
  init(
    _ path: ProjectionLayout.Path, _ item: ValueQuestion.Item, _ span: ClosedRange<Period>,
    _ members: [Int: [(dimension: Dimension, name: String)]], _ evaluator: inout Evaluator
  ) {
    var rows: [Int: (target: PathTarget, times: MeetingTimes)] = [:]
    let targets = evaluator.targets(of: item.expression, named: item.heading, in: path.scenario, over: span)
      .sorted { $0.deadline < $1.deadline }
    let end = evaluator.dataEnds(of: item.expression, in: path.scenario).root?.lowerBound
    for row in path.grid.rows {
      let own = targets.filter { target in
        members[row, default: []].allSatisfy { member in
          target.members.contains { $0.dimension == member.dimension && $0.name == member.name }
        }
      }
      for target in own where end.map({ $0.months < target.deadline.months }) ?? true {
        guard let times = evaluator.meetingTimes(ofTarget: target.row, in: path.scenario) else { continue }
        rows[row] = (target, times)
        break
      }
    }
    self.rows = rows
  }

  /// The headings of the columns; none where no row has a target.
  var columns: [Column] {
    if rows.isEmpty { return [] }
    return [
      Column(Phrase("chance", "概率"), unit: "%", alignment: .trailing),
      Column(Phrase("by then", "至该期"), unit: "%", alignment: .trailing),
    ]
  }

  /// Returns the cells of the columns: how surely the target is met in `period`, and in it or an earlier one.
  func cells(_ row: Int, _ period: Period) -> [Cell] {
    if rows.isEmpty { return [] }
    guard let times = rows[row]?.times, let place = times.periods.firstIndex(of: period) else {
      return [.empty, .empty]
    }
    let style = NumberStyle(decimals: 1)
    return [.number(times.met[place], style), .number(times.metByThen[place], style)]
  }

  /// Which targets the chances are of, each once.
  var note: Phrase? {
    var seen: [Phrase] = []
    for row in rows.keys.sorted() {
      guard let target = rows[row]?.target else { continue }
      let said = Phrase("\(target.form.english) by \(target.deadline)", "\(target.form.chinese)（期限 \(target.deadline)）")
      if !seen.contains(said) { seen.append(said) }
    }
    if seen.isEmpty { return nil }
    return Phrase(
      "chance: the share of samples that meet \(seen.map(\.english).joined(separator: ", "))",
      "概率：满足 \(seen.map(\.chinese).joined(separator: "、")) 的样本占比")
  }
}
