import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns a call of a function that looks at why values are missing.
  mutating func missing(
    _ function: MissingFunction, _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting,
    _ range: SourceRange
  ) -> CheckedExpression {
    let invalid = CheckedExpression(.invalid, .invalid, range)
    switch function {
    case .reason:
      guard arguments.holdsOnly(plain: 1...1) else { return self.invalid(.wrongArguments(builtin), at: range) }
      let value = expression(arguments.plain[0], setting)
      if value.isInvalid { return invalid }
      if case .text = value.type.shape { return self.invalid(.expected(.number), at: value.range) }
      return CheckedExpression(
        .reason(value), ValueType(.text(.fixed(.reason)), frequency: value.type.frequency), range)
    case .fill:
      guard arguments.holdsOnly(plain: 2...2, labels: ["only", "仅"]) else {
        return self.invalid(.wrongArguments(builtin), at: range)
      }
      let values = arguments.plain.map { number($0, setting) }
      var only: [MissingReason] = []
      for (_, syntax) in arguments.labels {
        guard case .word(let word) = word(syntax, .fixed(.reason)).form, let reason = MissingReason(word: word) else {
          return invalid
        }
        only.append(reason)
      }
      return choice(values, range) { .filled($0[0], $0[1], only: only) }
    }
  }
}
