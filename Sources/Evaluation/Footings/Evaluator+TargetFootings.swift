import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns what the judged value of every target in `scenario` rests on, in the order of its rows.
  mutating func targetFootings(in scenario: ScenarioID) -> [Footing] {
    let rows = targetRows(in: scenario)
    guard scenario.isDeclared else { return Array(repeating: [], count: rows.count) }
    if let known = targetFootings[scenario] { return known }
    var subjects: [SourceRange: Footings] = [:]
    var result: [Footing] = []
    for row in rows {
      let subject = subject(of: row)
      let footings: Footings
      if case .script(let range) = row.site {
        footings = subjects[range] ?? Footings(footing(of: subject, scenario))
        subjects[range] = footings
      } else {
        footings = Footings(footing(of: subject, scenario))
      }
      result.append(footing(of: row, footings))
    }
    targetFootings[scenario] = result
    return result
  }

  /// Returns what a target's judged value rests on; one that is made of parts of its period on any of them.
  private func footing(of row: TargetRow, _ footings: Footings) -> Footing {
    guard let period = row.period else { return [] }
    let point = point(of: row)
    let parts = [period] + Frequency.allCases.flatMap { row.deadline.parts($0) }.filter { $0 < period }
    return parts.reduce(into: footings.at(point)) { joined, part in
      joined.formUnion(footings.at(point.merging([.period: .period(part)]) { $1 }))
    }
  }

  /// Returns the expression that a target judges.
  func subject(of row: TargetRow) -> CheckedExpression {
    if case .script(let range) = row.site, let target = program.targets.first(where: { $0.range == range }) {
      return target.subject
    }
    guard let position = row.indicator else {
      return CheckedExpression(.missing, .plain, SourceRange(SourceID(0), 0, 0))
    }
    return expression(for: program.indicators[position].formula.map { .alias($0) } ?? .indicator(position))
  }
}
