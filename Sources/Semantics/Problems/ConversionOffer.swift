import Indicators
import Source

/// A way to bring a value of shorter periods to a longer one, written out for the value at hand.
struct ConversionOffer {
  /// Where the value is written.
  let range: SourceRange
  /// How it is written.
  let text: String
  /// The function that makes the longer period.
  let function: Builtin
  /// Whether the parts make the whole only where the script says how.
  let isRatio: Bool
  /// Whether it is known how the parts make the whole.
  let isCertain: Bool

  /// What can be written, a line each.
  var help: [Phrase] {
    let (english, chinese) = (function.english, function.chinese)
    if isRatio {
      return [
        Phrase(
          "bring the finer one to the longer periods: \(english)(\(text), weight: w), or \(english)(\(text), mean)",
          "请先折成较长的时期：\(chinese)(\(text), 权重: w)，或 \(chinese)(\(text), 均值)")
      ]
    }
    return [
      Phrase(
        "bring the finer one to the longer periods: \(english)(\(text))",
        "请先折成较长的时期：\(chinese)(\(text))")
    ]
  }

  /// The replacement of the value, where it is known how the parts make the whole.
  var fixIts: [Diagnostic.FixIt] {
    isCertain ? [Diagnostic.FixIt(range, "\(function.english)(\(text))")] : []
  }
}
