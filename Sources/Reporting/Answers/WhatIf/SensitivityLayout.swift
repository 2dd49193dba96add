import Evaluation
import Indicators
import Projection
import Semantics
import Source
import Units

/// Returns the answer to `question`: a table for each scenario, the param that moves the value most first.
func sensitivities(_ question: SensitivityQuestion, _ evaluator: inout Evaluator) -> [Block] {
  question.scenarios.map { scenario in
    let title = heading(question.item.heading, in: scenario)
    guard let answer = question.answer(in: scenario, &evaluator) else {
      return Block(.message(Phrase("not varied: see the finding about it", "未分析：见相关提示")), title: title)
    }
    let table = table(answer, question, evaluator)
    let notes = notes(answer, question, scenario, evaluator)
    guard question.form == .tornado else { return Block(.table(table), title: title, notes: notes) }
    guard let chart = tornado(answer, question, evaluator) else {
      evaluator.report(nothingToDraw: .noBase, as: question.form.name, at: question.range)
      return Block(.table(table), title: title, notes: notes)
    }
    let cut = cutNote(chart.rows.count, of: answer.rows.count, Phrase("params", "个参数"))
    return Block(
      .chart(Chart(.tornado(chart), description: chart.words, table: table)), title: title, notes: cut + notes)
  }
}

private func table(_ answer: Sensitivity, _ question: SensitivityQuestion, _ evaluator: Evaluator) -> Table {
  let type = question.item.expression.type
  let (unit, change) = (type.unit.symbol, changeUnit(type.unit).symbol)
  func column(_ heading: Phrase, _ unit: String) -> Column { Column(heading, unit: unit, alignment: .trailing) }
  let columns = [
    Column(Phrase("param", "参数")), Column(Phrase("unit", "单位")), column(Phrase("low", "下调至"), ""),
    column(Phrase("high", "上调至"), ""),
    column(Phrase("at low", "下调结果"), unit), column(Phrase("as it stands", "现值"), unit),
    column(Phrase("at high", "上调结果"), unit), column(Phrase("change at low", "下调影响"), change),
    column(Phrase("change at high", "上调影响"), change), column(Phrase("swing", "变动幅度"), change),
  ]
  let rows = answer.rows.map { row in
    let parameter = evaluator.program.parameters[row.parameter]
    let unit = parameter.value.type.unit.symbol
    let style = NumberStyle(unit: unit, isUnitShown: false)
    func result(_ cell: GridCell) -> Cell { Reporting.cell(cell.number, cell.reason, type) }
    func change(_ cell: GridCell) -> Cell {
      guard let number = cell.number, let base = answer.base.number else {
        return .missing(cell.number == nil ? cell.reason : answer.base.reason)
      }
      return .number(number - base, .change())
    }
    return Row([
      .text(parameter.name), .text(unit), .number(row.places.low, style), .number(row.places.high, style),
      result(row.results.low), result(answer.base), result(row.results.high), change(row.results.low),
      change(row.results.high), row.swing.map { .number($0) } ?? .missing(.undefined),
    ])
  }
  return Table(columns: columns, rows: rows)
}

private func notes(
  _ answer: Sensitivity, _ question: SensitivityQuestion, _ scenario: ScenarioID, _ evaluator: Evaluator
) -> [Phrase] {
  var notes: [Phrase] = []
  func name(_ row: Sensitivity.Row) -> String { evaluator.program.parameters[row.parameter].name }
  func amount(_ value: Double, _ row: Sensitivity.Row) -> String {
    evaluator.amount(value, ofParameter: row.parameter)
  }
  for row in answer.rows {
    if row.isStopped.low {
      notes.append(
        Phrase(
          "\(name(row)) goes down only to \(amount(row.places.low, row)), the end of its range",
          "“\(name(row))”只下调到取值范围的下限 \(amount(row.places.low, row))"))
    }
    if row.isStopped.high {
      notes.append(
        Phrase(
          "\(name(row)) goes up only to \(amount(row.places.high, row)), the end of its range",
          "“\(name(row))”只上调到取值范围的上限 \(amount(row.places.high, row))"))
    }
  }
  let idle = answer.rows.filter { !$0.isReaching }.map(name)
  if !idle.isEmpty {
    notes.append(
      Phrase(
        "\(enumeration(idle).english) \(idle.count == 1 ? "does" : "do") not reach the value",
        "“\(enumeration(idle).chinese)”影响不到该数值"))
  }
  if !question.unfit.isEmpty {
    let hasSteps = question.reaches.contains { if case .step = $0 { true } else { false } }
    let names = question.unfit
    notes.append(
      hasSteps
        ? Phrase(
          "not moved, since the step is not in their unit: \(names.joined(separator: ", "))",
          "步长单位不符，未变动：\(names.joined(separator: "、"))")
        : Phrase(
          "not moved, since they state no range: \(names.joined(separator: ", "))",
          "未声明取值范围，未变动：\(names.joined(separator: "、"))"))
  }
  // A param that is uncertain stands at its median while others move, and moves from there.
  let assumed = question.parameters.filter { evaluator.scenarioSetting(parameter: $0, under: scenario) != nil }
  notes += evaluator.setAsideNotes(assumed, in: scenario)
  return notes + evaluator.uncertaintyNotes(of: question.item.expression, in: scenario, besides: [])
}
