import Indicators
import Semantics
import Source

/// How many missing cells got a number from the script, by period where there are any.
package struct FillCount: Sendable {
  /// All of them.
  package var total = 0
  private var byPeriod: [Period: Int]?

  /// Counts the cells of `isFilled` over `axes`.
  init(_ isFilled: [Bool], over axes: [Axis]) {
    total = isFilled.count { $0 }
    guard total > 0, let position = axes.firstIndex(where: { $0.dimension == .period }) else { return }
    let labels = axes[position].labels
    let inner = axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
    var counts: [Period: Int] = [:]
    for (offset, isFilled) in isFilled.enumerated() where isFilled {
      if case .period(let period) = labels[offset / inner % labels.count] { counts[period, default: 0] += 1 }
    }
    byPeriod = counts
  }

  /// Returns how many there are in `periods`, or in all where there are none.
  func count(at periods: [Period]) -> Int {
    guard !periods.isEmpty, let byPeriod else { return total }
    return Set(periods).reduce(0) { $0 + (byPeriod[$1] ?? 0) }
  }
}

extension Evaluator {
  /// Returns the values of `inner`, and those of `other` where they are missing for one of `reasons`, or for any.
  ///
  /// What the sheet does not have, a combination of members, is not filled with one number for all.
  mutating func filled(
    _ inner: CheckedExpression, with other: CheckedExpression, only reasons: [MissingReason], at range: SourceRange,
    _ surroundings: Surroundings
  ) -> Cube {
    let (first, second) = (cube(inner, surroundings), cube(other, surroundings))
    if first.isTooLarge || second.isTooLarge { return .tooLarge }
    let axes = Alignment.axes(first.axes, second.axes)
    var result = first.spread(over: axes)
    if result.isTooLarge { return result }
    let filler = second.spread(over: axes)
    var isFilled = Array(repeating: false, count: result.count)
    for offset in 0..<result.count where result.reasons[offset] != .known {
      let reason = result.reasons[offset]
      guard filler.reasons[offset] == .known, reasons.isEmpty || reasons.contains(reason) else { continue }
      // What is not settled yet may still be a number.
      if reason == .circular { continue }
      if reason == .noSuchCombination, second.axes.isEmpty, reasons.isEmpty { continue }
      result.values[offset] = filler.values[offset]
      result.reasons[offset] = .known
      isFilled[offset] = true
    }
    fills[CoverageKey(range: range, scenario: surroundings.scenario)] = FillCount(isFilled, over: axes)
    return result
  }

  /// Returns why each cell of `inner` is missing; a known one has no text.
  mutating func reasons(of inner: CheckedExpression, _ surroundings: Surroundings) -> TextCube {
    let cube = countable(value(of: inner, surroundings))
    let words = MissingReason.allCases.map { [$0.name.english] }
    return TextCube(
      axes: cube.axes,
      cells: cube.reasons.map { $0 == .known || $0 == .noSuchCombination ? [] : words[Int($0.rawValue)] })
  }

  /// Returns how many cells in `periods` were filled for the values of `expressions`, a sentence for each place.
  package func fillNotes(
    of expressions: [CheckedExpression], in scenario: ScenarioID, at periods: [Period]
  ) -> [Phrase] {
    formulas(under: expressions).compactMap { expression in
      switch expression.form {
      case .fallback, .filled: break
      default: return nil
      }
      let key = CoverageKey(range: expression.range, scenario: scenario)
      guard let count = fills[key]?.count(at: periods), count > 0 else { return nil }
      let written = withoutOuterParentheses(
        text(expression.range).split(whereSeparator: \.isWhitespace).joined(separator: " "))
      return Phrase(
        "\(written): \(count) \(count == 1 ? "cell" : "cells") filled", "\(written)：填补 \(count) 个单元格")
    }
  }

  /// Returns every expression that `expressions` are made of, those of names that they use included, each once.
  func formulas(under expressions: [CheckedExpression]) -> [CheckedExpression] {
    var found: [CheckedExpression] = []
    var seen: Set<Definition> = []
    var open = Array(expressions.reversed())
    while let next = open.popLast() {
      found.append(next)
      open += next.parts.reversed()
      guard case .definition(let definition) = next.form, seen.insert(definition).inserted else { continue }
      switch definition {
      case .alias(let position): open.append(program.aliases[position].formula)
      case .aggregate(let position): open.append(program.aggregates[position].formula)
      case .set(let position): open += program.sets[position].elements.map(\.value)
      case .parameter, .indicator: break
      }
    }
    return found
  }

  /// Says why `inner` was filled at `point`, if it was.
  mutating func fillDetails(
    _ inner: CheckedExpression, _ whole: CheckedExpression, at point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [Phrase] {
    guard let reason = reason(of: inner, at: point, scenario), reason != .known,
      self.reason(of: whole, at: point, scenario) == .known
    else { return [] }
    return [Phrase("filled: \(reason.name.english)", "已填补：\(reason.name.chinese)")]
  }

  /// Says why `inner` is missing at `point`, if it is.
  mutating func reasonDetails(
    _ inner: CheckedExpression, at point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [Phrase] {
    guard let reason = reason(of: inner, at: point, scenario), reason != .known else { return [] }
    return [reason.name]
  }

  private mutating func reason(
    of expression: CheckedExpression, at point: [Dimension: Label], _ scenario: ScenarioID
  ) -> MissingReason? {
    let cube = countable(value(of: expression, in: scenario))
    return cube.offset(at: point).map { cube.reasons[$0] }
  }
}

/// Returns `text` without the parentheses that stand around all of it.
private func withoutOuterParentheses(_ text: String) -> String {
  guard text.first == "(", text.last == ")" else { return text }
  var depth = 0
  for (place, character) in text.enumerated() {
    if character == "(" { depth += 1 }
    if character == ")" { depth -= 1 }
    if depth == 0, place < text.count - 1 { return text }
  }
  return String(text.dropFirst().dropLast())
}
