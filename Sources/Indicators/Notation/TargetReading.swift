import Source
import Units

/// How a target cell is read.
package struct TargetReading: Sendable {
  /// What is asked, all at once; none where the cell asks for nothing.
  package var conditions: [TargetCondition]
  /// How many digits stand after the decimal point of its number.
  package var decimals: Int
  /// The unit of the numbers where the cell prints one and the indicator has none.
  package var unit: MeasurementUnit?
  /// Whether the cell is a number or a comparison and nothing else, so that nobody has to be told how it is read.
  package var isPlain: Bool

  /// The reading in one line.
  package var description: Phrase {
    let phrases = conditions.map(\.phrase)
    return Phrase(
      phrases.map(\.english).joined(separator: " and "), phrases.map(\.chinese).joined(separator: "，且"))
  }
}

/// Reads a target in the notation that officials write.
///
/// Numbers come back in `unit`, the indicator's; where it has none, in the unit that the cell prints. What fits no
/// notation, or two, is a milestone with the full text. `indicator` is the indicator's name: 新增10 asks for ten more than
/// before, but for ten where the indicator itself counts what is new.
package func readTargetNotation(
  _ cell: String, unit: MeasurementUnit?, units: UnitTable, indicator: String = ""
) -> TargetReading {
  let text = foldedName(cell)
  if let plain = plainNumber(text) { return plain }
  guard MissingMarks.standard.reason(of: text) == nil else {
    return TargetReading(conditions: [], decimals: 0, unit: nil, isPlain: true)
  }
  // Nobody writes a number in so many words.
  if text.unicodeScalars.count > 200 {
    return TargetReading(conditions: [.milestone(text)], decimals: 0, unit: nil, isPlain: false)
  }
  let reader = TargetReader(unit: unit, units: units, indicator: indicator)
  let (bare, remark) = withoutRemark(text)
  if let whole = reader.readPart(unspaced(bare)) {
    // Numbers in words and fractions are told, since they are worked out.
    let isPrinted = bare.utf8.contains { (0x30...0x39).contains($0) } && !bare.contains("分之") && !bare.contains("/")
    let isPlain =
      remark == nil && isPrinted && whole.conditions.count == 1 && whole.conditions.allSatisfy(\.isComparison)
    return TargetReading(conditions: whole.conditions, decimals: whole.decimals, unit: whole.unit, isPlain: isPlain)
  }
  let parts = targetParts(bare)
  if parts.count > 1, let joined = reader.readParts(parts) { return joined }
  return TargetReading(conditions: [.milestone(text)], decimals: 0, unit: nil, isPlain: false)
}

/// Reads a target that is digits and nothing else, as most are.
private func plainNumber(_ text: String) -> TargetReading? {
  var text = text
  return text.withUTF8 { bytes in
    let isPlain = bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isPlain, bytes.count <= 15, let number = DecimalNumber(bytes) else { return nil }
    return TargetReading(
      conditions: [.number(number.value)], decimals: Int(number.decimals), unit: nil, isPlain: true)
  }
}

/// Returns `text` without the remark in its trailing parentheses.
private func withoutRemark(_ text: String) -> (text: String, remark: String?) {
  guard let (before, inner) = trailingParentheses(text) else { return (text, nil) }
  return (before, inner)
}

/// Returns `text` without blanks, but for those between digits, which may group them.
private func unspaced(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
  var result = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() where !isBlank(scalar) || (isDigit(index - 1) && isDigit(index + 1)) {
    result.append(scalar)
  }
  return String(result)
}

/// Parts a target at commas, 、 and semicolons; a comma between digits groups them.
private func targetParts(_ text: String) -> [String] {
  let scalars = Array(text.unicodeScalars)
  func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
  var parts: [String] = []
  var part = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    switch scalar {
    case "," where !(isDigit(index - 1) && isDigit(index + 1)), "、", ";", "。":
      parts.append(String(part))
      part = String.UnicodeScalarView()
    default: part.append(scalar)
    }
  }
  parts.append(String(part))
  return parts.map { unspaced(foldedName($0)) }.filter { !$0.isEmpty }
}
