import Source

extension AggregateFunction {
  /// Whether the function takes two values that meet cell by cell.
  package var takesTwo: Bool {
    switch self {
    case .ratio, .correlation: true
    case .sum, .mean, .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .count, .share, .rank, .first, .last,
      .contribution, .proportion, .distinct, .list:
      false
    }
  }

  /// Whether the function gives every cell a number of its own and collapses nothing.
  package var keepsCells: Bool {
    switch self {
    case .rank, .proportion, .contribution: true
    case .sum, .mean, .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .count, .share, .first, .last,
      .ratio, .correlation, .distinct, .list:
      false
    }
  }

  /// Whether cells can weigh differently.
  var takesWeight: Bool {
    switch self {
    case .sum, .mean, .median, .quantile, .stdev, .cv, .gini, .theil, .share: true
    case .min, .max, .count, .rank, .first, .last, .ratio, .correlation, .contribution, .proportion, .distinct, .list:
      false
    }
  }

  /// How many arguments without a label the function takes.
  var argumentCount: ClosedRange<Int> {
    switch self {
    case .count: 0...1
    case .quantile, .ratio, .correlation: 2...2
    case .sum, .mean, .median, .min, .max, .stdev, .cv, .gini, .theil, .share, .rank, .first, .last, .contribution,
      .proportion, .distinct, .list:
      1...1
    }
  }

  /// The labels that arguments may have, in both languages.
  var labels: Set<String> {
    var labels: Set<String> = ["balanced", "平衡样本"]
    if takesWeight { labels.formUnion(["weight", "权重"]) }
    if self == .quantile { labels.formUnion(["type", "类型"]) }
    if keepsCells || self == .share { labels.formUnion(CallArguments.groupLabels) }
    return labels
  }
}

extension Builtin {
  /// The names of the functions that collapse dimensions, in the order of the manual.
  static var aggregateNames: [Phrase] {
    all.compactMap { if case .aggregate = $0.kind { Phrase($0.english, $0.chinese) } else { nil } }
  }
}
