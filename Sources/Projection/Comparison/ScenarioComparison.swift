import Indicators
import Semantics

/// How scenarios differ, and what makes the differences.
package struct ScenarioComparison: Sendable {
  /// A scenario's value against the first's.
  package struct Difference: Sendable {
    /// The value less the first's.
    package let absolute: CellValue
    /// The growth over the first's, in percent.
    package let relative: CellValue
    /// The 5% and 95% points of the difference over paired samples; nil where nothing is uncertain.
    package var band: [CellValue]?
  }

  /// One cell in all scenarios.
  package struct Line: Sendable {
    /// The cell.
    package let cell: ComparedCell
    /// Its value in each scenario.
    package let values: [CellValue]
    /// The difference of each scenario but the first.
    package var differences: [Difference]

    /// Whether the value is known in each scenario.
    var isKnown: Bool { values.allSatisfy { $0.number != nil } }
    /// Whether the value is known in any scenario.
    var isKnownSomewhere: Bool { values.contains { $0.number != nil } }
    /// Whether any scenario's value is another than the first's.
    var isDifferent: Bool { differences.contains { ($0.absolute.number ?? 0) != 0 } }
    /// The greatest growth or loss; without limit where there is a difference but nothing to measure it by.
    var size: Double {
      differences.map { difference in
        if let number = difference.relative.number { return number.magnitude }
        return (difference.absolute.number ?? 0) == 0 ? 0 : .infinity
      }.max() ?? 0
    }
  }

  /// Where the differences of one expression between two scenarios come from.
  package struct Source: Sendable {
    /// The position of the expression.
    package let item: Int
    /// The position of the scenario that is held against the first.
    package let scenario: Int
    /// What sets the two apart.
    package let changes: [ScenarioChange]
    /// The lines whose differences are told apart, by position, and what makes them.
    package let cells: [(line: Int, attribution: Attribution)]
    /// How many lines differ beside these.
    package let unattributed: Int

    /// How many of the changes do nothing in any of the cells.
    package var idleChanges: Int {
      let seen = Set(cells.flatMap(\.attribution.effects).map(\.change))
      return changes.count - seen.count
    }
  }

  /// The dimensions along which any expression has members, in order of first appearance.
  package var dimensions: [Dimension] = []
  /// The cells.
  package var lines: [Line] = []
  /// The periods that are looked at, in order of first appearance.
  package var periods: [Period] = []
  /// The positions of the expressions that are left out because the sheets disagree on them.
  package var disputed: [Int] = []
  /// How many cells differ beside these, by less.
  package var hidden = 0
  /// How many cells are known in some of the scenarios and missing in others.
  package var missing = 0
  /// Where the differences come from, expression by expression.
  package var sources: [Source] = []
}
