import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Checks the targets that scripts state.
  mutating func checkTargets() {
    let targets = statements.targets
    let checked = inParts(targets.count) { checker, part -> [CheckedTarget] in
      checker.lookAhead(at: targets[part])
      var made: [CheckedTarget] = []
      made.reserveCapacity(part.count)
      let subjects = checker.targetSubjects[part.lowerBound / checker.partSize]
      for position in part {
        let statement = checker.statement(at: targets[position])
        let place = position - part.lowerBound
        checker.foundNames = subjects.names[subjects.places[place]..<subjects.places[place + 1]]
        checker.nextFoundName = checker.foundNames.startIndex
        if case .target(let target) = statement.form, let target = checker.check(target, at: statement.range) {
          made.append(target)
        }
      }
      return made
    }
    foundNames = []
    program.targets = workers.joined(checked)
  }

  private mutating func check(_ syntax: TargetSyntax, at range: SourceRange) -> CheckedTarget? {
    var subject = number(syntax.subject, .values)
    if subject.type.indicatorUnits != nil {
      subject = invalid(.set(.mixedIndicators(text(syntax.subject.range))), at: syntax.subject.range)
    }
    var conditions: [CheckedCondition] = []
    for condition in syntax.conditions where !subject.isInvalid {
      if let checked = check(condition, subject) { conditions.append(checked) }
    }
    guard let deadline = syntax.deadline.map(Period.init) else {
      report(.deadlineMissing, at: range)
      return nil
    }
    if let own = subject.type.frequency, let place = syntax.deadline?.range {
      if own.perYear < deadline.frequency.perYear {
        report(.mixedFrequency(own, deadline.frequency), at: place)
        return nil
      }
      // The parts of a year make a year by their kind.
      if own != deadline.frequency, subject.knownKind == nil, syntax.conditions.contains(where: \.isMeasured) {
        report(.kindNeeded(heading(syntax.subject)), at: syntax.subject.range)
        return nil
      }
    }
    let baseline = syntax.baseline.map(Period.init)
    if let baseline, let place = syntax.baseline?.range, deadline < baseline {
      report(.baselineAfterDeadline, at: place)
    }
    guard !subject.isInvalid, conditions.count == syntax.conditions.count, let first = syntax.conditions.first else {
      return nil
    }
    let whole = syntax.conditions.dropFirst().reduce(first.range) { $0.joined(to: $1.range) }
    return CheckedTarget(
      subject: subject, subjectText: heading(syntax.subject), conditions: conditions, conditionText: text(whole),
      deadline: deadline, baseline: baseline, owners: syntax.owners.map(\.text), attribute: syntax.attribute?.text,
      group: syntax.group?.text, weight: syntax.weight?.value, range: range)
  }

  private mutating func check(
    _ condition: TargetConditionSyntax, _ subject: CheckedExpression
  ) -> CheckedCondition? {
    let unit = subject.type.unit
    switch condition.form {
    case .comparison(let comparator, let amount):
      guard let number = adaptedAmount(amount, unit, of: subject) else { return nil }
      lintRatio(subject, against: number)
      return .comparison(comparator, number)
    case .inRange(let range):
      guard let lower = adaptedAmount(range.lower, unit, of: subject),
        let upper = adaptedAmount(range.upper, unit, of: subject)
      else {
        return nil
      }
      checkOrder(lower, upper, range.range)
      return .inRange(lower, upper)
    case .grows(let rate):
      lintGrowth(grows: true, by: rate, of: unit, isTarget: true)
      return share(rate).map { .grows($0) }
    case .shrinks(let rate):
      lintGrowth(grows: false, by: rate, of: unit, isTarget: true)
      return share(rate).map { .shrinks($0) }
    case .adds(let amount):
      // What is added to a percentage is in points.
      guard unit.nature == .percentage else { return adaptedAmount(amount, unit, of: subject).map { .adds($0) } }
      return adaptedAmount(amount, .points, of: subject).map {
        .adds($0.converted(MeasurementUnit.points.size.followed(by: unit.size.inverted), to: unit))
      }
    case .holds(let amount): return adaptedAmount(amount, unit, of: subject).map { .holds($0) }
    case .rises: return .rises
    case .falls: return .falls
    case .assigned: return .assigned
    case .ranks(let within, let group):
      guard within.value >= 1, within.value <= 1_000_000, within.value.rounded() == within.value else {
        report(.topNeedsCount, at: within.range)
        return nil
      }
      return .ranks(within: Int(within.value), of: group.text)
    case .milestone(let text): return .milestone(text.plain ?? self.text(text.range))
    }
  }

  private mutating func adaptedAmount(
    _ syntax: ExpressionSyntax, _ unit: MeasurementUnit, of subject: CheckedExpression
  ) -> CheckedExpression? {
    let value = number(syntax, .values)
    if value.isInvalid { return nil }
    lintUnitlessShare(subject, value)
    let amount = adapted(value, to: unit)
    return amount.isInvalid ? nil : amount
  }

  /// Returns a growth rate as a plain share, from a `%` or a plain number.
  private mutating func share(_ syntax: ExpressionSyntax) -> CheckedExpression? {
    let value = number(syntax, .values)
    if value.isInvalid { return nil }
    if let share = plain(value) { return share }
    report(.expected(.plainNumber), at: syntax.range)
    return nil
  }

  /// Returns how `syntax` is headed: a name without quotes, anything else as written.
  mutating func heading(_ syntax: ExpressionSyntax) -> String {
    if case .path(let path) = syntax.form { return path.text }
    let written = text(syntax.range)
    // What is written on several lines is headed by one.
    return written.contains(where: \.isNewline)
      ? written.split(whereSeparator: \.isWhitespace).joined(separator: " ") : written
  }

  /// Checks the rules.
  mutating func checkRules() {
    for statement in statements.rules {
      guard case .rule(let rule) = statement.form else { continue }
      let condition = self.condition(rule.condition, .values)
      let filter = rule.filter.map { self.condition($0, .values) }
      let named = rule.scenarios.compactMap { self.scenario($0) }
      let severity = rule.severity.flatMap { self.severity($0) }
      guard !condition.isInvalid, filter?.isInvalid != true, named.count == rule.scenarios.count else { continue }
      lintConstant(condition, names: nameReferences(in: rule.condition))
      program.rules.append(
        CheckedRule(
          name: rule.name.text, message: rule.message.map { pieces($0, .values) } ?? [], condition: condition,
          filter: filter, scenarios: named, severity: severity ?? .error, range: rule.condition.range))
    }
  }

  private mutating func severity(_ name: NameSyntax) -> CheckedRule.Severity? {
    if let word = WordList.severity.find(name.text) { return CheckedRule.Severity(rawValue: word) }
    report(
      .unknownWord(
        name.text, of: Phrase("severity", "严重性"), choices: WordList.severity.words.flatMap { [$0.english, $0.chinese] }),
      at: name.range)
    return nil
  }
}

extension TargetConditionSyntax {
  /// Whether a value is compared with something, and so must be as long as the deadline's period.
  fileprivate var isMeasured: Bool {
    switch form {
    case .comparison, .inRange, .grows, .shrinks, .adds, .holds, .rises, .falls: true
    case .assigned, .ranks, .milestone: false
    }
  }
}
