import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns `a to b`: the central 90% of a normal distribution.
  mutating func interval(
    _ low: ExpressionSyntax, _ high: ExpressionSyntax, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    guard isAllowed(setting, range) else { return CheckedExpression(.invalid, .invalid, range) }
    let (low, high) = (number(low, .values), number(high, .values))
    if let first = constant(low), let second = constant(high), first > second { report(.rangeReversed, at: range) }
    return uniting([low, high], range) { .interval($0[0], $0[1]) }
  }

  /// Returns a distribution that a function makes of `arguments`.
  mutating func distribution(
    _ function: DistributionFunction, _ arguments: [ArgumentSyntax], _ builtin: Builtin, _ setting: Setting,
    _ range: SourceRange
  ) -> CheckedExpression {
    guard isAllowed(setting, range) else { return CheckedExpression(.invalid, .invalid, range) }
    if function == .choose { return choice(arguments, builtin, range) }
    let call = CallArguments(arguments)
    let count = function == .triangular || function == .pert ? 3 : 2
    guard call.holdsOnly(plain: count...count) else { return invalid(.wrongArguments(builtin), at: range) }
    let values = call.plain.map { number($0, .values) }
    if values.contains(where: \.isInvalid) { return CheckedExpression(.invalid, .invalid, range) }
    switch function {
    case .normal: return spread(values[0], values[1], range)
    case .lognormal:
      guard let deviation = plain(values[1]) else { return invalid(.expected(.plainNumber), at: values[1].range) }
      if let median = constant(values[0]), median <= 0 {
        return invalid(.assumption(.impossible(.medianNotPositive)), at: values[0].range)
      }
      if let fault = negative(deviation) { return fault }
      return made(.lognormal(values[0], deviation), values[0].type, range)
    case .uniform: return ordered(uniting(values, range) { .uniform($0[0], $0[1]) })
    case .triangular: return ordered(uniting(values, range) { .triangular($0[0], $0[1], $0[2]) })
    case .pert: return ordered(uniting(values, range) { .pert($0[0], $0[1], $0[2]) })
    case .beta:
      guard let first = plain(values[0]), let second = plain(values[1]) else {
        return invalid(.expected(.plainNumber), at: range)
      }
      for shape in [first, second] where constant(shape).map({ $0 <= 0 }) ?? false {
        return invalid(.assumption(.impossible(.shapeNotPositive)), at: shape.range)
      }
      return made(.beta(first, second), .plain, range)
    case .choose: return invalid(.wrongArguments(builtin), at: range)
    }
  }

  /// Returns the normal distribution around `mean`; the deviation of a percentage may be in points.
  private mutating func spread(
    _ mean: CheckedExpression, _ deviation: CheckedExpression, _ range: SourceRange
  ) -> CheckedExpression {
    let unit = mean.type.unit
    if unit.nature == .percentage, deviation.type.unit.nature == .points {
      if let fault = negative(deviation) { return fault }
      let step = MeasurementUnit.points.size.followed(by: unit.size.inverted)
      return made(.normal(mean, deviation.converted(step, to: unit)), mean.type, range)
    }
    if let fault = negative(deviation) { return fault }
    let adapted = adapted(deviation, to: unit)
    return adapted.isInvalid ? adapted : made(.normal(mean, adapted), mean.type, range)
  }

  /// Reports a constant deviation below zero.
  private mutating func negative(_ deviation: CheckedExpression) -> CheckedExpression? {
    guard let constant = constant(deviation), constant < 0 else { return nil }
    return invalid(.assumption(.impossible(.negativeDeviation)), at: deviation.range)
  }

  /// Returns `value`, a distribution between two ends, or reports constant arguments in another order.
  private mutating func ordered(_ value: CheckedExpression) -> CheckedExpression {
    guard case .distribution(let call) = value.form else { return value }
    let ends = call.parts.map { ($0, constant($0)) }
    guard let lower = ends.first?.1, let upper = ends.last?.1 else { return value }
    if lower > upper { return invalid(.assumption(.impossible(.endsReversed)), at: value.range) }
    for (likeliest, number) in ends.dropFirst().dropLast() {
      guard let number, number < lower || number > upper else { continue }
      return invalid(.assumption(.impossible(.likeliestOutside)), at: likeliest.range)
    }
    return value
  }

  private mutating func choice(
    _ arguments: [ArgumentSyntax], _ builtin: Builtin, _ range: SourceRange
  ) -> CheckedExpression {
    var values: [CheckedExpression] = []
    var chances: [Double] = []
    for argument in arguments {
      guard case .labelled(let value, let chance) = argument.form,
        let share = plain(number(chance, .values)).flatMap({ constant($0) })
      else {
        return invalid(.wrongArguments(builtin), at: argument.range)
      }
      guard (0...1).contains(share) else {
        return invalid(.assumption(.impossible(.chanceOutside)), at: chance.range)
      }
      values.append(number(value, .values))
      chances.append(share)
    }
    guard abs(chances.reduce(0, +) - 1) < 1e-9 else {
      return invalid(.assumption(.impossible(.chancesNotOne)), at: range)
    }
    return uniting(values, range) { units in .choose(zip(units, chances).map { ($0, $1) }) }
  }

  private mutating func isAllowed(_ setting: Setting, _ range: SourceRange) -> Bool {
    if !setting.isUncertain { report(.distributionElsewhere, at: range) }
    return setting.isUncertain
  }

  /// Returns the distribution of values that are brought to the unit of the first.
  private mutating func uniting(
    _ values: [CheckedExpression], _ range: SourceRange,
    _ form: ([CheckedExpression]) -> DistributionCall.Form
  ) -> CheckedExpression {
    let united = choice(values, range) { .cells(.min, $0) }
    guard case .cells(_, let parts) = united.form else { return united }
    return made(form(parts), united.type, range)
  }

  private mutating func made(
    _ form: DistributionCall.Form, _ type: ValueType, _ range: SourceRange
  ) -> CheckedExpression {
    distributionCount += 1
    let call = DistributionCall(form: form, ordinal: distributionCount - 1)
    return CheckedExpression(.distribution(call), ValueType(type.shape, frequency: type.frequency), range)
  }
}
