import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns the positions of the params that `paths` name, each once; what is no param is reported.
  ///
  /// Nil where any of them could not be understood.
  mutating func movedParameters(_ paths: [PathSyntax]) -> [Int]? {
    var positions: [Int] = []
    var isUnderstood = true
    for path in paths {
      guard let position = movedParameter(path) else {
        isUnderstood = false
        continue
      }
      if positions.contains(position) {
        report(.moving(.movedTwice(path.text)), at: path.range)
        isUnderstood = false
      }
      positions.append(position)
    }
    return isUnderstood ? positions : nil
  }

  /// Returns the position of the param that `path` names, or nil after reporting why there is none.
  mutating func movedParameter(_ path: PathSyntax) -> Int? {
    switch lookUp(path) {
    case .definition(.parameter(let position)):
      // A param that could not be understood has been reported.
      return program.parameters[position].value.isInvalid ? nil : position
    case .definition, .dimension, .truth, .missing:
      report(.moving(.notAParameter(path.text)), at: path.range)
    case nil:
      let nearest = nearestNames(to: path.text, among: program.parameters.map(\.name), atMost: 3)
      report(.unknownParameter(path.text, nearest: nearest.map(quotedWhereNeeded)), at: path.range)
    }
    return nil
  }

  /// Returns the values between the ends of `syntax` in the unit of the param at `position`, or nil after reporting why not.
  ///
  /// Values beyond those that the param states are reported, and taken all the same.
  mutating func movedRange(_ syntax: RangeSyntax, of position: Int) -> ClosedRange<Double>? {
    let parameter = program.parameters[position]
    let lower = adapted(number(syntax.lower, .values), to: parameter.value.type.unit)
    let upper = adapted(number(syntax.upper, .values), to: parameter.value.type.unit)
    if lower.isInvalid || upper.isInvalid { return nil }
    guard let low = constant(lower), let high = constant(upper) else {
      report(.notAConstant, at: syntax.range)
      return nil
    }
    guard low <= high else {
      report(.rangeReversed, at: syntax.range)
      return nil
    }
    if let own = parameter.bounds, low < own.lowerBound || high > own.upperBound {
      let unit = parameter.value.type.unit
      report(
        .moving(
          .beyondRange(
            parameter.name, lower: written(own.lowerBound, unit), upper: written(own.upperBound, unit))),
        at: syntax.range)
    }
    return low...high
  }

  /// Returns a step as an amount in `unit`; nil where it is in another unit. The step of a percentage may be in points.
  func step(_ amount: CheckedExpression, in unit: MeasurementUnit) -> Double? {
    guard let number = constant(amount) else { return nil }
    let own = amount.type.unit
    if unit.nature == .percentage, own.nature == .points {
      return MeasurementUnit.points.size.followed(by: unit.size.inverted)(number)
    }
    // `1` is a step of a plain number alone, and `1%` one of a percentage.
    guard own.nature == unit.nature, own.factors.isEmpty == unit.factors.isEmpty else { return nil }
    return own.factor(to: unit).map { $0(number) }
  }

  /// Returns the constant after `by` or `step`, greater than 0, or nil after reporting why it is none.
  mutating func stepAmount(_ syntax: ExpressionSyntax) -> CheckedExpression? {
    let amount = number(syntax, .values)
    if amount.isInvalid { return nil }
    guard let number = constant(amount) else {
      report(.notAConstant, at: syntax.range)
      return nil
    }
    guard number > 0 else {
      report(.moving(.stepNotPositive), at: syntax.range)
      return nil
    }
    return amount
  }

  /// Returns a number with its unit as a script writes it.
  private func written(_ number: Double, _ unit: MeasurementUnit) -> String {
    let digits = shortestString(significantDecimal(number, digits: 12))
    return unit.factors.isEmpty ? digits : digits + (unit.nature == .plain ? " " : "") + unit.symbol
  }
}
