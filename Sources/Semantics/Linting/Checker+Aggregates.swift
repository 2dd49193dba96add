import Source
import Syntax

extension Checker {
  /// Reports 0 in place of missing values where it changes the result; a sum is the same with and without.
  mutating func lintZeros(_ argument: CheckedExpression, in builtin: Builtin, at range: SourceRange) {
    guard let filled = argument.filledWithZero else { return }
    switch builtin.kind {
    case .aggregate(.sum), .aggregate(.count), .aggregate(.max), .cells, .missing, .scaling, .distribution, .chance:
      return
    case .aggregate, .time: break
    }
    lint(
      .zeroForMissing(function: Phrase(builtin.english, builtin.chinese), name: text(filled.range)), at: range)
  }

  /// Reports a rank of what is mostly wanted low, where nobody says which direction is better.
  mutating func lintRank(of argument: CheckedExpression, at range: SourceRange) {
    guard case .definition(.indicator(let position)) = argument.form else { return }
    let indicator = program.indicators[position]
    guard indicator.better == nil, LowerIsBetterWords.speaks(indicator.name) else { return }
    lint(.rankedGreatestFirst(indicator.name), at: range)
  }
}

extension CheckedExpression {
  /// The value whose missing cells the expression takes as 0.
  fileprivate var filledWithZero: CheckedExpression? {
    switch form {
    case .fallback(let value, let filler): filler.isZero ? value : nil
    case .converted(let inner, _), .negative(let inner): inner.filledWithZero
    default: nil
    }
  }

  private var isZero: Bool {
    switch form {
    case .number(0, _): true
    case .converted(let inner, _): inner.isZero
    default: false
    }
  }
}
