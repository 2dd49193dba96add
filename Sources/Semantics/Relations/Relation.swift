import Source
import Units

/// A built-in table whose rows a script can show, filter, group and aggregate.
package enum Relation: String, CaseIterable, Sendable {
  /// A row for each target and member.
  case targets
  /// A row for each rule and scenario.
  case rules
  /// A row for each two places that contradict each other.
  case conflicts
  /// A row for each line of the load report.
  case data
  /// A row for each indicator of the sheets and the script.
  case indicators
  /// A row for each cell that is printed or due.
  case cells
  /// A row for each statement, indicator and cause for which rows were lost.
  case ledger
  /// A row for each assumption of a scenario, and for each indicator that it holds.
  case assumptions

  /// The name in each language.
  package var name: Phrase {
    switch self {
    case .targets: Phrase("targets", "目标表")
    case .rules: Phrase("rules", "规则表")
    case .conflicts: Phrase("conflicts", "冲突表")
    case .data: Phrase("data", "数据问题")
    case .indicators: Phrase("indicators", "指标表")
    case .cells: Phrase("cells", "单元格表")
    case .ledger: Phrase("ledger", "台账")
    case .assumptions: Phrase("assumptions", "假设表")
    }
  }

  /// The columns, in the order in which they are stored.
  package var columns: [RelationColumn] {
    switch self {
    case .targets: Relation.targetColumns
    case .rules: Relation.ruleColumns
    case .conflicts: Relation.conflictColumns
    case .data: Relation.dataColumns
    case .indicators: Relation.indicatorColumns
    case .cells: Relation.cellColumns
    case .ledger: Relation.ledgerColumns
    case .assumptions: Relation.assumptionColumns
    }
  }

  private static let targetColumns = TargetColumn.allCases.map(\.column)
  private static let ruleColumns = RuleColumn.allCases.map(\.column)
  private static let conflictColumns = ConflictColumn.allCases.map(\.column)
  private static let dataColumns = DataColumn.allCases.map(\.relationColumn)
  private static let indicatorColumns = IndicatorColumn.allCases.map(\.column)
  private static let cellColumns = CellColumn.allCases.map(\.relationColumn)
  private static let ledgerColumns = LedgerColumn.allCases.map(\.relationColumn)
  private static let assumptionColumns = AssumptionColumn.allCases.map(\.relationColumn)

  /// Returns the columns that a question shows where it names none, asked as of a period or not.
  package func shownColumns(isAsOf: Bool) -> [Int] {
    switch self {
    case .targets: (isAsOf ? TargetColumn.shownAsOf : TargetColumn.shown).map(\.rawValue)
    case .rules: RuleColumn.shown.map(\.rawValue)
    case .conflicts: ConflictColumn.shown.map(\.rawValue)
    case .data: DataColumn.shown.map(\.rawValue)
    case .indicators: IndicatorColumn.shown.map(\.rawValue)
    case .cells: CellColumn.shown.map(\.rawValue)
    case .ledger: LedgerColumn.allCases.map(\.rawValue)
    case .assumptions: AssumptionColumn.shown.map(\.rawValue)
    }
  }

  /// Returns the relation called `name` in either language.
  package static func named(_ name: String) -> Relation? {
    byName[name]
  }

  /// Returns the relation called `name`, whose stable hash is `hash`.
  static func named(_ name: String, _ hash: UInt32?) -> Relation? { byName[name, hash] }

  private static let byName: NameMap<Relation> = {
    var result = NameMap<Relation>()
    for relation in allCases {
      result.set(relation.name.english, to: relation)
      result.set(relation.name.chinese, to: relation)
    }
    return result
  }()

  /// Returns the position of the column called `name` in either language.
  package func column(named name: String) -> Int? {
    columns.firstIndex { $0.names.contains(name) }
  }
}

/// A column of a relation.
package struct RelationColumn: Sendable {
  /// The heading.
  package let heading: Phrase
  /// Every name that scripts may use.
  package let names: [String]
  /// What it holds.
  package let shape: ValueType.Shape

  init(_ english: String, _ chinese: String, _ shape: ValueType.Shape, also: String...) {
    heading = Phrase(english, chinese)
    names = [english, chinese] + also
    self.shape = shape
  }
}
