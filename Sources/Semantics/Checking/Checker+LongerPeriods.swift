import Indicators
import Source
import Syntax
import Units

/// Bringing values to longer periods, by what their kind allows.
extension Checker {
  /// Returns a call that makes periods of `target` of the shorter ones of `series`.
  mutating func conversion(
    _ function: TimeFunction, to target: Frequency, _ series: CheckedExpression, _ arguments: CallArguments,
    _ builtin: Builtin, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    let name = heading(arguments.plain[0])
    if let own = series.type.frequency, own.perYear < target.perYear {
      return invalid(.time(.upward(name, from: own, to: target)), at: series.range)
    }
    var named: AggregateFunction?
    if arguments.plain.count == 2 {
      guard let function = partsFunction(arguments.plain[1]) else {
        return invalid(.wrongArguments(builtin), at: arguments.plain[1].range)
      }
      named = function
    }
    var weight: CheckedExpression?
    if let syntax = arguments.weight {
      let value = number(syntax, setting)
      if value.isInvalid { return value }
      guard named == nil || named == .mean else { return invalid(.wrongArguments(builtin), at: range) }
      _ = commonFrequency([series, value], range)
      if value.isCumulative {
        let text = text(value.range)
        return invalid(.time(.cumulativeJoined(text, instead: singles(text))), at: value.range)
      }
      weight = value
      named = .mean
    }
    guard
      let aggregate = series.type.frequency == target
        ? .last : self.aggregate(of: named, series, arguments.plain[0], builtin)
    else {
      return CheckedExpression(.invalid, .invalid, range)
    }
    let call = TimeCall(function: function, series: series, aggregate: aggregate, weight: weight)
    let type = ValueType(series.type.shape, frequency: target, kind: kind(of: call))
    return CheckedExpression(.time(call), type, range)
  }

  /// Returns what makes a longer period of the parts of `series`: what is `named`, else what the kind says.
  private mutating func aggregate(
    of named: AggregateFunction?, _ series: CheckedExpression, _ syntax: ExpressionSyntax, _ builtin: Builtin
  ) -> AggregateFunction? {
    let name = heading(syntax)
    switch series.knownKind {
    case .cumulative:
      guard named == nil || named == .last else {
        let instead = Phrase("\(builtin.english)(\(name))", "\(builtin.chinese)(\(name))")
        report(.time(.cumulativeJoined(name, instead: instead)), at: series.range)
        return nil
      }
      return .last
    case .flow: return named ?? .sum
    case .level:
      guard named != .sum else {
        report(.levelSummed(name), at: series.range)
        return nil
      }
      return named ?? .last
    case .ratio, .index, .rate:
      guard let named else {
        report(.time(.partsOfRatio(name, builtin, quotient: quotient(syntax))), at: series.range)
        return nil
      }
      guard named != .sum else {
        report(.ratioSummed(name), at: series.range)
        return nil
      }
      return named
    case nil:
      if let named, named != .sum { return named }
      if let indicator = undeclared(series) {
        report(.kindNeeded(indicator), at: series.range)
        return nil
      }
      guard let named else {
        report(.time(.partsUnknown(name, builtin)), at: series.range)
        return nil
      }
      return named
    }
  }

  /// Returns the name of an indicator whose kind nobody states and on which the kind of `expression` rests.
  func undeclared(_ expression: CheckedExpression) -> String? {
    switch expression.form {
    case .definition(.indicator(let position)):
      let indicator = program.indicators[position]
      return indicator.kind == nil && !indicator.unit.isRatio ? indicator.name : nil
    case .converted(let inner, _), .negative(let inner), .selection(let inner, _): return undeclared(inner)
    case .arithmetic(let left, _, let right): return undeclared(left) ?? undeclared(right)
    case .fallback(let left, let right): return undeclared(left) ?? undeclared(right)
    case .time(let call): return undeclared(call.series)
    default: return nil
    }
  }

  /// Returns the aggregate that `syntax` names, if parts of a period can be taken so.
  private func partsFunction(_ syntax: ExpressionSyntax) -> AggregateFunction? {
    guard case .path(let path) = syntax.form,
      case .aggregate(let function) = Builtin.named(path.text, argumentCount: 1)?.kind
    else { return nil }
    switch function {
    case .sum, .mean, .last, .first, .max, .min: return function
    case .median, .quantile, .stdev, .cv, .gini, .theil, .count, .distinct, .list, .share, .rank, .ratio, .correlation,
      .contribution, .proportion:
      return nil
    }
  }

  /// Returns the two sides of the division that `syntax` is, itself or by its name.
  private func quotient(_ syntax: ExpressionSyntax) -> (numerator: String, denominator: String)? {
    switch syntax.form {
    case .arithmetic(let above, .divide, let below, _): return (text(above.range), text(below.range))
    case .path(let path):
      for statement in scripts.flatMap({ $0.syntax.statements(of: .alias) }) {
        guard case .alias(let alias) = statement.form, alias.name.text == path.text,
          case .arithmetic(let above, .divide, let below, _) = alias.formula.form
        else { continue }
        return (text(above.range), text(below.range))
      }
      return nil
    default: return nil
    }
  }

  /// Returns how `value`, if its periods are shorter, can be brought to `frequency`.
  func offer(of value: CheckedExpression, for frequency: Frequency) -> ConversionOffer? {
    guard let own = value.type.frequency, own.perYear > frequency.perYear,
      let function = TimeFunction.making(frequency)?.builtin
    else { return nil }
    let kind = value.knownKind
    let isRatio = kind.map { !$0.addsOverMembers } ?? false
    return ConversionOffer(
      range: value.range, text: unwrapped(text(value.range)), function: function, isRatio: isRatio,
      isCertain: kind != nil && !isRatio)
  }

  /// Returns `text` without the parentheses that enclose all of it.
  private func unwrapped(_ text: String) -> String {
    guard text.first == "(" || text.first == "（" else { return text }
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(", "（": depth += 1
      case ")", "）": depth -= 1
      default: break
      }
      if depth == 0, text.index(after: index) < text.endIndex { return text }
    }
    return String(text.dropFirst().dropLast())
  }
}
