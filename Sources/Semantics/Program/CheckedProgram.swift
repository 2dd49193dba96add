import Indicators
import Source
import Syntax
import Units

/// A script and its imports with every name resolved and every unit agreed.
package struct CheckedProgram: Sendable {
  /// The indicators: first those of all sheets by name, then those of single sheets.
  package var indicators: [CheckedIndicator] = []
  /// The hierarchies, each after those of its parts.
  package var hierarchies: [CheckedHierarchy] = []
  /// The parameters, in written order.
  package var parameters: [CheckedParameter] = []
  /// The aliases, in written order.
  package var aliases: [CheckedAlias] = []
  /// The aggregates, in written order.
  package var aggregates: [CheckedAggregate] = []
  /// The sets, in written order.
  package var sets: [CheckedSet] = []
  /// How many targets scripts state of each indicator, by its position.
  package var statedTargets: [Int: Int] = [:]
  /// The targets that scripts state; those of sheets stand in the catalogue.
  package var targets: [CheckedTarget] = []
  /// The scenarios that scripts declare, in written order.
  package var scenarios: [CheckedScenario] = []
  /// How many samples scripts ask for: the most that any of their scenarios says; nil where none does.
  package var sampleCount: Int?
  /// The names whose draws are tied in every scenario, in written order.
  package var ties: [CheckedTie] = []
  /// The rules, in written order.
  package var rules: [CheckedRule] = []
  /// The questions, in written order, those of reports and the texts of these among them.
  package var questions: [CheckedQuestion] = []
  /// The reports, in written order.
  package var reports: [CheckedReport] = []
  /// The definitions that have formulas, each group after those that it needs.
  package internal(set) var order = FormulaGroups()

  /// How many samples may be asked for.
  package static let sampleCounts = 1...10_000_000

  /// Creates an empty program.
  package init() {}
}

extension CheckedProgram {
  /// Returns the position of the group that `definition` is computed in.
  package func group(of definition: Definition) -> Int? {
    order.position(of: definition)
  }

  /// Returns the group at `position` and all groups that it needs, each after those that it needs itself.
  package func groupsNeeded(by position: Int) -> [Int] {
    var needed: Set<Int> = [position]
    var open = [position]
    while let next = open.popLast() {
      for need in order[next].needs where needed.insert(need).inserted { open.append(need) }
    }
    return needed.sorted()
  }
}

/// Whether more or less is better.
package enum Direction: Hashable, Sendable {
  case higher
  case lower
}

/// One indicator with all that sheets and the script say of it.
package struct CheckedIndicator: Sendable {
  /// Where a sheet holds the indicator.
  package struct Part: Sendable {
    /// The position of the sheet in the catalogue.
    package let sheet: Int
    /// The position of the indicator in the sheet.
    package let index: Int
    /// The unit of the sheet's numbers, as printed or as declared.
    package let unit: MeasurementUnit
    /// How the sheet's numbers become numbers in the indicator's unit.
    package let conversion: Conversion

    /// The sheet and the indicator in it.
    var place: Place { Place(sheet: sheet, index: index) }
  }

  /// An indicator of one sheet.
  struct Place: Hashable {
    let sheet: Int
    let index: Int
  }

  /// The name; of a single sheet's indicator with the sheet's name before it.
  package var name: String
  /// The sheet's name, where the indicator is one sheet's alone.
  package var qualifier: String?
  /// The unit of its numbers.
  package var unit: MeasurementUnit
  /// The sheets that hold it, in the order of `use`.
  package var parts: [Part]
  /// Which way is better, where the script says so.
  package var better: Direction?
  /// What it is, where the script says so.
  package var kind: IndicatorKind?
  /// The responsible units, where the script says so.
  package var owners: [String] = []
  /// The attribute, where the script says so.
  package var attribute: String?
  /// The group, where the script says so.
  package var group: String?
  /// How often a value is due, where the script or a sheet says so.
  package var every: Frequency?
  /// The values that it may take, in its unit, where the script says so.
  package var bounds: ClosedRange<Double>?
  /// The alias that computes it, for an indicator without observations.
  package var formula: Int?
  /// Two parts whose units do not convert, which makes the name an error where it is used.
  package var clashingUnits: (MeasurementUnit, MeasurementUnit)?
  /// The length of its periods, where all are of one length.
  package var frequency: Frequency?
}

/// A parameter with its value.
package struct CheckedParameter: Sendable {
  /// The name.
  package let name: String
  /// The value.
  package var value: CheckedExpression
  /// The values that it may take, in its unit, where bounds are stated.
  package var bounds: ClosedRange<Double>?
  /// Whether the value comes from outside the script.
  package var isSet = false
  /// Where the name is declared.
  package let range: SourceRange
}

/// A named expression.
package struct CheckedAlias: Sendable {
  /// The name.
  package let name: String
  /// The formula.
  package var formula: CheckedExpression
  /// Where the name is declared.
  package let range: SourceRange
}

/// A named aggregate.
package struct CheckedAggregate: Sendable {
  /// The name.
  package let name: String
  /// The aggregate, an expression of the form `.aggregate`, with conversions around it where a unit is declared.
  package var formula: CheckedExpression
  /// Where the name is declared.
  package let range: SourceRange
}

/// A target that a script states.
package struct CheckedTarget: Sendable {
  /// What is judged.
  package let subject: CheckedExpression
  /// The subject as written.
  package let subjectText: String
  /// What is asked; all must hold.
  package let conditions: [CheckedCondition]
  /// The conditions as written.
  package let conditionText: String
  /// The deadline.
  package let deadline: Period
  /// The baseline's period, where one is named.
  package let baseline: Period?
  /// The responsible units, the lead first.
  package let owners: [String]
  /// The attribute.
  package let attribute: String?
  /// The group.
  package let group: String?
  /// The weight.
  package let weight: Double?
  /// Where the target is written.
  package let range: SourceRange
}

/// One condition of a target, with numbers in the subject's unit.
package enum CheckedCondition: Sendable {
  case comparison(Comparator, CheckedExpression)
  case inRange(CheckedExpression, CheckedExpression)
  /// The change as a plain share of the baseline.
  case grows(CheckedExpression)
  case shrinks(CheckedExpression)
  case adds(CheckedExpression)
  case holds(CheckedExpression)
  case rises
  case falls
  case assigned
  case ranks(within: Int, of: String)
  case milestone(String)
}

/// A rule.
package struct CheckedRule: Sendable {
  /// How much a failed rule weighs.
  package enum Severity: String, CaseIterable, Sendable {
    case error, warning, info
  }

  /// The name.
  package let name: String
  /// What is said where it fails.
  package let message: [TextPiece]
  /// The condition.
  package let condition: CheckedExpression
  /// Which cells are judged.
  package let filter: CheckedExpression?
  /// The scenarios it is judged in; empty for all that are used.
  package let scenarios: [ScenarioID]
  /// How much it weighs.
  package let severity: Severity
  /// Where the condition is written.
  package let range: SourceRange
}
