import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Returns the rows of `relation` in `scenarios`; `range` is where it is asked for. Chances cost samples, and are left
  /// missing where none are needed.
  package mutating func table(
    _ relation: Relation, in scenarios: [ScenarioID], at range: SourceRange? = nil, chances: Bool = true
  ) -> RelationTable {
    let key = RelationKey(relation: relation, scenarios: scenarios, holdsChances: chances)
    defer {
      if relation == .cells, hasTooManyCells, let range {
        report(EvaluationProblem.tooManyRows(limit: Evaluator.mostListedCells).diagnostic(at: range))
      }
    }
    if let table = relations[key] { return table }
    let table =
      switch relation {
      case .targets: targetsTable(in: scenarios, chances: chances)
      case .rules: rulesTable(in: scenarios, chances: chances)
      case .conflicts: conflictsTable()
      case .data: dataTable()
      case .indicators: indicatorsTable()
      case .cells: cellsTable()
      case .ledger: ledgerTable()
      case .assumptions: assumptionsTable(in: scenarios)
      }
    relations[key] = table
    return table
  }

  /// Returns which rows of a relation `filter` keeps, and how many it drops because it is unknown there.
  package mutating func rows(
    of table: RelationTable, where filter: CheckedExpression?, in scenario: ScenarioID
  ) -> (kept: [Int], unknown: Int) {
    guard let filter else { return (Array(0..<table.rowCount), 0) }
    let cube = cube(filter, Surroundings(scenario: scenario, table: table)).spread(over: [table.axis])
    var kept: [Int] = []
    var unknown = 0
    for row in 0..<table.rowCount {
      if cube.reasons[row] != .known { unknown += 1 } else if cube.values[row] != 0 { kept.append(row) }
    }
    return (kept, unknown)
  }

  /// Returns the value of `expression` over the rows of a relation.
  package mutating func value(
    of expression: CheckedExpression, over table: RelationTable, in scenario: ScenarioID
  ) -> Value {
    value(of: expression, over: table, Surroundings(scenario: scenario, table: table))
  }

  /// Returns the value of `expression` over the rows of a relation where it stands.
  mutating func value(
    of expression: CheckedExpression, over table: RelationTable, _ surroundings: Surroundings
  ) -> Value {
    switch value(of: expression, surroundings) {
    case .numbers(let cube): .numbers(cube.spread(over: [table.axis]))
    case .texts(let texts):
      texts.axes.isEmpty
        ? .texts(TextCube(axes: [table.axis], cells: Array(repeating: texts.cells[0], count: table.rowCount)))
        : .texts(texts)
    }
  }

  /// Returns the groups of `rows` by the columns `by`, in order of first appearance; a row with several responsible
  /// units is in the group of each.
  package func groups(of rows: [Int], by columns: [Int], in table: RelationTable) -> [(key: [String], rows: [Int])] {
    var positions: [[String]: Int] = [:]
    var groups: [(key: [String], rows: [Int])] = []
    for row in rows {
      var keys: [[String]] = [[]]
      for column in columns {
        let words = words(row, table.columns[column])
        keys = keys.flatMap { key in words.map { key + [$0] } }
      }
      for key in keys {
        if let position = positions[key] {
          groups[position].rows.append(row)
        } else {
          positions[key] = groups.count
          groups.append((key, [row]))
        }
      }
    }
    return nested(groups)
  }

  /// Returns `groups` nested as the columns are written: at each level in order of first appearance.
  private func nested(_ groups: [(key: [String], rows: [Int])]) -> [(key: [String], rows: [Int])] {
    var ranks: [[String]: Int] = [:]
    for group in groups {
      for length in 1...max(1, group.key.count) {
        let prefix = Array(group.key.prefix(length))
        if ranks[prefix] == nil { ranks[prefix] = ranks.count }
      }
    }
    func place(_ key: [String]) -> [Int] { (1...max(1, key.count)).map { ranks[Array(key.prefix($0))] ?? 0 } }
    return groups.sorted { place($0.key).lexicographicallyPrecedes(place($1.key)) }
  }

  /// Returns the texts of a cell that make groups; a missing one makes a group of its own, the empty text.
  private func words(_ row: Int, _ column: Value) -> [String] {
    switch column {
    case .texts(let texts): texts.cells[row].isEmpty ? [""] : texts.cells[row]
    case .numbers(let cube): [cube[row].map { Period(code: $0)?.description ?? shortestString($0) } ?? ""]
    }
  }

  /// Returns an aggregate over the rows of a relation, with an axis for each column it is grouped by.
  mutating func aggregate(
    _ call: AggregateCall, over relation: Relation, by columns: [Int], at range: SourceRange, _ scenario: ScenarioID
  ) -> Cube {
    let table = self.table(relation, in: [scenario], at: range, chances: call.readsChance(of: relation, by: columns))
    let (kept, unknown) = self.rows(of: table, where: call.filter, in: scenario)
    if let filter = call.filter {
      note(filter.range, .countedRows, kept: kept.count, unknown: unknown, of: table.rowCount)
    }
    let surroundings = Surroundings(
      scenario: scenario, table: table, judgedOnly: relation == .targets && call.function == .share)
    let argument = call.argument.map { countable(self.value(of: $0, over: table, surroundings)) }
    let weight = call.weight.map { countable(self.value(of: $0, over: table, in: scenario)) }
    let second = call.second.map { countable(self.value(of: $0, over: table, in: scenario)) }
    let everyRow = Cube(
      axes: [table.axis], values: Array(repeating: 1, count: table.rowCount),
      reasons: Array(repeating: .known, count: table.rowCount))
    let value = argument ?? everyRow
    let grouped = self.groups(of: kept, by: columns, in: table)
    var axes: [Axis] = []
    for (index, column) in columns.enumerated() {
      var labels: [Label] = []
      for group in grouped {
        let label = Label.member(names.member(group.key[index]))
        if !labels.contains(label) { labels.append(label) }
      }
      axes.append(Axis(Dimension(relation.columns[column].heading.english), labels))
    }
    var result = Cube(axes: axes, missing: .outsideData)
    var (known, frame) = (result, result)
    if columns.isEmpty, kept.isEmpty, call.function == .count { result = Cube(0) }
    for group in grouped {
      var point: [Dimension: Label] = [:]
      for (axis, key) in zip(axes, group.key) { point[axis.dimension] = .member(names.member(key)) }
      guard let offset = result.offset(at: point) else { continue }
      let collapsed = Grouping(rows: group.rows).collapse(
        call, value, second: second, weight: weight, axes: [], groupAxes: [], lowerFirst: false)
      result.values[offset] = collapsed.cube.values[0]
      result.reasons[offset] = collapsed.cube.reasons[0]
      known.values[offset] = collapsed.known.values[0]
      known.reasons[offset] = .known
      frame.values[offset] = collapsed.frame.values[0]
      frame.reasons[offset] = .known
    }
    coverages[CoverageKey(range: range, scenario: scenario)] = Coverage(
      known: known, frame: frame, total: (kept.count { value.reasons[$0] == .known }, kept.count), weightShare: nil,
      unknownWeights: Cube(0), droppedUnknown: unknown, collapsed: [.row])
    return result
  }
}
