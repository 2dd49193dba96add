import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns an assumption with its names resolved and its units agreed, or nil after reporting what is wrong.
  mutating func check(_ syntax: AssumptionSyntax) -> CheckedAssumption? {
    let path = ExpressionSyntax(.path(syntax.subject), range: syntax.subject.range)
    var value =
      syntax.selector.isEmpty
      ? number(path, .values) : selection(path, syntax.selector, .values, syntax.subject.range)
    var chosen = Selection()
    if case .selection(let inner, let selection) = value.form { (value, chosen) = (inner, selection) }
    guard case .definition(let definition) = value.form else { return nil }
    switch definition {
    case .aggregate, .set:
      report(.assumptionOfAggregate(syntax.subject.text), at: syntax.subject.range)
      return nil
    case .parameter where !syntax.courses.allSatisfy({ if case .pins = $0.move { true } else { false } }):
      report(.assumptionOfParameter(syntax.subject.text), at: syntax.range)
      return nil
    case .parameter, .alias, .indicator: break
    }
    distributionCount = 0
    var courses: [CheckedCourse] = []
    for course in syntax.courses {
      guard let checked = check(course, after: courses.last, of: value, chosen.periods) else { return nil }
      courses.append(checked)
    }
    return CheckedAssumption(
      subject: definition, subjectText: text(syntax.subject.range), type: value.type, members: chosen.members,
      courses: courses, reasons: syntax.reasons.compactMap(\.plain), sources: syntax.sources.compactMap(\.plain),
      range: syntax.range)
  }

  /// Returns one stretch; `previous` is the one that it follows.
  private mutating func check(
    _ syntax: CourseSyntax, after previous: CheckedCourse?, of subject: CheckedExpression, _ chosen: Selection.Periods?
  ) -> CheckedCourse? {
    var first = syntax.from.map(Period.init)
    var last = syntax.until.map(Period.init)
    if let span = syntax.at {
      first = Period(span.first)
      last = Period(span.last ?? span.first)
    }
    switch chosen {
    case .one(let period): (first, last) = (first ?? period, last ?? period)
    case .range(let start, let end): (first, last) = (first ?? start, last ?? end)
    case nil: break
    }
    if let previous, first == nil {
      guard let end = previous.last else {
        report(.courseAfterOpenOne, at: previous.range)
        return nil
      }
      first = end.advanced(by: 1)
    }
    for period in [first, last].compactMap({ $0 }) {
      if let own = subject.type.frequency, own != period.frequency {
        report(.mixedFrequency(own, period.frequency), at: syntax.range)
        return nil
      }
    }
    if let first, let last, last < first {
      report(.courseEndsBeforeItBegins, at: syntax.range)
      return nil
    }
    guard let move = move(syntax.move, of: subject, previous, syntax.range) else { return nil }
    let unit = subject.type.unit
    var bounds: [CheckedExpression?] = []
    for bound in [syntax.upTo, syntax.downTo] {
      guard let bound else {
        bounds.append(nil)
        continue
      }
      guard let amount = amount(bound, unit) else { return nil }
      bounds.append(amount)
    }
    return CheckedCourse(
      move: move, first: first, last: last, upper: bounds[0], lower: bounds[1], range: syntax.range)
  }

  private mutating func move(
    _ syntax: CourseSyntax.Move, of subject: CheckedExpression, _ previous: CheckedCourse?, _ range: SourceRange
  ) -> CheckedCourse.Move? {
    let unit = subject.type.unit
    switch syntax {
    case .grows(let rate):
      lintGrowth(grows: true, by: rate.amount, of: unit, isTarget: false)
      return growthShare(rate.amount, subject, range).map { .grows($0, per(rate)) }
    case .shrinks(let rate):
      lintGrowth(grows: false, by: rate.amount, of: unit, isTarget: false)
      return growthShare(rate.amount, subject, range).map { .grows(negative($0), per(rate)) }
    case .rises(let rate): return change(rate.amount, unit).map { .rises($0, per(rate)) }
    case .falls(let rate): return change(rate.amount, unit).map { .rises(negative($0), per(rate)) }
    case .reaches(let value, let period, let along):
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
      return amount(value, unit).map { .reaches($0, by: Period(period), along: curve) }
    case .follows(let guide): return self.guide(guide)
    case .holds: return .holds
    case .pins(let value): return amount(value, unit).map { .pins($0) }
    case .adds(let value): return change(value, unit).map { .adds($0) }
    case .multiplies(let value):
      let factor = number(value, .amounts)
      if factor.isInvalid { return nil }
      guard let plain = plain(factor) else {
        report(.expected(.plainNumber), at: value.range)
        return nil
      }
      return .multiplies(plain)
    case .continues(let rate):
      switch previous?.move {
      case .grows: return growthShare(rate.amount, subject, range).map { .grows($0, per(rate)) }
      case .rises: return change(rate.amount, unit).map { .rises($0, per(rate)) }
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

  /// Returns a growth rate as a plain share.
  private mutating func growthShare(
    _ syntax: ExpressionSyntax, _ subject: CheckedExpression, _ range: SourceRange
  ) -> CheckedExpression? {
    let value = number(syntax, .amounts)
    if value.isInvalid { return nil }
    if let share = plain(value) { return share }
    report(.expected(.plainNumber), at: syntax.range)
    return nil
  }

  /// Returns an amount in the subject's unit.
  private mutating func amount(_ syntax: ExpressionSyntax, _ unit: MeasurementUnit) -> CheckedExpression? {
    let value = adapted(number(syntax, .amounts), to: unit)
    return value.isInvalid ? nil : value
  }

  /// Returns a change of the subject in its unit; of a percentage it is written in points.
  private mutating func change(_ syntax: ExpressionSyntax, _ unit: MeasurementUnit) -> CheckedExpression? {
    guard unit.nature == .percentage else { return amount(syntax, unit) }
    return amount(syntax, .points).map {
      $0.converted(MeasurementUnit.points.size.followed(by: unit.size.inverted), to: unit)
    }
  }

  /// Returns what a path follows: a trend, a growth between two periods, or a member.
  private mutating func guide(_ syntax: ExpressionSyntax) -> CheckedCourse.Move? {
    switch syntax.form {
    case .call(let function, let arguments):
      let builtin = Builtin.named(function.text, argumentCount: 1)?.english
      var spans: [(Period, Period)] = []
      var isLog = false
      for argument in arguments {
        switch argument.form {
        case .range(let first, let last):
          if let first = period(first), let last = period(last), first < last { spans.append((first, last)) }
        case .plain(let word):
          if case .path(let path) = word.form, ["log", "对数"].contains(path.text) { isLog = true }
        case .labelled, .filtered: break
        }
      }
      guard let (first, last) = spans.first, spans.count + (isLog ? 1 : 0) == arguments.count else { break }
      if builtin == "trend" { return .follows(.trend(first: first, last: last, isLog: isLog)) }
      if builtin == "cagr", !isLog { return .follows(.growth(first: first, last: last)) }
    case .path(let path):
      let name = catalogue.names.canonical(path.text)
      if let dimension = members.ofDimension.filter({ $0.value.contains(name) }).keys.min(by: { $0.name < $1.name }) {
        return .follows(.member(dimension: dimension, name: name))
      }
    case .text(let text):
      if let name = text.plain.map(catalogue.names.canonical),
        let dimension = members.ofDimension.filter({ $0.value.contains(name) }).keys.min(by: { $0.name < $1.name })
      {
        return .follows(.member(dimension: dimension, name: name))
      }
    default: break
    }
    report(.unknownGuide(text(syntax.range)), at: syntax.range)
    return nil
  }
}
