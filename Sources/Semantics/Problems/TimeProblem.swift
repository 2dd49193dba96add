import Indicators
import Source

/// What can be wrong with the use of a function of time.
enum TimeProblem {
  /// The parts of a ratio make no longer period; `quotient` is what it is made of, where the script shows that.
  case partsOfRatio(String, Builtin, quotient: (numerator: String, denominator: String)?)
  /// It is not known how the parts of a computed value make a longer period.
  case partsUnknown(String, Builtin)
  /// Longer periods would have to be split.
  case upward(String, from: Frequency, to: Frequency)
  /// Values that run from the beginning of the year would be added, averaged or compared step by step.
  case cumulativeJoined(String, instead: Phrase)
  /// A difference of such values reaches into the year before.
  case cumulativeAcrossYears(String)
  /// Growth between such values of different months.
  case cumulativeSpan(String)
  /// What is to be chained is neither an index nor a growth rate.
  case linksNeeded(String)
}

extension TimeProblem {
  /// The stable code.
  var code: Diagnostic.Code {
    switch self {
    case .upward: .mixedFrequency
    case .partsOfRatio, .partsUnknown, .cumulativeJoined, .cumulativeAcrossYears, .cumulativeSpan, .linksNeeded: .kind
    }
  }

  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .partsOfRatio(let name, _, _):
      Phrase("the parts of \(name) neither add up nor average to a longer period", "“\(name)”的各期数值不能相加或简单平均成较长时期的数")
    case .partsUnknown(let name, _):
      Phrase("how the parts of \(name) make a longer period is not known", "“\(name)”的各期数值如何合成较长时期，无从得知")
    case .upward(let name, let from, let to):
      Phrase(
        "the \(from.word.english) \(name) cannot be split into \(to.word.english) values",
        "“\(name)”是\(from.word.chinese)数据，不能拆成\(to.word.chinese)数据")
    case .cumulativeJoined(let name, _):
      Phrase(
        "each value of \(name) runs from the beginning of the year, so they neither add nor average",
        "“\(name)”的各期都是年初以来的累计数，不能再相加或平均")
    case .cumulativeAcrossYears(let name):
      Phrase(
        "a difference of \(name) across the beginning of a year means nothing", "“\(name)”是累计数，跨年相减没有意义")
    case .cumulativeSpan(let name):
      Phrase(
        "growth of \(name) needs the same months at both ends", "“\(name)”是累计数，增速的首末两期须为同月")
    case .linksNeeded(let name):
      Phrase("\(name) is no index that can be chained", "“\(name)”不是可以链接的指数")
    }
  }

  /// What to do about it.
  var help: [Phrase] {
    switch self {
    case .partsOfRatio(let name, let function, let quotient):
      [
        rebuilding(quotient, function),
        Phrase(
          "or weigh the parts: \(function.english)(\(name), weight: w), or say what is meant: \(function.english)(\(name), mean)",
          "或按权重平均：\(function.chinese)(\(name), 权重: w)；确需简单平均请写明：\(function.chinese)(\(name), 均值)"),
      ]
    case .partsUnknown(let name, let function):
      [
        Phrase(
          "say it: \(function.english)(\(name), sum), or mean, last, first, max, min",
          "请写明：\(function.chinese)(\(name), 求和)，或均值、末个、首个、最大、最小")
      ]
    case .upward: []
    case .cumulativeJoined(_, let instead):
      [Phrase("take the single periods first: \(instead.english)", "请先还原为当期数：\(instead.chinese)")]
    case .cumulativeAcrossYears(let name):
      [
        Phrase(
          "for a single period write diff(\(name)), for a year before yoy(\(name))",
          "当期数请写 增量(\(name))，与上年同期相比请写 同比(\(name))")
      ]
    case .cumulativeSpan(let name):
      [
        Phrase(
          "compare the same month, or whole years: cagr(annual(\(name)))", "请取同月，或先折成年度：年均增速(年度(\(name)))")
      ]
    case .linksNeeded(let name):
      [
        Phrase(
          "for an index of which each value is relative to the year before, declare: indicator \(name) kind index",
          "各期以上年为 100 的指数，请声明：指标 \(name) 指标类型 指数")
      ]
    }
  }

  private func rebuilding(_ quotient: (numerator: String, denominator: String)?, _ function: Builtin) -> Phrase {
    let (above, below) = quotient ?? ("a", "b")
    return Phrase(
      "rebuild it from its parts: \(function.english)(\(above)) / \(function.english)(\(below))",
      "请由分子分母重算：\(function.chinese)(\(above)) / \(function.chinese)(\(below))")
  }
}
