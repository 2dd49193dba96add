import Indicators
import Source
import Syntax
import Units

/// What an aggregate function has beside its first argument.
extension Checker {
  /// Returns the expression that `call` is; the quotient of two units may ask for a conversion.
  func expression(of call: AggregateCall, _ range: SourceRange) -> CheckedExpression {
    let expression = CheckedExpression(.aggregate(call), type(of: call), range)
    guard call.function == .ratio else { return expression }
    return expression.converted(call.quotient.factor, to: call.quotient.unit)
  }

  /// What meets an argument cell by cell; a function of one argument has none.
  struct Partner {
    let value: CheckedExpression?
  }

  /// Returns what meets `argument` cell by cell, or nil after reporting what cannot.
  mutating func partner(
    of argument: CheckedExpression?, _ function: AggregateFunction, _ arguments: CallArguments, _ setting: Setting
  ) -> Partner? {
    guard let argument else { return Partner(value: nil) }
    if function == .contribution {
      let call = TimeCall(function: .prev, series: argument)
      return Partner(value: CheckedExpression(.time(call), argument.type, argument.range))
    }
    guard function.takesTwo else { return Partner(value: nil) }
    let second = number(arguments.plain[1], setting)
    guard let second = numeric(second, arguments.plain[1]), numeric(argument, arguments.plain[0]) != nil else {
      return nil
    }
    _ = commonFrequency([argument, second], argument.range.joined(to: second.range))
    return Partner(value: second)
  }

  /// Returns `value` if its cells are numbers in one unit; anything else is reported.
  private mutating func numeric(_ value: CheckedExpression, _ syntax: ExpressionSyntax) -> CheckedExpression? {
    switch value.type.shape {
    case .number, .flexible: return value
    case .invalid: return nil
    case .mixed: report(.mixedUnits(text(syntax.range)), at: syntax.range)
    case .several: report(.set(.mixedIndicators(text(syntax.range))), at: syntax.range)
    case .truth, .text, .period: report(.expected(.number), at: syntax.range)
    }
    return nil
  }

  /// Returns `frame` without the dimensions that `groups` name, so that cells stand among those of their own group; nil
  /// after reporting what names no dimension.
  mutating func narrowed(
    _ frame: AggregateCall.Frame, to groups: [ExpressionSyntax], _ builtin: Builtin
  ) -> AggregateCall.Frame? {
    if groups.isEmpty { return frame }
    var dimensions: [Dimension] = []
    for group in groups {
      guard case .path(let path) = group.form else {
        report(.wrongArguments(builtin), at: group.range)
        return nil
      }
      guard let dimension = dimension(path) else { return nil }
      dimensions.append(dimension)
    }
    switch frame {
    case .data: return .by(dimensions)
    case .by(let kept): return .by(kept + dimensions)
    case .over(let collapsed): return .over(collapsed.filter { !dimensions.contains($0) })
    case .relation: return frame
    }
  }

  /// Returns whether the argument `balanced` is true, or nil after reporting one that is neither true nor false.
  mutating func isBalanced(_ arguments: CallArguments, _ setting: Setting) -> Bool? {
    guard let syntax = arguments.labelled["balanced"] ?? arguments.labelled["平衡样本"] else { return false }
    let value = condition(syntax, setting)
    if case .truth(let truth) = value.form { return truth }
    if !value.isInvalid { report(.expected(.truth), at: syntax.range) }
    return nil
  }
}

extension AggregateCall {
  /// The unit of the argument over that of the second, and how their quotient becomes a number in it.
  var quotient: (unit: MeasurementUnit, factor: Conversion) {
    (argument?.type.unit ?? .one).quotient(second?.type.unit ?? .one)
  }
}

extension CheckedExpression {
  /// Whether the cells are numbers, of each indicator in one unit.
  var isNumber: Bool {
    switch type.shape {
    case .number, .several, .flexible: true
    case .mixed, .truth, .text, .period, .invalid: false
    }
  }
}
