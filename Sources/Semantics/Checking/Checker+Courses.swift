import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns one stretch; `previous` is the one that it follows.
  mutating func check(
    _ syntax: CourseSyntax, after previous: CheckedCourse?, of subject: AssumedSubject, _ chosen: Selection.Periods?
  ) -> CheckedCourse? {
    var first = syntax.from.map(Period.init)
    var last = syntax.until.map(Period.init)
    if let span = syntax.at {
      if let other = syntax.from ?? syntax.until {
        report(.assumption(.periodsTwice(other: other.range)), at: span.range)
        return nil
      }
      first = Period(span.first)
      last = Period(span.last ?? span.first)
    }
    if chosen != nil, let other = syntax.at?.range ?? syntax.from?.range {
      report(.assumption(.periodsTwice(other: subject.value.range)), at: other)
      return nil
    }
    switch chosen {
    case .one(let period): (first, last) = (first ?? period, last ?? period)
    case .range(let start, let end): (first, last) = (first ?? start, last ?? end)
    case nil: break
    }
    if let previous, first == nil {
      guard let end = previous.last else {
        report(.assumption(.afterOpenOne), at: previous.range)
        return nil
      }
      first = end.advanced(by: 1)
    }
    for period in [first, last].compactMap({ $0 }) {
      guard hasFrequency(of: period, subject, at: syntax.range) else { return nil }
    }
    if let first, let last, last < first {
      report(.assumption(.endsBeforeItBegins), at: syntax.range)
      return nil
    }
    guard let move = move(syntax.move, of: subject, previous, syntax.range) else { return nil }
    var bounds: [CheckedExpression?] = []
    for bound in [syntax.upTo, syntax.downTo] {
      guard let bound else {
        bounds.append(nil)
        continue
      }
      guard let amount = amount(bound, of: subject) else { return nil }
      bounds.append(amount)
    }
    return CheckedCourse(
      move: move, first: first, last: last, upper: bounds[0], lower: bounds[1], range: syntax.range)
  }

  private mutating func move(
    _ syntax: CourseSyntax.Move, of subject: AssumedSubject, _ previous: CheckedCourse?, _ range: SourceRange
  ) -> CheckedCourse.Move? {
    switch syntax {
    case .grows(let rate):
      return growthShare(rate.amount, grows: true, subject).map { .grows($0, per(rate)) }
    case .shrinks(let rate):
      return growthShare(rate.amount, grows: false, subject).map { .grows(negative($0), per(rate)) }
    case .rises(let rate): return change(rate.amount, .rises, of: subject).map { .rises($0, per(rate)) }
    case .falls(let rate): return change(rate.amount, .falls, of: subject).map { .rises(negative($0), per(rate)) }
    case .reaches(let value, let period, let along):
      guard hasFrequency(of: Period(period), subject, at: period.range) else { return nil }
      var curve = CheckedCourse.Curve.linear
      if let along {
        guard let named = curveNamed(along.text) else {
          report(
            .unknownWord(
              along.text, of: Phrase("path", "路径"), choices: CheckedCourse.Curve.allCases.map(\.rawValue)),
            at: along.range)
          return nil
        }
        curve = named
      }
      return amount(value, of: subject).map { .reaches($0, by: Period(period), along: curve) }
    case .follows(let guide): return self.guide(guide, of: subject)
    case .holds: return .holds
    case .pins(let value): return amount(value, of: subject).map { .pins($0) }
    case .adds(let value): return change(value, .adds, of: subject).map { .adds($0) }
    case .multiplies(let value):
      let factor = written(value, of: subject)
      if factor.isInvalid { return nil }
      guard let plain = plain(factor) else {
        report(.expected(.plainNumber), at: value.range)
        return nil
      }
      return .multiplies(plain)
    case .continues(let rate):
      switch previous?.move {
      case .grows: return growthShare(rate.amount, grows: true, subject).map { .grows($0, per(rate)) }
      case .rises: return change(rate.amount, .rises, of: subject).map { .rises($0, per(rate)) }
      case .reaches, .follows, .holds, .pins, .adds, .multiplies, nil:
        report(.expected(.number), at: range)
        return nil
      }
    }
  }

  private func per(_ rate: CourseSyntax.Rate) -> CheckedCourse.Per {
    switch rate.per {
    case .year, nil: .year
    case .quarter: .quarter
    case .month: .month
    }
  }

  private func curveNamed(_ word: String) -> CheckedCourse.Curve? {
    let chinese: [String: CheckedCourse.Curve] = ["线性": .linear, "几何": .geometric, "S曲线": .scurve]
    return CheckedCourse.Curve(rawValue: word) ?? chinese[word]
  }

  private func negative(_ value: CheckedExpression) -> CheckedExpression {
    CheckedExpression(.negative(value), value.type, value.range)
  }

  /// Returns whether `period` is as long as those of `subject`; that it is not is reported.
  mutating func hasFrequency(of period: Period, _ subject: AssumedSubject, at range: SourceRange) -> Bool {
    guard let own = subject.value.type.frequency, own != period.frequency else { return true }
    report(.mixedFrequency(own, period.frequency), at: range)
    return false
  }
}
