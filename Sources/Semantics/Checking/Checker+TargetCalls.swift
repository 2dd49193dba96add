import Indicators
import Source
import Syntax
import Units

/// The functions that come from judging targets.
extension Checker {
  /// Returns `band(x, red: 0%, yellow: 90%, green: 100%)`: words of the script, in written order, by ascending lower bounds.
  mutating func band(
    _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    guard arguments.plain.count == 1, arguments.ranges.isEmpty, arguments.filtered.isEmpty, !arguments.hasOddLabel,
      !arguments.labels.isEmpty,
      arguments.labels.count == arguments.labelled.count
    else {
      return invalid(.wrongArguments(builtin), at: range)
    }
    let value = number(arguments.plain[0], setting)
    if value.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
    if value.type.shape == .mixed {
      return invalid(.mixedUnits(text(arguments.plain[0].range)), at: arguments.plain[0].range)
    }
    if value.type.indicatorUnits != nil {
      return invalid(.set(.mixedIndicators(text(value.range))), at: value.range)
    }
    var bounds: [CheckedExpression] = []
    var last: (name: String, bound: Double)?
    for (name, syntax) in arguments.labels {
      let written = number(syntax, setting)
      let bound = written.isInvalid ? written : adapted(written, to: value.type.unit)
      if bound.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
      guard let number = constant(bound) else { return invalid(.notAConstant, at: syntax.range) }
      if let last, number <= last.bound { return invalid(.bandsDescend(last.name, name.text), at: syntax.range) }
      last = (name.text, number)
      bounds.append(bound)
    }
    let words = arguments.labels.map(\.name.text)
    return CheckedExpression(
      .cells(.band, [value] + bounds), ValueType(.text(.ordered(words)), frequency: value.type.frequency), range)
  }

  /// Returns `plan(x)`, `baseline(x)` or `meets(x)` of something that targets can be stated of.
  mutating func ofTargets(
    _ function: CellFunction, _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    guard setting.relation == nil, arguments.holdsOnly(plain: 1...1) else {
      return invalid(.wrongArguments(builtin), at: range)
    }
    let value = number(arguments.plain[0], setting)
    if value.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
    guard case .definition(let definition) = value.form else {
      return invalid(.wrongArguments(builtin), at: value.range)
    }
    if function == .meets {
      if case .parameter = definition { return invalid(.wrongArguments(builtin), at: value.range) }
      return truth(.cells(.meets, [value]), of: [value], range)
    }
    switch definition {
    case .parameter, .set: return invalid(.wrongArguments(builtin), at: value.range)
    case .indicator, .alias, .aggregate: break
    }
    // A deadline may be a year where the data are finer.
    let frequency = value.type.frequency == .year ? Frequency.year : nil
    return CheckedExpression(
      .cells(function, [value]), ValueType(value.type.shape, frequency: frequency, kind: value.type.kind), range)
  }
}
