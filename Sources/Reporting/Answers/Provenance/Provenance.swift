import Evaluation
import Indicators
import Semantics
import Source

/// Returns what a report ends with: its files with their digests, the settings, what its scenarios assume, what became of
/// the rows of its sheets, and where these contradict each other.
package func provenance(_ source: ProvenanceSource, _ evaluator: inout Evaluator) -> Block {
  let scenarios = evaluator.program.scenariosUsed.filter(\.isDeclared)
  var blocks = [fileTable(source, evaluator), settingTable(source, &evaluator)]
  if !scenarios.isEmpty {
    let asked = evaluator.program.questions.filter { $0.scenarios.contains(where: scenarios.contains) }
    let summary = AssumptionSummary(expressions: asked.flatMap(\.expressions), scenarios: scenarios)
    blocks.append(summary.block(&evaluator))
  }
  blocks.append(ledgerSummary(&evaluator))
  blocks.append(conflictTable(&evaluator))
  return Block(.section(Section(.provenance, blocks)), title: Phrase("Provenance", "数据与口径"))
}

private func fileTable(_ source: ProvenanceSource, _ evaluator: Evaluator) -> Block {
  let sheets = Dictionary(evaluator.catalogue.sheets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  let rows = source.files.map { file in
    Row([
      .text(file.path), file.sheet.map(Cell.text) ?? .phrase(Phrase("script", "脚本")),
      file.sheet.flatMap { sheets[$0] }.map { .number(Double($0.observations.count)) } ?? .empty, .text(file.digest),
    ])
  }
  let columns = [
    Column(Phrase("file", "文件")), Column(Phrase("read as", "读作")),
    Column(Phrase("cells", "数据格"), alignment: .trailing), Column(Phrase("SHA-256", "SHA-256")),
  ]
  return Block(.table(Table(columns: columns, rows: rows)), title: Phrase("files", "文件"))
}

private func settingTable(_ source: ProvenanceSource, _ evaluator: inout Evaluator) -> Block {
  var rows: [Row] = []
  func add(_ name: Phrase, _ value: Cell) { rows.append(Row([.phrase(name), value])) }
  for last in evaluator.catalogue.lastPeriods {
    add(Phrase("data reach to", "数据截至"), .text(last.description))
  }
  for period in Set(evaluator.program.questions.compactMap(\.asOf)).sorted() {
    add(Phrase("judged as of", "评判时点"), .text(period.description))
  }
  if !evaluator.hasUncertainty() {
    add(Phrase("samples", "样本数"), .phrase(Phrase("none: nothing is uncertain", "无（没有不确定的数）")))
  } else {
    add(Phrase("samples", "样本数"), .text(groupedDigits(evaluator.sampling.count)))
    add(Phrase("seed", "随机种子"), .text(String(evaluator.sampling.seed)))
  }
  for (name, value) in source.settings {
    add(Phrase("set on the command line: \(name)", "命令行设定：\(name)"), .text(value))
  }
  let columns = [Column(Phrase("setting", "设置")), Column(Phrase("value", "取值"))]
  return Block(.table(Table(columns: columns, rows: rows)), title: Phrase("settings", "设置"))
}

private func conflictTable(_ evaluator: inout Evaluator) -> Block {
  var block = rows(RelationQuestion(of: .conflicts), &evaluator)
  if case .table(let table) = block.content, table.rows.isEmpty {
    block.content = .message(Phrase("the sheets do not contradict each other", "各表之间没有矛盾"))
  }
  return block
}
