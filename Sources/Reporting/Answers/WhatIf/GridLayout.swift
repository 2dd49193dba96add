import Evaluation
import Indicators
import Projection
import Semantics
import Source

/// Returns the answer to `question`: a row for each value of the first param, and a column for each of the second.
func grid(_ question: TabulateQuestion, _ evaluator: inout Evaluator) -> Block {
  let title = heading(question.item.heading, in: question.scenario)
  guard let cells = question.answer(&evaluator) else {
    return Block(.message(Phrase("not tabulated: see the finding about it", "未试算：见相关提示")), title: title)
  }
  let type = question.item.expression.type
  let parameters = question.axes.map { evaluator.program.parameters[$0.parameter] }
  let unit = type.unit.symbol
  let alignment: Column.Alignment = type.shape == .truth ? .leading : .trailing
  var columns = [
    Column(name: parameters[0].name, unit: parameters[0].value.type.unit.symbol, alignment: .trailing)
  ]
  if question.axes.count > 1 {
    columns += question.axes[1].values.map { value in
      let place = "\(parameters[1].name) \(evaluator.amount(value, ofParameter: question.axes[1].parameter))"
      return Column(name: place, unit: unit, alignment: alignment)
    }
  } else {
    columns.append(Column(name: question.item.heading, unit: unit, alignment: alignment))
  }
  let rows = zip(question.axes[0].values, cells).map { value, line in
    Row([.number(value)] + line.map { cell($0.number, $0.reason, type) })
  }
  let positions = question.axes.map(\.parameter)
  var notes = evaluator.setAsideNotes(positions, in: question.scenario)
  notes += evaluator.uncertaintyNotes(of: question.item.expression, in: question.scenario, besides: positions)
  for axis in question.axes {
    guard let beyond = axis.beyond, let last = axis.values.last else { continue }
    let name = evaluator.program.parameters[axis.parameter].name
    let (end, asked) = (
      evaluator.amount(last, ofParameter: axis.parameter), evaluator.amount(beyond, ofParameter: axis.parameter)
    )
    notes.append(
      Phrase("\(name) ends at \(end), since no step ends at \(asked)", "“\(name)”止于 \(end)，因步长到不了 \(asked)"))
  }
  return Block(.table(Table(columns: columns, rows: rows)), title: title, notes: notes)
}
