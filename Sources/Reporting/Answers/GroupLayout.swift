import Evaluation
import Indicators
import Semantics
import Source
import Units

/// Returns one row for each group of a relation's rows: how many there are, and how many of each status or class.
func groups(_ question: RelationQuestion, _ evaluator: inout Evaluator) -> Block {
  let table = evaluator.table(question.relation, in: question.scenarios, at: question.range)
  let (kept, unknown) = evaluator.rows(of: table, where: question.filter, in: question.scenarios[0])
  let sorted = sort(kept, by: question.order, table, question.scenarios[0], &evaluator)
  let grouped = evaluator.groups(of: sorted, by: question.by, in: table)
  let counts = GroupCounts(question.relation, table, isAsOf: question.asOf != nil)
  var columns = question.by.map { column in
    Column(question.relation.columns[column].heading, alignment: .leading)
  }
  columns.append(Column(Phrase("rows", "条数"), alignment: .trailing))
  columns += counts.headings(of: kept)
  let isUncertain = question.relation == .targets && question.scenarios.count == 1 && hasChance(kept, table)
  if isUncertain { columns.append(Column(Phrase("chance all met", "全部达标概率"), unit: "%", alignment: .trailing)) }
  func chance(_ rows: [Int]) -> [Cell] {
    isUncertain ? [jointChance(rows, question.scenarios, &evaluator)] : []
  }
  let shown = question.top.map { Array(grouped.prefix($0)) } ?? grouped
  var rows = shown.map { group in
    Row(
      keyCells(group.key, question) + [.number(Double(group.rows.count))] + counts.cells(of: group.rows, in: kept)
        + chance(group.rows))
  }
  // Rows of several responsible units stand in several groups, and count once here.
  let label: [Cell] = [.phrase(Phrase("total", "合计"))] + Array(repeating: .empty, count: question.by.count - 1)
  rows.append(
    Row(label + [.number(Double(kept.count))] + counts.cells(of: kept, in: kept) + chance(kept), kind: .total))
  var notes = filterNotes(question, kept: kept.count, of: table.rowCount, unknown: unknown)
  if grouped.reduce(0, { $0 + $1.rows.count }) > kept.count {
    let row = question.relation == .targets ? "目标" : "行"
    notes.append(
      Phrase(
        "a row with several owners counts under each of them and once in the total",
        "多个责任单位的\(row)在各单位下分别计数，合计只计一次"))
  }
  if shown.count < grouped.count {
    notes.append(
      Phrase("the first \(shown.count) of \(grouped.count) groups", "共 \(grouped.count) 组，列出前 \(shown.count) 组"))
  }
  if question.relation == .targets, let note = counts.shareNote(of: kept) { notes.append(note) }
  if isUncertain {
    notes += chanceNotes(ofTargets: kept, in: question.scenarios, isNamed: false, &evaluator)
  }
  if question.relation == .targets, question.asOf != nil { notes.append(lightNote) }
  return Block(.table(Table(columns: columns, rows: rows)), title: title(question), notes: notes)
}

private func keyCells(_ key: [String], _ question: RelationQuestion) -> [Cell] {
  zip(key, question.by).map { word, column in
    if word.isEmpty { return .phrase(Phrase("(none)", "（无）")) }
    guard case .text(let vocabulary) = question.relation.columns[column].shape else { return .text(word) }
    return cell([word], vocabulary)
  }
}

/// What is counted in a group.
private struct GroupCounts {
  private let relation: Relation
  private let words: WordList
  private let statuses: [[String]]
  private let met: Cube?
  private let retreats: Cube?
  /// The lights of targets that are judged as of a period.
  private let lights: [[String]]?

  init(_ relation: Relation, _ table: RelationTable, isAsOf: Bool) {
    self.relation = relation
    func texts(_ column: Int) -> [[String]] {
      if case .texts(let texts) = table.columns[column] { texts.cells } else { [] }
    }
    func numbers(_ column: Int) -> Cube? {
      if case .numbers(let cube) = table.columns[column] { cube } else { nil }
    }
    switch relation {
    case .targets:
      words = .status
      statuses = texts(TargetColumn.status.rawValue)
      met = numbers(TargetColumn.metAlready.rawValue)
      retreats = numbers(TargetColumn.retreat.rawValue)
      lights = isAsOf ? texts(TargetColumn.light.rawValue) : nil
      return
    case .rules:
      words = .verdict
      statuses = texts(RuleColumn.status.rawValue)
    case .conflicts:
      words = .conflict
      statuses = texts(ConflictColumn.kind.rawValue)
    case .data:
      words = .note
      statuses = texts(DataColumn.kind.rawValue)
    case .indicators:
      words = .kind
      statuses = texts(IndicatorColumn.kind.rawValue)
    case .cells:
      words = .reason
      statuses = texts(CellColumn.reason.rawValue)
    case .ledger:
      words = .cause
      statuses = texts(LedgerColumn.cause.rawValue)
    case .assumptions:
      words = .assumption
      statuses = texts(AssumptionColumn.state.rawValue)
    }
    met = nil
    retreats = nil
    lights = nil
  }

  /// The words of the lights, and what has none.
  private static let lightHeadings = WordList.light.words + [Phrase("no light", "不亮灯")]

  /// Returns how many of `rows` have each light, and how many none.
  private func lightCounts(_ rows: [Int], _ lights: [[String]]) -> [Cell] {
    let counts = WordList.light.words.map { word in rows.count { lights[$0].contains(word.english) } }
    return (counts + [rows.count { lights[$0].isEmpty }]).map { .number(Double($0)) }
  }

  /// The statuses that occur among `rows`, in the order of the word list.
  private func occurring(_ rows: [Int]) -> [Phrase] {
    words.words.filter { word in rows.contains { statuses[$0].contains(word.english) } }
  }

  func headings(of rows: [Int]) -> [Column] {
    var headings = occurring(rows)
    if lights != nil {
      headings += Self.lightHeadings
    } else if relation == .targets {
      headings += [Phrase("met already", "现值已达标"), Phrase("retreat", "低于上年")]
    }
    var columns = headings.map { Column($0, alignment: .trailing) }
    if hasJudged(rows) { columns.append(Column(Phrase("share met", "达标率"), unit: "%", alignment: .trailing)) }
    return columns
  }

  func cells(of rows: [Int], in all: [Int]) -> [Cell] {
    var cells: [Cell] = occurring(all).map { word in
      .number(Double(rows.count { statuses[$0].contains(word.english) }))
    }
    if let lights {
      cells += lightCounts(rows, lights)
    } else if relation == .targets {
      cells.append(.number(Double(rows.count { isMetAlready($0) })))
      cells.append(.number(Double(rows.count { retreats?[$0] == 1 })))
    }
    if hasJudged(all) {
      let (met, judged) = judgedCounts(rows)
      cells.append(
        judged == 0
          ? .empty : .number(Double(met) / Double(judged) * 100, NumberStyle(decimals: 1)))
    }
    return cells
  }

  func shareNote(of rows: [Int]) -> Phrase? {
    let (met, judged) = judgedCounts(rows)
    guard judged > 0 else { return nil }
    return Phrase(
      "share met: \(met) of \(judged) targets that can be judged", "达标率：可判定的 \(judged) 个目标中达标 \(met) 个")
  }

  private func hasJudged(_ rows: [Int]) -> Bool {
    relation == .targets && judgedCounts(rows).judged > 0
  }

  private func judgedCounts(_ rows: [Int]) -> (met: Int, judged: Int) {
    let met = rows.count { statuses[$0].contains("met") }
    return (met, met + rows.count { statuses[$0].contains("missed") })
  }

  /// Whether a target that cannot be judged yet is met by the latest value.
  private func isMetAlready(_ row: Int) -> Bool {
    statuses[row].contains("pending") && met?[row] == 1
  }
}
