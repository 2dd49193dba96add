import Indicators
import Source
import Syntax

extension Checker {
  /// Returns the dimension that `over` names: one of the data, or that of the samples.
  mutating func collapsed(_ path: PathSyntax) -> Dimension? {
    if scope.find(path.text) == nil, path.text == "sample" || path.text == "样本" { return .sample }
    return dimension(path)
  }

  /// Returns how many samples `quantity` asks for; what is wrong with it is reported.
  mutating func sampleCount(_ quantity: QuantitySyntax) -> Int? {
    guard ["sample", "samples", "样本", "个样本"].contains(quantity.unit?.text),
      let count = Int(exactly: quantity.value), CheckedProgram.sampleCounts.contains(count)
    else {
      report(.samples(.count), at: quantity.range)
      return nil
    }
    return count
  }

  /// Returns whether `aggregate`, which names samples, can be taken over them; what is wrong with it is reported.
  mutating func isOfSamples(_ aggregate: AggregateSyntax, _ function: AggregateFunction, _ builtin: Builtin) -> Bool {
    if let other = (aggregate.over + aggregate.by).first(where: { $0.text != "sample" && $0.text != "样本" }) {
      report(.samples(.notAlone), at: other.range)
      return false
    }
    let isDistinct = CallArguments(aggregate.arguments).takesDistinct
    guard function.describesSamples, !isDistinct else {
      report(.samples(.function(builtin)), at: aggregate.function.range)
      return false
    }
    let arguments = CallArguments(aggregate.arguments)
    for (path, value) in arguments.labels where !["type", "类型"].contains(path.text) {
      report(.samples(.argument(path.text)), at: path.range.joined(to: value.range))
      return false
    }
    if arguments.plain.isEmpty, arguments.filtered.isEmpty {
      report(.wrongArguments(builtin), at: aggregate.function.range)
      return false
    }
    return true
  }
}

extension CallArguments {
  /// Whether a single argument is `distinct(…)`.
  fileprivate var takesDistinct: Bool {
    var copy = self
    return copy.takeDistinct()
  }
}

extension AggregateFunction {
  /// Whether the function says something of samples.
  fileprivate var describesSamples: Bool {
    switch self {
    case .mean, .median, .min, .max, .quantile, .stdev, .cv, .share, .count: true
    case .sum, .gini, .theil, .rank, .first, .last, .distinct, .list, .ratio, .correlation, .contribution, .proportion:
      false
    }
  }
}
