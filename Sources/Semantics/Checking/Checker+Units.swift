import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns `left` and `right` joined by an arithmetic operator, with the conversions that their units ask for.
  mutating func arithmetic(
    _ left: CheckedExpression, _ operation: ArithmeticOperator, _ right: CheckedExpression, _ place: SourceRange,
    _ range: SourceRange
  ) -> CheckedExpression {
    if left.isInvalid || right.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
    if let misuse = cumulativeMisuse(left, operation, right, range) { return misuse }
    lintConversion(left, operation, right)
    if let ofSets = arithmeticOfSets(left, operation, right, range) { return ofSets }
    let frequency = commonFrequency(left, right, range)
    let kind = kind(of: left, operation, right)
    func result(_ shape: ValueType.Shape, _ left: CheckedExpression, _ right: CheckedExpression) -> CheckedExpression {
      CheckedExpression(.arithmetic(left, operation, right), ValueType(shape, frequency: frequency, kind: kind), range)
    }
    switch (left.type.shape, right.type.shape) {
    case (.number(let first), .number(let second)):
      switch operation {
      case .add, .subtract: return sum(left, right, operation, frequency, range)
      case .multiply:
        let (unit, factor) = first.product(second)
        return result(.number(unit), left, right).converted(factor, to: unit)
      case .divide:
        let (unit, factor) = first.quotient(second)
        return result(.number(unit), left, right).converted(factor, to: unit)
      case .power: return power(left, right, frequency, range)
      }
    case (.flexible, .number(let unit)), (.number(let unit), .flexible):
      switch operation {
      case .add, .subtract: return result(.number(unit), left, right)
      case .multiply, .divide, .power: return result(.flexible, left, right)
      }
    case (.flexible, .flexible): return result(.flexible, left, right)
    case (.mixed, .mixed):
      switch operation {
      case .add, .subtract: return result(.mixed, left, right)
      case .divide: return result(.number(.one), left, right)
      case .multiply, .power: return invalid(.mixedUnits(text(left.range)), at: range)
      }
    case (.mixed, .number), (.number, .mixed), (.mixed, .flexible), (.flexible, .mixed):
      let other = left.type.shape == .mixed ? right : left
      let isScaling = operation == .multiply || operation == .divide && left.type.shape == .mixed
      if isScaling, other.type.unit.dimensions == MeasurementUnit.one.dimensions, other.type.unit.nature == .plain {
        return result(.mixed, left, right)
      }
      return invalid(.mixedUnits(text(left.type.shape == .mixed ? left.range : right.range)), at: range)
    case (.several, _), (_, .several), (.period, _), (_, .period), (.truth, _), (_, .truth), (.text, _), (_, .text),
      (.invalid, _), (_, .invalid):
      return invalid(.expected(.number), at: range)
    }
  }

  private mutating func sum(
    _ left: CheckedExpression, _ right: CheckedExpression, _ operation: ArithmeticOperator, _ frequency: Frequency?,
    _ range: SourceRange
  ) -> CheckedExpression {
    lintUnitlessShare(left, right)
    if let missing = unitMissing(in: right, beside: left) { return missing }
    // `1 + 5%` is 1.05: a plain number may stand before a share, and only there.
    if !right.type.unit.isPercentage, let missing = unitMissing(in: left, beside: right) { return missing }
    if left.isWhole, right.type.unit.isPercentage,
      let step = left.type.unit.factor(to: right.type.unit)
    {
      // What a share leaves of the whole, or adds to it, is a share, and no difference of two.
      let whole = left.converted(step, to: right.type.unit)
      return CheckedExpression(
        .arithmetic(whole, operation, right), ValueType(right.type.shape, frequency: frequency, kind: right.type.kind),
        range)
    }
    if left.type.unit.isPercentage, case .add = operation, let sum = weightedShares(left, right, frequency, range) {
      return sum
    }
    switch left.type.unit.sum(right.type.unit, subtracting: operation == .subtract) {
    case .success((let unit, let factorLeft, let factorRight)):
      let left = left.converted(factorLeft, to: unit)
      let right = right.converted(factorRight, to: unit)
      return CheckedExpression(
        .arithmetic(left, operation, right),
        ValueType(.number(unit), frequency: frequency, kind: kind(of: left, operation, right)), range)
    case .failure(let clash):
      return report(clash, operation == .add ? .add : .subtract, left, right, range)
    }
  }

  private mutating func power(
    _ base: CheckedExpression, _ exponent: CheckedExpression, _ frequency: Frequency?, _ range: SourceRange
  ) -> CheckedExpression {
    guard let plainExponent = plain(exponent) else { return invalid(.expected(.plainNumber), at: exponent.range) }
    if let plainBase = plain(base) {
      return CheckedExpression(
        .arithmetic(plainBase, .power, plainExponent), ValueType(.number(.one), frequency: frequency), range)
    }
    guard let exponent = constant(plainExponent).flatMap(UnitExponent.init) else {
      return invalid(.expected(.plainNumber), at: base.range)
    }
    guard let (unit, factor) = base.type.unit.power(exponent, in: units) else {
      return invalid(.noRoot(base.type.unit, text(exponent: plainExponent)), at: base.range)
    }
    let kind = kind(of: base, .power, plainExponent)
    return CheckedExpression(
      .arithmetic(base, .power, plainExponent), ValueType(.number(unit), frequency: frequency, kind: kind), range
    ).converted(factor, to: unit)
  }

  private func text(exponent: CheckedExpression) -> String {
    let written = text(exponent.range)
    return written.isEmpty ? "0.5" : written
  }

  /// Returns `value` as a plain number, or nil where it has a dimension.
  func plain(_ value: CheckedExpression) -> CheckedExpression? {
    if value.type.shape == .flexible { return value }
    guard case .number(let unit) = value.type.shape, let step = unit.factor(to: .one) else { return nil }
    return value.converted(step, to: .one)
  }

  /// Returns `left` and `right` in one unit, so that their numbers can be compared; a clash is reported.
  mutating func comparable(
    _ left: CheckedExpression, _ right: CheckedExpression
  ) -> (CheckedExpression, CheckedExpression) {
    let (left, right) = (inFull(left, beside: right), inFull(right, beside: left))
    guard case .number(let first) = left.type.shape, case .number(let second) = right.type.shape else {
      if left.type.indicatorUnits != nil || right.type.indicatorUnits != nil, !shareIndicatorUnits([left, right]) {
        let whole = left.range.joined(to: right.range)
        return (
          left, invalid(.set(.mixedIndicators(text((left.type.indicatorUnits == nil ? right : left).range))), at: whole)
        )
      }
      if (left.type.shape == .period) != (right.type.shape == .period), !left.isInvalid, !right.isInvalid {
        return periods(left, right)
      }
      return (left, right)
    }
    lintUnitlessShare(left, right)
    if let missing = unitMissing(in: right, beside: left) { return (left, missing) }
    if let missing = unitMissing(in: left, beside: right) { return (missing, right) }
    switch first.compare(second) {
    case .success((let factorLeft, let factorRight)):
      return (left.converted(factorLeft, to: first), right.converted(factorRight, to: first))
    case .failure(let clash):
      let whole = left.range.joined(to: right.range)
      return (left, report(clash, .compare, left, right, whole))
    }
  }

  /// Returns both sides as periods where one is a period and the other a year.
  private mutating func periods(
    _ left: CheckedExpression, _ right: CheckedExpression
  ) -> (CheckedExpression, CheckedExpression) {
    func period(_ value: CheckedExpression) -> CheckedExpression? {
      guard case .number(let year, decimals: 0) = value.form, year >= 1000, year < 10_000 else { return nil }
      return CheckedExpression(.period(Period(year: Int(year))), ValueType(.period), value.range)
    }
    if left.type.shape == .period {
      return (left, period(right) ?? invalid(.expected(.periods), at: right.range))
    }
    return (period(left) ?? invalid(.expected(.periods), at: left.range), right)
  }

  /// Returns `value` in `unit`, as a target's number or a parameter's bound must be; a clash is reported.
  mutating func adapted(_ value: CheckedExpression, to unit: MeasurementUnit) -> CheckedExpression {
    let value = inFull(value, beside: CheckedExpression(.missing, ValueType(.number(unit)), value.range))
    guard case .number(let own) = value.type.shape else {
      switch value.type.shape {
      case .flexible, .invalid, .mixed: return value
      case .several: return invalid(.set(.mixedIndicators(text(value.range))), at: value.range)
      case .number, .truth, .text, .period: return invalid(.expected(.number), at: value.range)
      }
    }
    let like = CheckedExpression(.missing, ValueType(.number(unit)), value.range)
    if let missing = unitMissing(in: value, beside: like) { return missing }
    if let step = own.factor(to: unit) { return value.converted(step, to: unit) }
    if own.nature != unit.nature, own.dimensions == unit.dimensions {
      return invalid(.percentAgainstPoints(value.range, nil, instead: turned(value)), at: value.range)
    }
    return invalid(.unitClash(.compare, own, unit, value.range, value.range), at: value.range)
  }

  /// Returns a number written in the unit that sheets print for the values beside it in the unit that it is in full: 56200 元
  /// beside 人均收入 is 56200 元/人.
  private mutating func inFull(_ value: CheckedExpression, beside other: CheckedExpression) -> CheckedExpression {
    guard value.isMeasuredLiteral, case .number(let full) = other.type.shape, let printed = printedUnits[full],
      let step = value.type.unit.factor(to: printed)
    else { return value }
    return value.converted(step, to: full)
  }

  /// Returns values of which one is chosen, all in the unit of the first that has one.
  mutating func choice(
    _ values: [CheckedExpression], _ range: SourceRange, _ form: ([CheckedExpression]) -> CheckedExpression.Form
  ) -> CheckedExpression {
    if values.contains(where: \.isInvalid) { return CheckedExpression(.invalid, .invalid, range) }
    if let set = values.first(where: { $0.type.indicatorUnits != nil }) {
      guard shareIndicatorUnits(values) else { return invalid(.set(.mixedIndicators(text(set.range))), at: range) }
      let type = ValueType(set.type.shape, frequency: commonFrequency(values, range), kind: commonKind(values))
      return CheckedExpression(form(values), type, range)
    }
    let first = values.first { if case .number = $0.type.shape { true } else { false } }
    let frequency = commonFrequency(values, range)
    guard let first else {
      let shape = values.first { $0.type.shape == .mixed }?.type.shape ?? .flexible
      return CheckedExpression(form(values), ValueType(shape, frequency: frequency, kind: commonKind(values)), range)
    }
    var converted: [CheckedExpression] = []
    for value in values {
      guard case .number(let unit) = value.type.shape else {
        converted.append(value)
        continue
      }
      if let missing = unitMissing(in: value, beside: first) { return missing }
      guard let step = unit.factor(to: first.type.unit) else {
        return report(.dimensions, .choose, first, value, range)
      }
      converted.append(value.converted(step, to: first.type.unit))
    }
    return CheckedExpression(
      form(converted), ValueType(first.type.shape, frequency: frequency, kind: commonKind(values)), range)
  }

  /// Reports a number written without a unit beside `other`, whose values have one.
  private mutating func unitMissing(in value: CheckedExpression, beside other: CheckedExpression) -> CheckedExpression?
  {
    guard value.isBareLiteral, !other.isBareLiteral, case .number(let unit) = other.type.shape else { return nil }
    // 人/千人 measures nothing, but a bare number beside it would be one per person.
    guard !unit.isPlain || unit.factorCount > 1 || !unit.dimensions.isNone
    else { return nil }
    return invalid(.unitMissing(digits: digits(value), expected: unit), at: value.range)
  }

  private mutating func report(
    _ clash: UnitClash, _ joining: SemanticProblem.Joining, _ left: CheckedExpression, _ right: CheckedExpression,
    _ range: SourceRange
  ) -> CheckedExpression {
    switch clash {
    case .dimensions:
      invalid(.unitClash(joining, left.type.unit, right.type.unit, left.range, right.range), at: range)
    case .percentPlusPercent:
      invalid(
        .percentPlusPercent(
          left.range, right.range, left: left.type.unit, right: right.type.unit,
          SharedAmount(written: digits(right), points: points(right).map { shortestString($0) })),
        at: range)
    case .percentAgainstPoints, .pointsAgainstNumber:
      invalid(.percentAgainstPoints(left.range, right.range, instead: turned(right) ?? turned(left)), at: range)
    }
  }

  /// Returns the number that `value` is, as written where the script shows it.
  private func digits(_ value: CheckedExpression) -> String {
    let written = text(value.range)
    return written.isEmpty ? constant(value).map { shortestString($0) } ?? "" : written
  }

  /// Returns how many hundredths the literal `value` is, or nil where it is none.
  private func points(_ value: CheckedExpression) -> Double? {
    switch value.form {
    case .number(let number, _): significantDecimal(number * value.type.unit.scale * 100, digits: 12)
    case .negative(let inner): points(inner).map { -$0 }
    default: nil
    }
  }

  /// Returns the literal `value` in `pp` where it is in `%`, and in `%` where it is in `pp`; nil where it is none.
  private func turned(_ value: CheckedExpression) -> String? {
    guard value.type.unit.nature != .plain, let points = points(value) else { return nil }
    return shortestString(points) + (value.type.unit.nature == .points ? "%" : "pp")
  }

  /// Returns the number that `value` is without any data, or nil where it depends on data.
  func constant(_ value: CheckedExpression) -> Double? {
    switch value.form {
    case .number(let number, _): number
    case .negative(let inner): constant(inner).map { -$0 }
    case .converted(let inner, let step): constant(inner).map { step($0) }
    case .arithmetic(let left, let operation, let right):
      if let left = constant(left), let right = constant(right) { operation.apply(left, right) } else { nil }
    case .definition(.parameter(let position)): parameterValues[position].flatMap { constant($0) }
    case .missing, .truth, .period, .text, .word, .definition, .dimension, .column, .fallback, .comparison,
      .approximation, .between, .among, .not, .and, .or, .selection, .cells, .time, .aggregate, .distribution, .chance,
      .invalid, .weights, .scaled, .filled, .reason:
      nil
    }
  }
}

extension CheckedExpression {
  /// Returns the expression with its numbers changed by `step`, which makes their unit `unit`.
  func converted(_ step: Conversion, to unit: MeasurementUnit) -> CheckedExpression {
    let type = ValueType(
      .number(unit), frequency: type.frequency, isPrinted: type.isPrinted, kind: type.kind)
    if step.isIdentity { return CheckedExpression(form, type, range) }
    return CheckedExpression(.converted(self, step), type, range)
  }

  /// Whether the expression is a distribution, in whatever unit.
  var isUncertain: Bool {
    switch form {
    case .distribution: true
    case .converted(let inner, _), .negative(let inner): inner.isUncertain
    default: false
    }
  }

  /// Whether the expression is written as `100%`.
  var isWhole: Bool {
    if case .number(100, _) = form { type.unit == .percent } else { false }
  }

  /// Whether the expression is a number written with a unit.
  var isMeasuredLiteral: Bool {
    switch form {
    case .number: !type.isPlainNumber
    case .negative(let inner): inner.isMeasuredLiteral
    default: false
    }
  }

  /// Whether the expression is a number written without a unit, other than 0, which fits every unit.
  var isBareLiteral: Bool { bareLiteral != nil }

  /// The number, where the expression is one written without a unit, other than 0.
  var bareLiteral: Double? {
    switch form {
    case .number(let number, _): type.isPlainNumber ? number : nil
    case .negative(let inner): inner.bareLiteral.map { -$0 }
    default: nil
    }
  }
}

extension ArithmeticOperator {
  /// Returns `left` and `right` joined; a result that is no number is NaN or infinite.
  package func apply(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .power: raise(left, to: right)
    }
  }
}
