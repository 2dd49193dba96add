import Evaluation
import Indicators
import Semantics
import Source
import Units

/// How many failed cells of a rule are listed.
private let listedCells = 20
/// How many places of a failed cell are listed.
private let listedPlaces = 6

/// Returns a line for each cell in which a rule fails or cannot be judged.
func failures(_ question: RelationQuestion, _ evaluator: inout Evaluator) -> [Phrase] {
  evaluator.ruleResults(in: question.scenarios).flatMap { result -> [Phrase] in
    let cells = result.failed + result.unknown
    var lines = cells.prefix(listedCells).map { line($0, result, evaluator) }
    if cells.count > listedCells {
      let rest = cells.count - listedCells
      lines.append(Phrase("… and \(rest) more cells", "……另有 \(rest) 处"))
    }
    return lines
  }
}

/// Returns one line about a cell of a rule that did not pass.
package func line(_ cell: RuleResult.Cell, _ result: RuleResult, _ evaluator: Evaluator) -> Phrase {
  let rule = evaluator.program.rules[result.rule]
  let place = cell.point.map(\.text).joined(separator: ", ")
  let scenario = result.scenario == .actual ? nil : WordList.scenario.phrase(result.scenario.word)[evaluator.language]
  let brackets = [place.isEmpty ? nil : place, scenario].compactMap { $0 }.joined(separator: ", ")
  let name = brackets.isEmpty ? rule.name : "\(rule.name)[\(brackets)]"
  guard cell.reason == .known else {
    return Phrase(
      "\(name): unknown, \(cell.reason.explanation.english)", "\(name)：不明，\(cell.reason.explanation.chinese)")
  }
  var english = "\(name): fails"
  var chinese = "\(name)：不通过"
  if let (left, right) = cell.sides, let sides = rule.condition.sides {
    let (first, second) = (amount(left, beside: right, sides.0.type), amount(right, beside: left, sides.1.type))
    english = "\(name): \(first) against \(second)"
    chinese = "\(name)：\(first) 对 \(second)"
  }
  if !cell.places.isEmpty {
    let rest = cell.places.count - listedPlaces
    let shown = cell.places.prefix(listedPlaces)
    english += " (\(shown.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : ""))"
    chinese += "（\(shown.joined(separator: "、"))\(rest > 0 ? " 等 \(cell.places.count) 处" : "")）"
  }
  if cell.footing.isHeld {
    english += "; rests on held values"
    chinese += "；依据沿用值"
  }
  return Phrase(english, chinese)
}

/// Returns a number with its unit, with enough digits to tell it from `other`.
func amount(_ number: Double?, beside other: Double?, _ type: ValueType) -> String {
  guard let number else { return "—" }
  if type.shape == .period { return Period(code: number)?.description ?? "—" }
  var decimals = min(ColumnDigits(for: [number]).decimals, DecimalShape(of: number).shortDecimals)
  if let other, other != number {
    while decimals < 15, decimalString(number, decimals: decimals) == decimalString(other, decimals: decimals) {
      decimals += 1
    }
  }
  let unit = type.unit
  let digits = decimalString(number, decimals: decimals)
  return unit.factors.isEmpty ? digits : unit.nature == .plain ? "\(digits) \(unit.symbol)" : digits + unit.symbol
}
