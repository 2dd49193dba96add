import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns a call of `scale`.
  mutating func scaling(
    _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    guard setting.relation == nil, arguments.holdsOnly(plain: 1...2, labels: ["method", "方法"]) else {
      return invalid(.wrongArguments(builtin), at: range)
    }
    let labelled = arguments.labelled["method"] ?? arguments.labelled["方法"]
    if arguments.plain.count == 2, labelled != nil { return invalid(.wrongArguments(builtin), at: range) }
    let value = number(arguments.plain[0], setting)
    if value.isInvalid { return value }
    guard value.type.shape != .period else { return invalid(.expected(.number), at: value.range) }
    var method = ScalingCall.Method.range
    if let written = labelled ?? arguments.plain.dropFirst().first {
      guard let read = scalingMethod(written) else { return CheckedExpression(.invalid, .invalid, range) }
      method = read
    }
    if method == .plan, !value.isOfIndicators { return invalid(.set(.planOfFormula), at: value.range) }
    let call = ScalingCall(
      argument: value, method: method, isLowerBetter: isLowerBetter(value), lowerBetter: lowerBetterNames(value))
    return CheckedExpression(
      .scaled(call), ValueType(.number(.one), frequency: value.type.frequency, kind: .index), range)
  }

  private mutating func scalingMethod(_ syntax: ExpressionSyntax) -> ScalingCall.Method? {
    if case .path(let path) = syntax.form {
      switch path.text {
      case "range", "极差": return .range
      case "z", "标准分": return .standard
      case "plan", "计划", "target", "目标": return .plan
      default: break
      }
    }
    report(
      .unknownWord(
        text(syntax.range), of: Phrase("method", "方法"), choices: ["range", "z", "plan", "极差", "标准分", "计划"]),
      at: syntax.range)
    return nil
  }

  /// Whether lower is better of an indicator and of its changes in time; a formula has no direction.
  private func isLowerBetter(_ value: CheckedExpression) -> Bool {
    switch value.form {
    case .definition(.indicator(let position)): program.indicators[position].better == .lower
    case .definition(.alias(let position)):
      computedIndicators[position].map { program.indicators[$0].better == .lower } ?? false
    case .selection(let inner, let selection):
      if let name = selection.members.first(where: { $0.dimension == .indicator })?.name {
        lowerBetterNames(inner).contains(catalogue.names.canonical(name))
      } else {
        isLowerBetter(inner)
      }
    case .converted(let inner, _): isLowerBetter(inner)
    case .time(let call): isLowerBetter(call.series)
    default: false
    }
  }

  /// Returns the indicators of a set of which lower is better, where `value` is the set, in part or its changes in time.
  private func lowerBetterNames(_ value: CheckedExpression) -> Set<String> {
    switch value.form {
    case .definition(.set): lowerBetter(in: value)
    case .definition(.alias(let position)):
      // An alias that is no more than such a value keeps the direction of what it names.
      lowerBetterOfAliases[position] ?? []
    case .selection(let inner, _), .converted(let inner, _): lowerBetterNames(inner)
    case .time(let call): lowerBetterNames(call.series)
    case .cells(.round, let arguments), .cells(.clamp, let arguments):
      arguments.first.map { lowerBetterNames($0) } ?? []
    default: []
    }
  }

  /// Remembers the direction of what an alias names.
  mutating func noteDirection(of definition: Definition, _ formula: CheckedExpression) {
    guard case .alias(let position) = definition else { return }
    let names = lowerBetterNames(formula)
    if !names.isEmpty { lowerBetterOfAliases[position] = names }
  }

  /// Returns a number held between two others, which are in its unit.
  mutating func clamp(_ values: [CheckedExpression], _ range: SourceRange) -> CheckedExpression {
    let value = values[0]
    if values.contains(where: \.isInvalid) { return CheckedExpression(.invalid, .invalid, range) }
    let lower: CheckedExpression
    let upper: CheckedExpression
    if case .number(let unit) = value.type.shape {
      (lower, upper) = (adapted(values[1], to: unit), adapted(values[2], to: unit))
    } else {
      guard shareIndicatorUnits(values) else {
        return invalid(.set(.mixedIndicators(text(value.range))), at: range)
      }
      (lower, upper) = (values[1], values[2])
    }
    if lower.isInvalid || upper.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
    checkOrder(lower, upper, values[1].range.joined(to: values[2].range))
    let frequency = commonFrequency([value, lower, upper], range)
    return CheckedExpression(
      .cells(.clamp, [value, lower, upper]),
      ValueType(value.type.shape, frequency: frequency, kind: value.type.kind), range)
  }
}

extension CheckedExpression {
  /// Whether the expression is an indicator or a set, and so has targets of its own.
  fileprivate var isOfIndicators: Bool {
    switch form {
    case .definition(.indicator), .definition(.set): true
    case .converted(let inner, _): inner.isOfIndicators
    default: false
    }
  }
}
