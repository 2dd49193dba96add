/// A heading as understood.
struct Heading: Hashable {
  /// What a column holds.
  enum Meaning: Hashable {
    /// A text column.
    case role(HeadingRole)
    /// Observed values, of the period if the heading names one.
    case values(PeriodNotation?)
    /// Targets, for the period if the heading names one.
    case targets(PeriodNotation?)
    /// Growth in percent of the values beside it, or of the period that the heading names.
    case growth(PeriodNotation?)
    /// Nothing that is known.
    case unknown
  }

  /// The heading as names compare.
  let text: String
  /// What its column holds.
  let meaning: Meaning
  /// The text in its trailing parentheses where that is not part of the meaning: perhaps a unit.
  let unitText: String?

  /// Reads a heading as printed; blanks and line breaks inside it do not count.
  init(_ printed: String) {
    text = foldedName(printed)
    let compact = compactText(printed)
    if let meaning = Self.meaning(compact), meaning.isWhole(compact) {
      self.meaning = meaning
      unitText = nil
      return
    }
    if let (name, inner) = trailingParentheses(compact), let meaning = Self.meaning(name) {
      // In 目标值(2023年) the parentheses complete the meaning; in 2022年(万元) they hold a unit.
      if case .growth(let period) = meaning {
        self.meaning = inner == "%" ? .growth(period) : .unknown
        unitText = nil
      } else if let joined = Self.meaning(name + inner) {
        self.meaning = joined
        unitText = nil
      } else {
        self.meaning = meaning
        unitText = trailingParentheses(text)?.inner
      }
      return
    }
    meaning = .unknown
    unitText = nil
  }

  private static func meaning(_ compact: String) -> Meaning? {
    if let role = HeadingWords.role(of: compact) { return .role(role) }
    if compact == PeriodWords.wholeYear { return .values(.part(.year, 1)) }
    var cursor = TextCursor(compact)
    var period: PeriodNotation?
    var isTarget = false
    var isValue = false
    var isOutcome = false
    var isGrowth = false
    while !cursor.isAtEnd {
      if period == nil, let notation = PeriodNotation(&cursor) {
        period = notation
      } else if cursor.takeLongest(of: HeadingWords.growth) != nil {
        isGrowth = true
      } else if cursor.takeLongest(of: HeadingWords.targets) != nil {
        isTarget = true
      } else if let word = cursor.takeLongest(of: HeadingWords.values) {
        isValue = true
        isOutcome = isOutcome || !HeadingWords.neutralValues.contains(word)
      } else if cursor.takeLongest(of: HeadingWords.fillers) == nil {
        return nil
      }
    }
    if isGrowth { return isTarget || isValue ? nil : .growth(period) }
    // 目标完成情况 could be either, so it is neither.
    if isTarget { return isOutcome ? nil : .targets(period) }
    return isValue || period != nil ? .values(period) : nil
  }

  /// Whether the heading is of growth and does not say in what.
  var speaksOfGrowth: Bool {
    if case .unknown = meaning, case .growth = Self.meaning(compactText(text)) { true } else { false }
  }

  /// How much the heading speaks for its row being the heading row: a bare year may be a number of a data row.
  var weight: Int {
    switch meaning {
    case .role: 3
    case .targets: 3
    case .values(let period): period == nil ? 3 : Int(text) == nil ? 2 : 1
    case .growth: 2
    case .unknown: 0
    }
  }
}

extension Heading.Meaning {
  /// Whether the heading as a whole says so; growth has to say that it is in percent.
  fileprivate func isWhole(_ compact: String) -> Bool {
    if case .growth = self { compact.contains("%") } else { true }
  }
}

/// Returns `text` before its trailing parentheses and what stands in them; nil where there are none, or nothing before.
func trailingParentheses(_ text: String) -> (name: String, inner: String)? {
  let scalars = Array(text.unicodeScalars)
  guard scalars.last == ")" else { return nil }
  var depth = 0
  for index in scalars.indices.reversed() {
    if scalars[index] == ")" { depth += 1 }
    if scalars[index] == "(" { depth -= 1 }
    guard depth == 0 else { continue }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[..<index])
    var inner = String.UnicodeScalarView()
    inner.append(contentsOf: scalars[(index + 1)..<(scalars.count - 1)])
    let (before, inside) = (foldedName(String(name)), foldedName(String(inner)))
    return before.isEmpty || inside.isEmpty ? nil : (before, inside)
  }
  return nil
}
