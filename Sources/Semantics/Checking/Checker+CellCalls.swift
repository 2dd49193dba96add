import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns a call of a function that takes each cell by itself.
  mutating func cells(
    _ function: CellFunction, _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    let plainCount: ClosedRange<Int>
    switch function {
    case .band: return band(arguments, builtin, setting, range)
    case .plan, .baseline, .meets: return ofTargets(function, arguments, builtin, setting, range)
    case .if: plainCount = 3...3
    case .known, .abs: plainCount = 1...1
    case .round: plainCount = 1...2
    case .clamp: plainCount = 3...3
    case .min, .max: plainCount = 2...64
    }
    guard arguments.holdsOnly(plain: plainCount) else { return invalid(.wrongArguments(builtin), at: range) }
    switch function {
    case .if:
      let test = condition(arguments.plain[0], setting)
      let (yes, no) = (expression(arguments.plain[1], setting), expression(arguments.plain[2], setting))
      if test.isInvalid || yes.isInvalid || no.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
      if yes.type.shape == .truth, no.type.shape == .truth {
        return truth(.cells(.if, [test, yes, no]), of: [test, yes, no], range)
      }
      let chosen = choice([number(yes), number(no)], range) { .cells(.if, [test] + $0) }
      _ = commonFrequency([test, chosen], range)
      return chosen
    case .known:
      let value = expression(arguments.plain[0], setting)
      return truth(.cells(.known, [value]), of: [value], range)
    case .abs:
      let value = number(arguments.plain[0], setting)
      return value.isInvalid ? value : CheckedExpression(.cells(.abs, [value]), value.type, range)
    case .round:
      let value = number(arguments.plain[0], setting)
      if value.isInvalid { return value }
      var digits = CheckedExpression(.number(0, decimals: 0), .plain, range)
      if arguments.plain.count == 2 {
        digits = number(arguments.plain[1], setting)
        guard let count = constant(digits), count.rounded() == count, abs(count) <= 15 else {
          return digits.isInvalid ? digits : invalid(.wrongArguments(builtin), at: digits.range)
        }
      }
      let type = ValueType(value.type.shape, frequency: value.type.frequency, kind: value.type.kind)
      return CheckedExpression(.cells(.round, [value, digits]), type, range)
    case .clamp: return clamp(arguments.plain.map { number($0, setting) }, range)
    case .band, .plan, .baseline, .meets: return invalid(.wrongArguments(builtin), at: range)
    case .min, .max:
      let values = arguments.plain.map { number($0, setting) }
      return choice(values, range) { .cells(function, $0) }
    }
  }

  private mutating func number(_ value: CheckedExpression) -> CheckedExpression {
    switch value.type.shape {
    case .number, .flexible, .mixed, .several, .invalid: value
    case .truth, .text, .period: invalid(.expected(.number), at: value.range)
    }
  }
}
