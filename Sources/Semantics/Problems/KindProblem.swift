import Indicators
import Source

/// What an aggregate must not do with the kind of number that it is given.
enum KindProblem {
  /// Numbers that never add are added; what they are made of, where the script shows that.
  case summed(String, IndicatorKind, Quotient?, isImplied: Bool)
  /// Such numbers are averaged without weights.
  case averaged(String, IndicatorKind, Quotient?)
  /// Growth rates are averaged over time.
  case ratesAveraged(String)
  /// Numbers that add over members are added over periods.
  case summedOverPeriods(String, IndicatorKind)
  /// Whether numbers add over periods is not known, neither of an indicator nor of a formula.
  case unknown(String, isIndicator: Bool)

  /// A division that a script shows, as written.
  struct Quotient {
    let numerator: String
    let denominator: String
  }

  /// Whether the script is computed all the same.
  var isWarning: Bool {
    switch self {
    case .averaged, .ratesAveraged: true
    case .summed, .summedOverPeriods, .unknown: false
    }
  }

  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .summed(let name, let kind, _, _):
      Phrase("the sum of the \(kind.rawValue) \(name) means nothing", "“\(name)”是\(kind.chinese)，不能相加")
    case .averaged(let name, let kind, _):
      Phrase(
        "the mean of the \(kind.rawValue) \(name) weighs small and large alike", "“\(name)”是\(kind.chinese)，简单平均不分大小")
    case .ratesAveraged(let name):
      Phrase("the mean of the rates \(name) is not the average growth", "“\(name)”是增速，简单平均不是平均增速")
    case .summedOverPeriods(let name, .cumulative):
      Phrase(
        "each value of \(name) runs from the beginning of the year, so they do not add over periods",
        "“\(name)”的各期都是年初以来的累计数，不能跨期相加")
    case .summedOverPeriods(let name, _):
      Phrase("the level \(name) does not add over periods", "“\(name)”是存量，不能跨期相加")
    case .unknown(let name, _): Phrase("the kind of \(name) is not known", "“\(name)”的指标类型未知")
    }
  }

  /// What to do about it.
  var help: [Phrase] {
    switch self {
    case .summed(let name, let kind, let quotient, let isImplied):
      [rebuilding(name, kind, quotient)]
        + (isImplied
          ? [
            Phrase(
              "it is taken so by its name; else say: indicator \(name) kind flow",
              "这是按名称判断的；如果不是，请声明：指标 \(name) 指标类型 流量")
          ] : [])
    case .averaged(let name, _, let quotient):
      [
        Phrase(
          "weigh it by its denominator: mean(\(name), weight: \(quotient?.denominator ?? "w"))",
          "请按分母加权：均值(\(name), 权重: \(quotient?.denominator ?? "w"))")
      ] + (quotient == nil ? [] : [rebuilding(name, .ratio, quotient)])
    case .ratesAveraged:
      [Phrase("take the compound rate of the values: cagr(x, 5)", "请由水平数计算年均增速：年均增速(x, 5)")]
    case .summedOverPeriods(let name, .cumulative):
      [
        Phrase(
          "take the last, which holds them all: last(\(name)); or add the single periods: sum(diff(\(name)))",
          "请取末期数，它已包含各期：末个(\(name))；或将当期数相加：求和(增量(\(name)))")
      ]
    case .summedOverPeriods(let name, _):
      [Phrase("take the last: last(\(name)), or the mean: mean(\(name))", "请取期末值：末个(\(name))，或平均值：均值(\(name))")]
    case .unknown(let name, isIndicator: true):
      [
        Phrase(
          "if its periods add, say: indicator \(name) kind flow; if the last counts: indicator \(name) kind level",
          "各期可以相加的，请声明：指标 \(name) 指标类型 流量；以期末为准的：指标 \(name) 指标类型 存量")
      ]
    case .unknown(let name, isIndicator: false):
      [
        Phrase(
          "say the kinds of the indicators in it, or take the last: last(\(name))",
          "请声明其中各指标的类型，或取期末值：末个(\(name))")
      ]
    }
  }

  private func rebuilding(_ name: String, _ kind: IndicatorKind, _ quotient: Quotient?) -> Phrase {
    guard let quotient else {
      if kind == .rate {
        return Phrase("take the growth of the sum: yoy(sum(x))", "请先求和再求增速：同比(求和(x))")
      }
      if kind == .index {
        return Phrase("weigh it: mean(\(name), weight: w)", "请加权平均：均值(\(name), 权重: w)")
      }
      return Phrase(
        "add numerator and denominator, and divide: ratio(a, b)", "请分子分母分别相加再相除：比值(a, b)")
    }
    let parts = "\(quotient.numerator), \(quotient.denominator)"
    return Phrase("rebuild it from its parts: ratio(\(parts))", "请由分子分母重算：比值(\(parts))")
  }
}
