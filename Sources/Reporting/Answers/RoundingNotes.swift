import Evaluation
import Semantics
import Source
import Units

/// Says of which totals that `texts` print the rounded parts, as printed there or in `companions`, do not add up to them.
func roundingNotes(
  _ texts: [TextPiece], beside companions: [TextPiece], _ evaluator: inout Evaluator
) -> [Phrase] {
  var numbers: [PrintedTerm: PrintedValue] = [:]
  for case .value(let expression, let format) in companions {
    guard let term = expression.printedTerm, numbers[term] == nil else { continue }
    numbers[term] = PrintedValue(expression, format, &evaluator)
  }
  let printed = Set(numbers.keys)
  var notes: [Phrase] = []
  for case .value(let expression, let format) in texts {
    guard let terms = expression.terms(of: evaluator.program, among: printed), terms.count > 1,
      let total = PrintedValue(expression, format, &evaluator)
    else { continue }
    let parts = terms.compactMap { term in numbers[term.term].map { (sign: term.sign, value: $0) } }
    guard parts.count == terms.count, !total.isSum(ofPrinted: parts), total.isSum(of: parts) else { continue }
    let names = enumeration(parts.map(\.value.name))
    let note = Phrase(
      "because of rounding, the parts (\(names.english)) do not add up to \(total.name)",
      "因四舍五入，分项（\(names.chinese)）之和与合计（\(total.name)）不等")
    if !notes.contains(note) { notes.append(note) }
  }
  return notes
}

/// A number that a text prints.
private struct PrintedValue {
  /// How it is written in the brace.
  let name: String
  private let exact: Double
  private let printed: PrintedNumber
  private let unit: MeasurementUnit

  /// Prints `expression` as the text does; nil where it is no known number.
  init?(_ expression: CheckedExpression, _ format: TextFormat, _ evaluator: inout Evaluator) {
    guard case .number(let unit) = expression.type.shape,
      let exact = evaluator.singleCell(of: expression, in: .actual)?.number,
      let printed = evaluator.printed(.value(expression, format), in: .actual).number
    else { return nil }
    name = evaluator.text(expression.range)
    (self.exact, self.printed, self.unit) = (exact, printed, unit)
  }

  /// Returns whether the numbers themselves add up to this one, as they do unless an assumption goes before a formula.
  func isSum(of parts: [(sign: Double, value: PrintedValue)]) -> Bool {
    sum(parts) { $0.exact }.map { equalAtTwelveDigits($0, exact) } ?? false
  }

  /// Returns whether the printed numbers add up to the one that is printed, to its last digit.
  func isSum(ofPrinted parts: [(sign: Double, value: PrintedValue)]) -> Bool {
    sum(parts) { $0.printed.rounded }.map {
      roundHalfAwayFromZero($0, decimals: printed.decimals)
        == roundHalfAwayFromZero(
          printed.rounded, decimals: printed.decimals)
    } ?? true
  }

  private func sum(_ parts: [(sign: Double, value: PrintedValue)], _ number: (PrintedValue) -> Double) -> Double? {
    var sum = 0.0
    for (sign, value) in parts {
      guard let step = value.unit.factor(to: unit) else { return nil }
      sum += sign * step(number(value))
    }
    return sum
  }
}
