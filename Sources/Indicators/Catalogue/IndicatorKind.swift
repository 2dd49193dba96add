/// What an indicator measures, and so what an aggregate over members or periods may do with it.
package enum IndicatorKind: String, CaseIterable, Hashable, Sendable {
  /// A stock at the end of a period: it adds over members, and of several periods the last counts.
  case level
  /// An amount within a period: it adds over members and over periods.
  case flow
  /// A flow since the beginning of the year: it adds over members, never over periods.
  case cumulative
  /// A quotient: it never adds.
  case ratio
  /// A number relative to a base: it never adds.
  case index
  /// A rate of change: it never adds.
  case rate

  /// The spelling in Chinese scripts.
  package var chinese: String {
    switch self {
    case .level: "存量"
    case .flow: "流量"
    case .cumulative: "累计"
    case .ratio: "比率"
    case .index: "指数"
    case .rate: "增速"
    }
  }

  /// Creates the kind that a script calls `word`, in either language.
  package init?(word: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == word || $0.chinese == word }) else { return nil }
    self = kind
  }

  /// Whether numbers of this kind add over members, such as regions.
  package var addsOverMembers: Bool {
    switch self {
    case .level, .flow, .cumulative: true
    case .ratio, .index, .rate: false
    }
  }
}
