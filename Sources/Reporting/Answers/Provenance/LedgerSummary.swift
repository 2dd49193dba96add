import Evaluation
import Semantics
import Source

/// Returns what became of the rows of each sheet, over all statements.
func ledgerSummary(_ evaluator: inout Evaluator) -> Block {
  let title = Phrase("what became of the rows", "数据行的去向")
  let entries = evaluator.ledgerSource?(&evaluator) ?? []
  var sheets: [String] = []
  var sums: [String: (input: Int, used: Int, lost: [LedgerCause: Int])] = [:]
  for entry in entries {
    if sums[entry.sheet] == nil { sheets.append(entry.sheet) }
    var sum = sums[entry.sheet] ?? (0, 0, [:])
    sum.input += entry.input
    sum.used += entry.used
    sum.lost.merge(entry.lost, uniquingKeysWith: +)
    sums[entry.sheet] = sum
  }
  if sheets.isEmpty {
    return Block(.message(Phrase("no statement reads rows of a sheet", "没有语句用到表中的行")), title: title)
  }
  let causes = LedgerCause.allCases.filter { cause in sums.values.contains { $0.lost[cause] != nil } }
  func number(_ heading: Phrase) -> Column { Column(heading, alignment: .trailing) }
  let columns =
    [Column(Phrase("sheet", "表")), number(Phrase("rows in", "输入行数")), number(Phrase("used", "已用"))]
    + causes.map { number(Phrase(words($0.name.english), $0.name.chinese)) }
  let rows = sheets.map { sheet in
    let sum = sums[sheet] ?? (0, 0, [:])
    return Row(
      [.text(sheet), .number(Double(sum.input)), .number(Double(sum.used))]
        + causes.map { .number(Double(sum.lost[$0] ?? 0)) })
  }
  return Block(
    .table(Table(columns: columns, rows: rows)), title: title,
    notes: [
      Phrase(
        "a row counts once in each statement that its indicator stands in; show ledger lists the statements",
        "一行在每条用到其指标的语句中各计一次；“展示 台账”可逐条列出")
    ])
}

private func words(_ identifier: String) -> String { String(identifier.map { $0 == "_" ? " " : $0 }) }
