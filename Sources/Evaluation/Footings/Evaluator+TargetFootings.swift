import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns what the judged value of every target in `scenario` rests on, in the order of its rows.
  mutating func targetFootings(in scenario: ScenarioID) -> [Footing] {
    let rows = targetRows(in: scenario)
    guard scenario.isDeclared || hasProvisionalData else { return Array(repeating: [], count: rows.count) }
    if let known = targetFootings[scenario] { return known }
    var stated: [SourceRange: FootingFinder] = [:]
    var printed: [Int: FootingFinder] = [:]
    var result: [Footing] = []
    for row in rows {
      var range: SourceRange?
      if case .script(let own) = row.site { range = own }
      let known = range.map { stated[$0] } ?? row.indicator.flatMap { printed[$0] }
      let finder = known ?? FootingFinder(footing(of: subject(of: row), scenario))
      if let range {
        stated[range] = finder
      } else if let position = row.indicator {
        printed[position] = finder
      }
      result.append(footing(of: row, finder))
    }
    targetFootings[scenario] = result
    return result
  }

  /// Returns what a target's judged value rests on; one that is made of parts of its period on any of them.
  private func footing(of row: TargetRow, _ footings: FootingFinder) -> Footing {
    guard let period = row.period else { return [] }
    let point = point(of: row)
    let parts = [period] + Frequency.allCases.flatMap { row.deadline.parts($0) }.filter { $0 < period }
    return parts.reduce(into: []) { joined, part in
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

/// Finds what the cells of one value rest on, whose labels it looks up in a table.
private struct FootingFinder {
  private let cube: Cube
  private let finder: CellFinder

  init(_ cube: Cube) { (self.cube, finder) = (cube, CellFinder(cube.axes)) }

  /// Returns what the cells at `point` rest on, whose further dimensions are passed over.
  func at(_ point: [Dimension: Label]) -> Footing {
    finder.offsets(at: point).reduce(into: []) { $0.formUnion(cube.footing(at: $1)) }
  }
}
