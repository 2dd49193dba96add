import Indicators
import Semantics
import Source

/// What a stretch of a text comes to.
package struct PrintedPiece: Sendable {
  /// What is printed.
  package var text: String
  /// The number in it, where it is one.
  package var number: PrintedNumber?
}

extension Evaluator {
  /// Returns a text with the values in its braces printed; each must be one cell.
  package mutating func plainText(_ pieces: [TextPiece], in scenario: ScenarioID) -> String {
    plainText(pieces, Surroundings(scenario: scenario))
  }

  mutating func plainText(_ pieces: [TextPiece], _ surroundings: Surroundings) -> String {
    pieces.map { printed($0, surroundings).text }.joined()
  }

  /// Returns what `piece` comes to in `scenario`.
  package mutating func printed(_ piece: TextPiece, in scenario: ScenarioID) -> PrintedPiece {
    printed(piece, Surroundings(scenario: scenario))
  }

  private mutating func printed(_ piece: TextPiece, _ surroundings: Surroundings) -> PrintedPiece {
    switch piece {
    case .characters(let characters): return PrintedPiece(text: characters)
    case .value(let expression, let format):
      switch value(of: expression, surroundings) {
      case .texts(let texts):
        guard texts.cells.count == 1 else { return several(texts.cells.count, at: expression.range) }
        return PrintedPiece(text: list(texts.cells[0], expression.type, format))
      case .numbers(let cube):
        if cube.count > 1 { return several(cube.count, at: expression.range) }
        guard cube.count == 1, let number = cube[0] else {
          return PrintedPiece(text: missing(cube.count == 1 ? cube.reasons[0] : .outsideData, expression.type, format))
        }
        var printed = printed(number, expression.type, format)
        let remark = remark(of: expression, surroundings.scenario)
        printed.text += remark?[format.language ?? language] ?? ""
        return printed
      }
    }
  }

  /// Returns what is to be said of the one value of `expression` behind it, as a sign does in a table.
  private mutating func remark(of expression: CheckedExpression, _ scenario: ScenarioID) -> Phrase? {
    guard !possibleFooting(of: expression, scenario).isDisjoint(with: [.held, .provisional]) else { return nil }
    let footings = footing(of: expression, scenario)
    return (0..<footings.count).reduce(into: Footing()) { $0.formUnion(footings.footing(at: $1)) }.remark
  }

  private mutating func several(_ count: Int, at range: SourceRange) -> PrintedPiece {
    report(EvaluationProblem.severalCells(count).diagnostic(at: range))
    return PrintedPiece(text: "…")
  }

  private func list(_ words: [String], _ type: ValueType, _ format: TextFormat) -> String {
    let language = format.language ?? self.language
    guard case .text(let vocabulary) = type.shape else { return printedList(words, format, language: language) }
    switch vocabulary {
    case .fixed(let list): return printedList(words.map { list.phrase($0)[language] }, format, language: language)
    case .scenarios:
      return printedList(words.map { WordList.scenario.phrase($0)[language] }, format, language: language)
    case .free, .dimension, .owners, .attributes, .groups, .items, .indicators, .sheets, .ordered:
      return printedList(words, format, language: language)
    }
  }

  private func missing(_ reason: MissingReason, _ type: ValueType, _ format: TextFormat) -> String {
    let language = format.language ?? self.language
    return type.shape == .truth ? Phrase("unknown", "不明")[language] : reason.mark[language]
  }

  private func printed(_ number: Double, _ type: ValueType, _ format: TextFormat) -> PrintedPiece {
    let undefined = MissingReason.undefined.mark[language]
    switch type.shape {
    case .truth: return PrintedPiece(text: (number != 0 ? Phrase("yes", "是") : Phrase("no", "否"))[language])
    case .period: return PrintedPiece(text: Period(code: number)?.description ?? undefined)
    case .text(.ordered(let words)):
      let word = Int(exactly: number).flatMap { words.indices.contains($0) ? words[$0] : nil }
      return PrintedPiece(text: word ?? undefined)
    case .number, .flexible, .mixed, .several, .text, .invalid:
      guard number.isFinite else { return PrintedPiece(text: undefined) }
      let printed = PrintedNumber(number, in: type.unit, format, language: language)
      return PrintedPiece(text: printed.text, number: printed)
    }
  }
}
