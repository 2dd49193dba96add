import Source
import Syntax
import Units

/// Literal factors that do by hand what units do by themselves.
extension Checker {
  /// Reports a literal factor in `left operation right` that was meant to convert a unit.
  mutating func lintConversion(
    _ left: CheckedExpression, _ operation: ArithmeticOperator, _ right: CheckedExpression
  ) {
    switch operation {
    case .multiply:
      if let amount = right.bareFactor { lintFactor(amount, right, of: left, divides: false) }
      if let amount = left.bareFactor { lintFactor(amount, left, of: right, divides: false) }
    case .divide:
      if let amount = right.bareFactor { lintFactor(amount, right, of: left, divides: true) }
    case .add, .subtract:
      // In 1 + g a rate is a share.
      guard left.bareLiteral == 1, case .definition(.parameter) = right.form else { break }
      guard right.type.shape == .number(.one), let rate = constant(right), rate >= 1 else { break }
      lint(.rateWithoutPercent(shortestString(rate)), at: right.range)
    case .power: break
    }
  }

  /// Reports a number of 5 and more beside a ratio of like things, which is a plain number.
  mutating func lintRatio(_ value: CheckedExpression, against other: CheckedExpression) {
    lint(number: other, againstRatio: value)
    lint(number: value, againstRatio: other)
  }

  private mutating func lint(number: CheckedExpression, againstRatio ratio: CheckedExpression) {
    guard let amount = number.bareLiteral, amount >= 5, amount <= 100 else { return }
    if isRatioOfLikes(ratio) { lint(.ratioAgainstPercent(digits: text(number.range)), at: number.range) }
  }

  private mutating func lintFactor(
    _ amount: Double, _ factor: CheckedExpression, of value: CheckedExpression, divides: Bool
  ) {
    guard case .number(let unit) = value.type.shape, !value.isScalar else { return }
    var digits: String { text(factor.range) }
    let shares = amount == 100 ? "%" : "‰"
    if amount <= 1000 {
      if divides, holdsShare(value, of: amount) {
        lint(.conversionByHand(.percentOver(digits: digits, unit: shares)), at: factor.range)
      } else if !divides, unit.nature == .percentage || isRatioOfLikes(value) {
        lint(.conversionByHand(.ratioTimes(digits: digits, unit: shares)), at: factor.range)
      }
    } else if unit.nature == .plain, let first = unit.factors.first, !unit.dimensions.isNone {
      let meant = resized(first.name, by: amount, divides: divides) + unit.symbol.dropFirst(first.name.count)
      lint(
        .conversionByHand(.size(digits: digits, unit: unit.symbol, divides: divides, meant: meant)), at: factor.range)
    }
  }

  /// Returns the name of the unit in which numbers are `amount` times as small, or as large, as in `name`.
  private func resized(_ name: String, by amount: Double, divides: Bool) -> String {
    let (large, huge) = ("万", "亿")
    let rest = String(name.dropFirst())
    let isLarge = name.hasPrefix(large) && units.unit(named: rest) != nil
    let isHuge = name.hasPrefix(huge) && units.unit(named: rest) != nil
    switch (divides, amount) {
    case (true, 10_000): return isLarge ? huge + rest : isHuge ? name : large + name
    case (true, _): return isLarge || isHuge ? name : huge + name
    case (false, 10_000): return isLarge ? rest : isHuge ? large + rest : name
    case (false, _): return isHuge ? rest : name
    }
  }

  /// Whether `value` is a percentage, or a product in which one is a factor.
  private func holdsShare(_ value: CheckedExpression, of amount: Double) -> Bool {
    let unit = value.type.unit
    if unit.nature == .percentage { return unit.size.divide == amount }
    switch value.form {
    case .converted(let inner, _), .negative(let inner): return holdsShare(inner, of: amount)
    case .arithmetic(let left, .multiply, let right):
      return holdsShare(left, of: amount) || holdsShare(right, of: amount)
    default: return false
    }
  }

  /// Whether `value` is a quotient of two amounts in units of the same dimension, and not of one thing at two times.
  private mutating func isRatioOfLikes(_ value: CheckedExpression) -> Bool {
    guard value.type.unit.factorCount == 0, case .number = value.type.shape else { return false }
    switch value.form {
    case .converted(let inner, _), .negative(let inner), .selection(let inner, _): return isRatioOfLikes(inner)
    case .definition(.alias(let position)): return isRatioOfLikes(program.aliases[position].formula)
    case .definition(.aggregate(let position)): return isRatioOfLikes(program.aggregates[position].formula)
    case .definition(.parameter(let position)): return isRatioOfLikes(program.parameters[position].value)
    case .arithmetic(let left, .divide, let right):
      let isMeasured = left.type.unit.factorCount > 0 && right.type.unit.factorCount > 0
      return isMeasured && !left.namesTheSame(as: right)
    default: return false
    }
  }
}

extension CheckedExpression {
  /// The number, where the expression is one without a unit that is the size of a unit's part.
  fileprivate var bareFactor: Double? {
    guard let amount = bareLiteral, amount == 100 || amount == 1000 || amount == 10_000 || amount == 100_000_000 else {
      return nil
    }
    return amount
  }

  /// Returns whether both expressions name the same definitions in the same order.
  fileprivate func namesTheSame(as other: CheckedExpression) -> Bool {
    // Where one side names one thing, no list need be made.
    if case .definition(let own) = form { return other.namesOnly(own) ?? false }
    if case .definition(let others) = other.form { return namesOnly(others) ?? false }
    return definitions == other.definitions
  }

  /// Returns whether the expression names `definition` once and nothing else; nil where it names nothing.
  private func namesOnly(_ definition: Definition) -> Bool? {
    switch form {
    case .definition(let own): return own == definition
    case .negative(let inner), .converted(let inner, _), .selection(let inner, _): return inner.namesOnly(definition)
    case .arithmetic(let left, _, let right):
      guard let first = left.namesOnly(definition) else { return right.namesOnly(definition) }
      // Two names are never one.
      return first && right.namesOnly(definition) == nil
    case .time(let call): return call.series.namesOnly(definition)
    case .cells, .aggregate: return definitions.isEmpty ? nil : definitions == [definition]
    default: return nil
    }
  }

  /// The definitions that the expression names, in written order.
  private var definitions: [Definition] {
    switch form {
    case .definition(let definition): [definition]
    case .negative(let inner), .converted(let inner, _), .selection(let inner, _): inner.definitions
    case .arithmetic(let left, _, let right): left.definitions + right.definitions
    case .time(let call): call.series.definitions
    case .cells(_, let parts): parts.flatMap(\.definitions)
    case .aggregate(let call): call.argument?.definitions ?? []
    default: []
    }
  }
}
