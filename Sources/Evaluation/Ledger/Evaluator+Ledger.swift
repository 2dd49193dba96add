import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns what became of the rows that the statement `name` rests on.
  package mutating func ledgerEntries(
    of name: String, at range: SourceRange, _ shown: [ShownCells]
  ) -> [LedgerEntry] {
    var fates: [(expression: CheckedExpression, scenario: ScenarioID, fates: Fates)] = []
    for cells in shown {
      let cube = presence(of: cells.expression, cells.scenario)
      let found = fates.firstIndex { $0.expression.range == cells.expression.range && $0.scenario == cells.scenario }
      if let found, fates[found].fates.count == cube.count {
        _ = fates[found].fates.improve(by: cells.fates(cube))
      } else {
        fates.append((cells.expression, cells.scenario, cells.fates(cube)))
      }
    }
    var walk = LedgerWalk()
    for (expression, scenario, fates) in fates { trace(expression, fates, scenario, &walk) }
    settle(&walk)
    return entries(walk, statement: name, place: place(.script(range)))
  }

  /// Returns the entries of every rule that is judged.
  package mutating func ledgerEntriesOfRules() -> [LedgerEntry] {
    program.rules.flatMap { rule -> [LedgerEntry] in
      let expressions = [rule.condition, rule.filter].compactMap { $0 }
      guard !restsOnLedger(expressions) else { return [] }
      var shown: [ShownCells] = []
      for scenario in rule.scenarios.isEmpty ? [.actual] : rule.scenarios {
        guard let filter = rule.filter else {
          shown.append(ShownCells(rule.condition, scenario))
          continue
        }
        let verdicts = presence(of: filter, scenario)
        // The filter's periods are part of the cells, so that each cell is judged at its own.
        let causes = (0..<verdicts.count).map { offset -> LedgerCause in
          verdicts.reasons[offset] != .known ? .filterUnknown : verdicts.values[offset] == 0 ? .filter : .used
        }
        shown.append(ShownCells(rule.condition, scenario, over: verdicts.axes, causes))
        shown.append(ShownCells(condition: filter, scenario))
      }
      return ledgerEntries(of: rule.name, at: rule.range, shown)
    }
  }

  /// Returns the entries of every target that a script states: its subject at the deadline, at the period judged and at
  /// the baseline.
  package mutating func ledgerEntriesOfTargets() -> [LedgerEntry] {
    let rows = targetRows(in: .actual)
    return program.targets.flatMap { target -> [LedgerEntry] in
      guard !restsOnLedger([target.subject] + target.conditions.flatMap(\.amounts)) else { return [] }
      var shown = target.conditions.flatMap(\.amounts).map { ShownCells($0, .actual, at: [target.deadline]) }
      // The rows that differ in their first member alone are one block of cells.
      var blocks: [JudgedBlock: Set<Label>] = [:]
      for row in rows where row.site == .script(target.range) {
        var periods = [target.deadline] + [row.period].compactMap { $0 }
        if row.baseline != nil {
          periods.append(target.baseline ?? target.deadline.advanced(by: -target.deadline.frequency.perYear))
        }
        let members = row.members.compactMap { member in
          names.find(member.name).map { (dimension: member.dimension, label: Label.member($0)) }
        }
        let others = members.dropFirst().map { Axis($0.dimension, [$0.label]) }
        let block = JudgedBlock(dimension: members.first?.dimension, others: others, periods: periods)
        blocks[block, default: []].formUnion(members.prefix(1).map(\.label))
      }
      for (block, labels) in blocks {
        let axes = [block.dimension.map { Axis($0, Array(labels)) }].compactMap { $0 } + block.others
        let causes = Array(repeating: LedgerCause.used, count: max(1, labels.count))
        shown.append(ShownCells(target.subject, .actual, over: axes, at: block.periods, causes))
      }
      return ledgerEntries(of: "\(target.subjectText) \(target.conditionText)", at: target.range, shown)
    }
  }

  /// Whether any of `expressions` aggregates over the ledger itself.
  package func restsOnLedger(_ expressions: [CheckedExpression]) -> Bool {
    formulas(under: expressions).contains { expression in
      if case .aggregate(let call) = expression.form, case .relation(.ledger, _) = call.frame { true } else { false }
    }
  }

  /// Returns the relation `ledger`.
  mutating func ledgerTable() -> RelationTable {
    var builder = RelationBuilder(.ledger)
    guard let source = ledgerSource else { return builder.table }
    for entry in source(&self) {
      let lost: [(cause: LedgerCause?, rows: Int)] = LedgerCause.allCases.compactMap { cause in
        entry.lost[cause].map { (cause, $0) }
      }
      for (cause, rows) in lost.isEmpty ? [(nil, 0)] : lost {
        builder.addRow()
        builder.set(LedgerColumn.statement.rawValue, entry.statement)
        builder.set(LedgerColumn.place.rawValue, entry.place)
        builder.set(LedgerColumn.indicator.rawValue, entry.indicator)
        builder.set(LedgerColumn.sheet.rawValue, entry.sheet)
        builder.set(LedgerColumn.input.rawValue, Double(entry.input))
        builder.set(LedgerColumn.used.rawValue, Double(entry.used))
        builder.set(LedgerColumn.cause.rawValue, cause?.name.english)
        builder.set(LedgerColumn.rows.rawValue, Double(rows))
      }
    }
    return builder.table
  }
}

/// Cells that a target judges at the same periods, and that differ in one member alone.
private struct JudgedBlock: Hashable {
  let dimension: Dimension?
  let others: [Axis]
  let periods: [Period]
}
