import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Returns a text with the values in its braces printed; each must be one cell.
  package mutating func plainText(_ pieces: [TextPiece], in scenario: ScenarioID) -> String {
    plainText(pieces, Surroundings(scenario: scenario))
  }

  mutating func plainText(_ pieces: [TextPiece], _ surroundings: Surroundings) -> String {
    printed(pieces, surroundings).map(\.text).joined()
  }

  /// Returns a text with the values in its braces printed and kept apart; each must be one cell.
  package mutating func printedPieces(_ pieces: [TextPiece], in scenario: ScenarioID) -> [PrintedPiece] {
    printed(pieces, Surroundings(scenario: scenario))
  }

  private mutating func printed(_ pieces: [TextPiece], _ surroundings: Surroundings) -> [PrintedPiece] {
    pieces.map { piece in
      switch piece {
      case .characters(let characters): .written(characters)
      case .value(let expression): .value(printed(expression, surroundings))
      }
    }
  }

  private mutating func printed(_ expression: CheckedExpression, _ surroundings: Surroundings) -> String {
    switch value(of: expression, surroundings) {
    case .texts(let texts):
      guard texts.cells.count == 1 else {
        report(EvaluationProblem.severalCells(texts.cells.count).diagnostic(at: expression.range))
        return "…"
      }
      return texts.cells[0].joined(separator: "、")
    case .numbers(let cube):
      guard cube.count == 1 else {
        report(EvaluationProblem.severalCells(cube.count).diagnostic(at: expression.range))
        return "…"
      }
      guard let number = cube[0] else { return "—" }
      if expression.type.shape == .period { return Period(code: number)?.description ?? "—" }
      if case .text(.ordered(let words)) = expression.type.shape {
        return Int(exactly: number).flatMap { words.indices.contains($0) ? words[$0] : nil } ?? "—"
      }
      if expression.type.shape == .truth { return number != 0 ? truthWord.0 : truthWord.1 }
      let unit = expression.type.unit
      let short = significantDecimal(number, digits: 12)
      let digits = shortestString(short == number ? number : significantDecimal(number, digits: 5))
      return unit.nature == .plain && !unit.factors.isEmpty ? "\(digits) \(unit.symbol)" : digits + unit.symbol
    }
  }

  private var truthWord: (String, String) {
    language == .chinese ? ("是", "否") : ("yes", "no")
  }
}
