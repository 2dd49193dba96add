import Evaluation
import Indicators
import Semantics
import Source
import Units

/// Returns the rows of a relation as a table.
func rows(_ question: RelationQuestion, _ evaluator: inout Evaluator) -> Block {
  let table = evaluator.table(question.relation, in: question.scenarios, at: question.range)
  let (kept, unknown) = evaluator.rows(of: table, where: question.filter, in: question.scenarios[0])
  var sorted = sort(kept, by: question.order, table, question.scenarios[0], &evaluator)
  let count = sorted.count
  if let top = question.top { sorted = Array(sorted.prefix(top)) }
  var columns =
    question.columns.isEmpty
    ? question.relation.shownColumns(isAsOf: question.asOf != nil) : question.columns
  if question.columns.isEmpty, question.scenarios.count > 1 {
    switch question.relation {
    case .targets: columns.append(TargetColumn.scenario.rawValue)
    case .assumptions: columns.insert(AssumptionColumn.scenario.rawValue, at: 0)
    case .rules, .conflicts, .data, .indicators, .cells, .ledger: break
    }
  }
  if question.columns.isEmpty {
    let optional = question.relation.shownWhereFilled.filter { isFilled($0, sorted, table) }
    columns.insert(contentsOf: optional, at: min(1, columns.count))
    columns.removeAll { question.relation.hiddenWhereEmpty.contains($0) && !isFilled($0, sorted, table) }
  }
  if question.columns.isEmpty, let chance = question.relation.column(named: "chance"),
    hasNumber(chance, sorted, table), let place = question.relation.column(named: "status").flatMap(columns.firstIndex)
  {
    columns.insert(chance, at: place + 1)
  }
  if question.columns.isEmpty, question.relation == .targets, question.asOf == nil, hasBasis(sorted, table),
    let place = columns.firstIndex(of: TargetColumn.period.rawValue)
  {
    columns.insert(TargetColumn.basis.rawValue, at: place + 1)
  }
  let definitions = question.relation.columns
  let showsUnits = question.relation.unitColumn.map(columns.contains) ?? false
  let result = Table(
    columns: columns.map { column in
      let definition = definitions[column]
      return Column(
        definition.heading, unit: definition.shownUnit(in: question.relation, column),
        alignment: definition.isText ? .leading : .trailing)
    },
    rows: sorted.map { row in
      Row(columns.map { relationCell(row, $0, table, question.relation, showsUnits: showsUnits) })
    })
  var notes = filterNotes(question, kept: kept.count, of: table.rowCount, unknown: unknown)
  if count > sorted.count {
    notes.append(Phrase("the first \(sorted.count) of \(count) rows", "共 \(count) 行，列出前 \(sorted.count) 行"))
  }
  if question.relation == .conflicts { notes += evaluator.unjudgedTotals() }
  if columns.contains(TargetColumn.light.rawValue), question.relation == .targets, question.asOf != nil {
    notes.append(lightNote)
  }
  if question.relation == .targets, columns.contains(TargetColumn.chance.rawValue) {
    notes += chanceNotes(ofTargets: sorted, in: question.scenarios, isNamed: question.scenarios.count > 1, &evaluator)
  }
  if question.relation == .rules { notes += failures(question, &evaluator) }
  if question.relation == .assumptions { notes += assumptionNotes(question, sorted, &evaluator) }
  let block = Block(.table(result), title: title(question), notes: notes)
  return question.form == .bullet ? bullets(question, sorted, instead: block, &evaluator) : block
}

/// Returns what stands above the answer about a relation.
func title(_ question: RelationQuestion) -> Phrase {
  if let asOf = question.asOf {
    let plain = title(of: question.relation, in: question.scenarios)
    return Phrase("\(plain.english) as of \(asOf)", "\(plain.chinese)（截至 \(asOf)）")
  }
  return title(of: question.relation, in: question.scenarios)
}

/// What the lights of targets mean, as the note under a table says it.
let lightNote: Phrase = {
  func bound(_ light: Light) -> String { "\(shortestString(light.bound))%" }
  return Phrase(
    "light: green from \(bound(.green)) of what is due by then, yellow from \(bound(.yellow)), red below; "
      + "on track: share and elapsed differ by less than 0.05pp",
    "亮灯：达到应完成量的 \(bound(.green)) 为绿灯，达到 \(bound(.yellow)) 为黄灯，不足为红灯；"
      + "完成比例与时间进度相差不足 0.05 个百分点为符合时序")
}()

private func title(of relation: Relation, in scenarios: [ScenarioID]) -> Phrase {
  if scenarios == [.actual] { return relation.name }
  let names = scenarios.map(\.heading)
  return Phrase(
    "\(relation.name.english) under \(names.map(\.english).joined(separator: ", "))",
    "\(relation.name.chinese)（\(names.map(\.chinese).joined(separator: "、"))情景）")
}

/// Returns what a filter left out.
func filterNotes(_ question: RelationQuestion, kept: Int, of count: Int, unknown: Int) -> [Phrase] {
  guard question.filter != nil else { return [] }
  var note = Phrase("\(kept) of \(count) rows", "\(count) 行中的 \(kept) 行")
  if unknown > 0 {
    note = Phrase(
      "\(note.english); for \(unknown) the condition is unknown", "\(note.chinese)；另有 \(unknown) 行条件不明")
  }
  return [note]
}

private func isFilled(_ column: Int, _ rows: [Int], _ table: RelationTable) -> Bool {
  switch table.columns[column] {
  case .texts(let texts): rows.contains { !texts.cells[$0].isEmpty }
  case .numbers(let cube): rows.contains { cube.reasons[$0] != .notApplicable }
  }
}

private func hasNumber(_ column: Int, _ rows: [Int], _ table: RelationTable) -> Bool {
  guard case .numbers(let cube) = table.columns[column] else { return false }
  return rows.contains { cube[$0] != nil }
}

/// Returns whether the value of any row was made of several, or is one of several.
private func hasBasis(_ rows: [Int], _ table: RelationTable) -> Bool {
  guard case .texts(let bases) = table.columns[TargetColumn.basis.rawValue],
    case .texts(let statuses) = table.columns[TargetColumn.status.rawValue]
  else { return false }
  return rows.contains { !bases.cells[$0].isEmpty && statuses.cells[$0] != ["unknown"] }
}

/// Returns `rows` in the order of the keys: stable, missing last.
func sort(
  _ rows: [Int], by keys: [ValueQuestion.Order], _ table: RelationTable, _ scenario: ScenarioID,
  _ evaluator: inout Evaluator
) -> [Int] {
  let values = keys.map { key in
    (
      value: evaluator.value(of: key.expression, over: table, in: scenario), isDescending: key.isDescending,
      list: key.expression.type.wordList
    )
  }
  return rows.enumerated().sorted { first, second in
    for (value, isDescending, list) in values {
      if let isBefore = precedes(value, first.element, second.element, isDescending, list: list) { return isBefore }
    }
    return first.offset < second.offset
  }.map(\.element)
}

/// Returns whether the cell at `first` comes before that at `second`, or nil where they are equal.
///
/// Words of a fixed list stand in its order.
func precedes(
  _ value: Value, _ first: Int, _ second: Int, _ isDescending: Bool, list: WordList? = nil
) -> Bool? {
  switch value {
  case .numbers(let cube):
    switch (cube[first], cube[second]) {
    case (nil, nil): return nil
    case (nil, _): return false
    case (_, nil): return true
    case (let one?, let other?): return one == other ? nil : isDescending ? one > other : one < other
    }
  case .texts(let texts):
    let (one, other) = (texts.cells[first].joined(separator: "、"), texts.cells[second].joined(separator: "、"))
    if one == other { return nil }
    if one.isEmpty || other.isEmpty { return other.isEmpty }
    if let list, let place = list.position(of: one), let otherPlace = list.position(of: other) {
      return isDescending ? place > otherPlace : place < otherPlace
    }
    return isDescending ? one > other : one < other
  }
}

extension ValueType {
  /// The fixed list that the value's words are of.
  fileprivate var wordList: WordList? {
    if case .text(.fixed(let list)) = shape { list } else { nil }
  }
}

extension Relation {
  /// The columns that a question without columns shows behind the first where any row has them.
  fileprivate var shownWhereFilled: [Int] {
    switch self {
    case .targets: [TargetColumn.region.rawValue]
    case .cells: CellColumn.shownWhereFilled.map(\.rawValue)
    case .rules, .conflicts, .data, .ledger, .indicators, .assumptions: []
    }
  }

  /// The columns of its own choice that a question leaves out where no row has them.
  fileprivate var hiddenWhereEmpty: [Int] {
    self == .assumptions ? AssumptionColumn.hiddenWhereEmpty.map(\.rawValue) : []
  }

  /// The column with the units of numbers whose rows have units of their own.
  fileprivate var unitColumn: Int? {
    switch self {
    case .targets: TargetColumn.unit.rawValue
    case .cells: CellColumn.unit.rawValue
    case .assumptions: AssumptionColumn.unit.rawValue
    case .rules, .conflicts, .data, .ledger, .indicators: nil
    }
  }
}
