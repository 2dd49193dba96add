import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns what is written as an amount for `subject`: of a value for each indicator of a set, the one for the subject.
  mutating func written(_ syntax: ExpressionSyntax, of subject: AssumedSubject) -> CheckedExpression {
    let value = number(syntax, .amounts)
    if value.isInvalid || sets(under: value).isEmpty { return value }
    guard assumedMember != nil else { return invalid(.set(.formulaOfSet(text(syntax.range))), at: syntax.range) }
    var selection = Selection()
    selection.members = [(.indicator, subject.name)]
    guard let type = type(of: value, at: selection, frequency: value.type.frequency, syntax.range) else {
      return CheckedExpression(.invalid, .invalid, syntax.range)
    }
    return CheckedExpression(.selection(value, selection), type, syntax.range)
  }

  /// Returns a growth rate as a plain share.
  mutating func growthShare(
    _ syntax: ExpressionSyntax, grows: Bool, _ subject: AssumedSubject
  ) -> CheckedExpression? {
    let value = written(syntax, of: subject)
    if value.isInvalid { return nil }
    if let share = plain(value) {
      lintGrowth(grows: grows, by: syntax, of: subject.unit, isTarget: false)
      return share
    }
    if value.type.unit.nature == .points {
      let isPercentage = subject.unit.nature == .percentage
      report(
        .assumption(.growsInPoints(text(syntax.range), grows: grows, isPercentage: isPercentage)),
        at: syntax.range)
    } else {
      report(.expected(.plainNumber), at: syntax.range)
    }
    return nil
  }

  /// Returns an amount in the subject's unit.
  mutating func amount(_ syntax: ExpressionSyntax, of subject: AssumedSubject) -> CheckedExpression? {
    amount(written(syntax, of: subject), in: subject.unit, of: subject)
  }

  /// Returns a change of the subject in its unit; of a percentage it is written in points.
  mutating func change(
    _ syntax: ExpressionSyntax, _ change: AssumptionProblem.AbsoluteChange, of subject: AssumedSubject
  ) -> CheckedExpression? {
    let value = written(syntax, of: subject)
    if value.isInvalid { return nil }
    let unit = subject.unit
    if case .number(let own) = value.type.shape, own.nature == .percentage,
      unit.dimensions != own.dimensions || own.nature == unit.nature
    {
      report(
        .assumption(.changeInPercent(change, text(syntax.range), subject: subject.name, unit: unit)), at: syntax.range)
      return nil
    }
    guard unit.nature == .percentage else { return amount(value, in: unit, of: subject) }
    return amount(value, in: .points, of: subject).map {
      $0.converted(MeasurementUnit.points.size.followed(by: unit.size.inverted), to: unit)
    }
  }

  private mutating func amount(
    _ value: CheckedExpression, in unit: MeasurementUnit, of subject: AssumedSubject
  ) -> CheckedExpression? {
    if value.isInvalid { return nil }
    if case .number(let own) = value.type.shape, own.dimensions != unit.dimensions, !own.factors.isEmpty,
      printedUnits[unit].flatMap({ own.factor(to: $0) }) == nil
    {
      report(.assumption(.amountUnit(subject.name, unit: subject.unit, found: own)), at: value.range)
      return nil
    }
    let value = adapted(value, to: unit)
    return value.isInvalid ? nil : value
  }
}
