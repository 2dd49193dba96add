import Indicators
import Syntax
import Units

/// The kinds of values that formulas make; nil where nothing can be said.
extension Checker {
  /// Returns the kind of two numbers joined.
  func kind(
    of left: CheckedExpression, _ operation: ArithmeticOperator, _ right: CheckedExpression
  ) -> IndicatorKind? {
    switch operation {
    case .add, .subtract:
      if left.isScalar { return right.isScalar ? nil : right.knownKind }
      if right.isScalar || left.knownKind == right.knownKind { return left.knownKind }
      return commonKind([left, right])
    case .multiply:
      if left.isScalar { return right.knownKind }
      if right.isScalar { return left.knownKind }
      return kindOfProduct(left, right)
    case .divide:
      // A number in other units, or by a number that is the same everywhere, stays what it was.
      if right.isScalar { return left.knownKind }
      return kindOfQuotient(left, right)
    case .power: return left.isScalar ? nil : .ratio
    }
  }

  private func kindOfQuotient(_ left: CheckedExpression, _ right: CheckedExpression) -> IndicatorKind? {
    let (above, below) = (left.knownKind, right.knownKind)
    let mayAdd = above?.addsOverMembers ?? true
    // What each member has of the whole adds up to the whole; of another aggregate it is a plain ratio.
    if right.isAggregate, !left.isAggregate { return right.isSum && mayAdd ? .level : .ratio }
    // An amount at other prices, or grossed up by the share it is, is an amount again.
    if let above, above.addsOverMembers, let below, !below.addsOverMembers {
      return right.type.unit.dimensions.isNone ? above : nil
    }
    return .ratio
  }

  private func kindOfProduct(_ left: CheckedExpression, _ right: CheckedExpression) -> IndicatorKind? {
    guard let first = left.knownKind, let second = right.knownKind else { return nil }
    switch (first.addsOverMembers, second.addsOverMembers) {
    // A part of an amount, and an amount at other prices, is an amount.
    case (true, false): return right.type.unit.dimensions.isNone || first == .flow ? first : nil
    case (false, true): return left.type.unit.dimensions.isNone || second == .flow ? second : nil
    case (false, false): return .ratio
    case (true, true): return nil
    }
  }

  /// Returns the kind that all of `values` have, numbers of the script left out.
  func commonKind(_ values: [CheckedExpression]) -> IndicatorKind? {
    let kinds = values.filter { !$0.isScalar }.map(\.knownKind)
    guard let first = kinds.first else { return nil }
    if kinds.allSatisfy({ $0 == first }) { return first }
    // What does not add makes no sum that does.
    return kinds.contains { $0.map { !$0.addsOverMembers } ?? false } ? .ratio : nil
  }

  /// Returns the kind of what a function of time gives.
  func kind(of call: TimeCall) -> IndicatorKind? {
    let kind = call.series.knownKind
    switch call.function {
    case .prev, .trend: return kind
    case .annual, .halfyearly, .quarterly: return self.kind(ofConversion: call)
    case .diff, .slope:
      switch kind {
      case .cumulative where !call.isCumulative: return nil
      case .level, .cumulative: return .flow
      case .flow, nil: return nil
      case .ratio, .index, .rate: return .ratio
      }
    case .yoy, .mom, .cagr: return .rate
    case .ytd: return kind == .flow && call.series.type.frequency != .year ? .cumulative : kind
    case .rolling: return kind.map { $0.addsOverMembers ? .level : $0 }
    case .rebase, .index, .chain: return .index
    }
  }

  /// Returns the kind of longer periods made of shorter ones.
  private func kind(ofConversion call: TimeCall) -> IndicatorKind? {
    let kind = call.series.knownKind
    if kind == .cumulative { return call.function == .annual ? .flow : .cumulative }
    // A mean, or one part, of a flow is no flow of the whole.
    if kind == .flow, call.aggregate != .sum, call.series.type.frequency != call.function.targetFrequency {
      return .level
    }
    return kind
  }

  /// Returns the kind of what an aggregate gives.
  func kind(of call: AggregateCall) -> IndicatorKind? {
    let kind = call.argument?.knownKind
    switch call.function {
    case .sum, .min, .max, .first, .last: return kind
    case .mean, .median, .quantile:
      // The middle of a cell's samples is of the cell's own kind.
      if case .over([.sample]) = call.frame { return kind }
      // The mean of scores is a score.
      if case .over([.indicator]) = call.frame { return kind }
      // The mean over time of what adds over members still adds over them.
      if case .over([.period]) = call.frame { return kind.map { $0.addsOverMembers ? .level : $0 } }
      return .ratio
    case .stdev, .cv, .gini, .theil, .share, .proportion, .ratio, .correlation: return .ratio
    // What each member adds to the growth of the whole adds up to it.
    case .contribution: return nil
    case .count, .distinct: return .level
    case .list: return nil
    case .rank: return .index
    }
  }
}

extension CheckedExpression {
  /// The kind, by the formula or else by the unit: what is counted per something acts as a ratio.
  package var knownKind: IndicatorKind? {
    type.kind ?? (type.unit.isRatio ? .ratio : nil)
  }

  /// Whether the expression is a number of the script, the same in every cell.
  var isScalar: Bool {
    switch form {
    case .number, .missing, .definition(.parameter): true
    case .negative(let inner), .converted(let inner, _): inner.isScalar
    // The right side of a chain is its short one.
    case .arithmetic(let left, _, let right): right.isScalar && left.isScalar
    case .truth, .period, .text, .word, .definition, .dimension, .column, .fallback, .comparison, .approximation,
      .between, .among, .not, .and, .or, .selection, .cells, .time, .aggregate, .distribution, .chance, .invalid,
      .weights, .scaled, .filled, .reason:
      false
    }
  }

  /// Whether the expression is a sum that an aggregate function gives.
  fileprivate var isSum: Bool {
    switch form {
    case .aggregate(let call): call.function == .sum
    case .negative(let inner), .converted(let inner, _), .selection(let inner, _): inner.isSum
    case .definition(.aggregate): type.kind.map(\.addsOverMembers) ?? !type.unit.isRatio
    default: false
    }
  }

  /// Whether the expression is what an aggregate function gives.
  var isAggregate: Bool {
    switch form {
    case .aggregate, .definition(.aggregate): true
    case .negative(let inner), .converted(let inner, _), .selection(let inner, _): inner.isAggregate
    default: false
    }
  }
}

extension CheckedIndicator {
  /// The kind, as the script says or else as the name tells where the unit allows it.
  var knownKind: IndicatorKind? {
    if let kind { return kind }
    let name = qualifier.map { String(self.name.dropFirst($0.count + 1)) } ?? self.name
    guard let implied = IndicatorKind(impliedBy: name) else { return nil }
    return implied == .level && unit.isRatio ? nil : implied
  }
}
