import Evaluation
import Indicators
import Projection
import Semantics
import Source
import Units

/// Returns the answer to `question`: the params and what is compared, as things stand and where the condition holds.
func solution(_ question: SolveQuestion, _ evaluator: inout Evaluator) -> Block {
  let condition = heading(question.conditionText, in: question.scenario)
  guard var seek = GoalSeek(question, &evaluator) else {
    return Block(.message(Phrase("not solved: see the finding about it", "未求解：见相关提示")), title: condition)
  }
  let solution = seek.solution()
  if let samples = seek.samplesWhenEnded {
    evaluator.report(trialsEndedAt: samples)
    return Block(.message(Phrase("not solved: ended before", "未求解：中途结束")), title: condition)
  }
  let layout = SolutionLayout(question: question, solution: solution)
  let status = layout.status
  let title = Phrase("\(condition.english): \(status.english)", "\(condition.chinese)：\(status.chinese)")
  if case .unknown(let reason) = solution.status {
    let sentence = Phrase(
      "nowhere known whether the condition holds: \(reason.explanation.english)",
      "条件成立与否处处不明：\(reason.explanation.chinese)")
    return Block(.message(sentence), title: title, notes: layout.notes(evaluator))
  }
  return Block(.table(layout.table(evaluator)), title: title, notes: layout.notes(evaluator))
}

/// The table of a goal seek and what is said beneath it.
struct SolutionLayout {
  let question: SolveQuestion
  let solution: GoalSolution

  /// How the search ended, in words.
  var status: Phrase {
    switch solution.status {
    case .metAlready: Phrase("met already", "已经成立")
    case .solved: Phrase("solved", "已求得")
    case .impossible: Phrase("cannot be met", "无法达到")
    case .unknown: Phrase("unknown", "不明")
    }
  }

  /// The heading of the values found; nil where they are those as things stand.
  private var foundHeading: Phrase? {
    switch solution.status {
    case .solved: Phrase("solution", "求得")
    case .impossible: Phrase("nearest", "最接近")
    case .metAlready, .unknown: nil
    }
  }

  /// Returns the table: a row for each param, and one for each side of a comparison that is no literal.
  func table(_ evaluator: Evaluator) -> Table {
    func numbers(_ heading: Phrase) -> Column { Column(heading, alignment: .trailing) }
    var columns = [Column(Phrase("", "")), Column(Phrase("unit", "单位")), numbers(Phrase("as it stands", "现值"))]
    if let foundHeading { columns.append(numbers(foundHeading)) }
    if !solution.comparisons.isEmpty {
      columns.append(numbers(Phrase("asked", "要求")))
      columns += solution.movers.map { mover in
        let parameter = evaluator.program.parameters[mover.parameter]
        let unit = written(1, changeUnit(parameter.value.type.unit))
        return numbers(Phrase("per \(unit) of \(parameter.name)", "\(parameter.name)每 \(unit)"))
      }
    }
    var rows = solution.movers.map { row(of: $0, evaluator) }
    for (left, right) in solution.comparisons {
      if !left.expression.isLiteral { rows.append(row(of: left, against: right, evaluator)) }
      if !right.expression.isLiteral { rows.append(row(of: right, against: left, evaluator)) }
    }
    return Table(columns: columns, rows: rows)
  }

  private func row(of mover: GoalSolution.Mover, _ evaluator: Evaluator) -> Row {
    let parameter = evaluator.program.parameters[mover.parameter]
    let unit = parameter.value.type.unit.symbol
    let cells: [Cell] = [
      .text(parameter.name), .text(unit), .number(mover.present, NumberStyle(unit: unit, isUnitShown: false)),
    ]
    guard foundHeading != nil else { return Row(cells) }
    return Row(
      cells + [.number(mover.value, NumberStyle(decimals: mover.decimals, unit: unit, isUnitShown: false))])
  }

  private func row(of side: GoalSolution.Side, against other: GoalSolution.Side, _ evaluator: Evaluator) -> Row {
    let type = side.expression.type
    let unit = type.unit.symbol
    func style(_ decimals: Int? = nil) -> NumberStyle {
      NumberStyle(decimals: decimals, unit: unit, isUnitShown: false)
    }
    var cells: [Cell] = [
      .text(evaluator.text(side.expression.range)), .text(unit),
      cell(side.present.value, side.present.reason, type, style: style()),
    ]
    // What is just missed must not print as if it were met.
    var decimals: Int?
    if case .impossible = solution.status, let reached = side.reached.value, let asked = other.reached.value {
      decimals = digitsApart(reached, asked)
    }
    if foundHeading != nil {
      cells.append(cell(side.reached.value, side.reached.reason, type, style: style(decimals)))
    }
    cells.append(cell(other.reached.value, other.reached.reason, type, style: style()))
    let change = changeUnit(type.unit).symbol
    cells += side.slopes.map { slope in
      slope.map { .number($0, NumberStyle(unit: change, isUnitShown: change != unit)) } ?? .missing(.undefined)
    }
    return Row(cells)
  }

  /// Returns how many digits tell two different numbers apart where few do not; nil where few do.
  private func digitsApart(_ first: Double, _ second: Double) -> Int? {
    let few = DecimalShape(of: first).shortDecimals
    guard first != second, decimalString(first, decimals: few) == decimalString(second, decimals: few) else {
      return nil
    }
    return (few...15).first { decimalString(first, decimals: $0) != decimalString(second, decimals: $0) }
  }
}

extension CheckedExpression {
  /// Whether the expression is a number that is written.
  fileprivate var isLiteral: Bool {
    switch form {
    case .number: true
    case .negative(let inner), .converted(let inner, _), .selection(let inner, _): inner.isLiteral
    default: false
    }
  }
}
