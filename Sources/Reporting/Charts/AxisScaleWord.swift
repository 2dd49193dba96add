import Source
import Units

/// The words that shorten the labels of an axis: 万 and 亿, or M and bn.
struct AxisScaleWord {
  /// A word for a power of ten.
  private struct Word {
    let power: Int
    let text: String
    static let none = Word(power: 0, text: "")
  }

  private static let chinese = [Word(power: 12, text: "万亿"), Word(power: 8, text: "亿"), Word(power: 4, text: "万")]
  private static let english = [Word(power: 12, text: "tn"), Word(power: 9, text: "bn"), Word(power: 6, text: "M")]

  private let words: (english: Word, chinese: Word)

  /// Chooses the words for `steps`; none beside a `unit` that has such a word itself, as 万元 has.
  init(for steps: DecimalSteps, unit: String) {
    func word(_ choices: [Word]) -> Word {
      if unit.hasScaleWord { return .none }
      let largest = steps.multiples.map { steps.value(of: $0).magnitude }.max() ?? 0
      return choices.first { word in
        largest >= Self.power(word.power) && Self.decimals(steps, shiftedBy: word.power) <= 2
      } ?? .none
    }
    words = (word(Self.english), word(Self.chinese))
  }

  /// Returns what stands beside the tick for `multiple`.
  func label(of multiple: Int, in steps: DecimalSteps) -> Phrase {
    func text(_ word: Word) -> String {
      let value = steps.value(of: multiple)
      if multiple == 0 { return "0" }
      let decimals = Self.decimals(steps, shiftedBy: word.power)
      guard decimals <= 9, value.magnitude < 1e16 else { return shortestString(value) }
      return digits(multiple, steps.exponent - word.power, decimals: decimals) + word.text
    }
    return Phrase(text(words.english), text(words.chinese))
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .infinity }

  /// Returns how many digits follow the point where the steps are counted in ten to the `power`.
  private static func decimals(_ steps: DecimalSteps, shiftedBy power: Int) -> Int {
    var exponent = steps.exponent
    var multiples = steps.multiples
    while multiples.allSatisfy({ $0 % 10 == 0 }), multiples.contains(where: { $0 != 0 }) {
      multiples = multiples.map { $0 / 10 }
      exponent += 1
    }
    return max(0, power - exponent)
  }
}

/// Returns `multiple` times ten to the `exponent` with `decimals` digits after the point; long whole parts are grouped.
private func digits(_ multiple: Int, _ exponent: Int, decimals: Int) -> String {
  var text = Array(String(multiple.magnitude))
  if exponent + decimals >= 0 {
    text += Array(repeating: "0", count: exponent + decimals)
  } else {
    text.removeLast(min(text.count, -(exponent + decimals)))
  }
  while text.count <= decimals { text.insert("0", at: 0) }
  let whole = Int(String(text.dropLast(decimals))) ?? 0
  let fraction = decimals == 0 ? "" : "." + String(text.suffix(decimals))
  return (multiple < 0 ? "-" : "") + (whole >= 10_000 ? groupedDigits(whole) : String(whole)) + fraction
}

extension String {
  /// Whether a unit written so begins with a numeral, so that another before it would be misread: 万元, million yuan.
  fileprivate var hasScaleWord: Bool {
    if ["thousand", "million", "billion"].contains(where: hasPrefix) { return true }
    guard let first, "十百千万亿".contains(first) else { return false }
    return !["千瓦", "千克", "千米", "千卡"].contains(where: hasPrefix)
  }
}
