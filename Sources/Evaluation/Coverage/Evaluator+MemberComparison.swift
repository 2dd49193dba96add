import Indicators
import Semantics
import Source
import Syntax

extension Evaluator {
  /// Reports two aggregates in `expression` that rest on different members where they meet.
  mutating func compareMembers(in expression: CheckedExpression, _ scenario: ScenarioID) {
    let key = CoverageKey(range: expression.range, scenario: scenario)
    guard !comparedFormulas.contains(key) else { return }
    switch expression.form {
    case .arithmetic(let left, let operation, let right):
      compare(left, right, isQuotient: operation == .divide, key)
    case .comparison(let left, _, let right), .approximation(let left, let right, _):
      compare(left, right, isQuotient: false, key)
    case .time(let call): compareSteps(of: call, key)
    case .number, .missing, .truth, .period, .text, .word, .definition, .dimension, .column, .converted, .negative,
      .fallback, .between, .among, .not, .and, .or, .selection, .cells, .aggregate, .distribution, .chance, .invalid,
      .scaled, .weights, .filled, .reason:
      break
    }
  }

  private mutating func compare(
    _ left: CheckedExpression, _ right: CheckedExpression, isQuotient: Bool, _ key: CoverageKey
  ) {
    let (firsts, seconds) = (aggregateUses(in: left, key.scenario), aggregateUses(in: right, key.scenario))
    guard !firsts.isEmpty, !seconds.isEmpty else { return }
    comparedFormulas.insert(key)
    // A part of the formula that has been reported says enough.
    guard !differingFormulas.contains(where: { key.range.contains($0) }) else { return }
    for first in firsts {
      for second in seconds {
        guard let one = indexed(first), let other = indexed(second),
          let difference = difference(
            one, other, text(first.name), text(second.name), isSame: first.call == second.call)
        else { continue }
        var remedy = first.call == second.call ? MemberRemedy.balanced : .bothKnown
        if isQuotient, let above = first.summed, let below = second.summed, first.call != second.call {
          remedy = .ratio(text(above), text(below))
        }
        report(difference, [first.name, second.name], remedy, at: key.range)
        return
      }
    }
  }

  /// Reports an aggregate of which a function of time compares periods that rest on different members.
  private mutating func compareSteps(of call: TimeCall, _ key: CoverageKey) {
    for use in aggregateUses(in: call.series, key.scenario) {
      comparedFormulas.insert(key)
      guard let now = indexed(use) else { continue }
      let series = Series(now.cells)
      var before = now
      switch call.function {
      case .prev, .diff, .mom: before.cells = series.shifted { $0.advanced(by: -1) }
      case .yoy: before.cells = series.shifted { $0.advanced(by: -$0.frequency.perYear) }
      case .cagr:
        if let years = call.count {
          before.cells = series.shifted { $0.advanced(by: -years * $0.frequency.perYear) }
        } else if let first = call.span?.first ?? now.cells.knownPeriods.first,
          let last = call.span?.last ?? now.cells.knownPeriods.last
        {
          before.cells = now.cells.at(first)
          report(use, now.at(last), before, at: key.range)
          continue
        }
      case .rebase, .index: before.cells = call.span.map { now.cells.at($0.first) } ?? series.yearBefore
      case .rolling, .chain: before.cells = series.neighbours { _ in true }
      case .slope, .trend:
        before.cells = series.neighbours { period in call.span.map { $0.first < period && period <= $0.last } ?? true }
      case .ytd: before.cells = series.neighbours { $0.part > 1 }
      case .annual, .halfyearly, .quarterly:
        guard let longer = call.function.targetFrequency else { continue }
        before.cells = series.neighbours { $0.isAfterFirst(in: longer) }
      }
      if report(use, now, before, at: key.range) { return }
    }
  }

  /// Reports the aggregates of `expression` that rest on different members in `first` and in `second`, two periods
  /// that something compares.
  package mutating func compareMembers(
    of expression: CheckedExpression, at first: Period, against second: Period, in scenario: ScenarioID
  ) {
    guard !differingFormulas.contains(where: { expression.range.contains($0) }) else { return }
    for use in aggregateUses(in: expression, scenario) {
      guard let index = indexed(use) else { continue }
      if report(use, index.at(first), index.at(second), at: expression.range) { return }
    }
  }

  @discardableResult private mutating func report(
    _ use: AggregateUse, _ now: IndexedMembers, _ before: IndexedMembers, at range: SourceRange
  ) -> Bool {
    guard let difference = difference(now, before, text(use.name), text(use.name), isSame: true) else { return false }
    report(difference, [use.name], .balanced, at: range)
    return true
  }

  private mutating func report(
    _ difference: MemberDifference, _ names: [SourceRange], _ remedy: MemberRemedy, at range: SourceRange
  ) {
    differingFormulas.append(range)
    var seen: [String] = []
    for name in names.map({ text($0) }) where !seen.contains(name) { seen.append(name) }
    report(EvaluationProblem.coverageDiffers(seen, difference, remedy).diagnostic(at: range))
  }

  /// The cells of an aggregate that a formula uses, each with the position of its group.
  struct IndexedMembers {
    let members: KnownMembers
    var cells: Cube

    func at(_ period: Period) -> IndexedMembers { IndexedMembers(members: members, cells: cells.at(period)) }
  }

  /// Returns the answered cells of `use`, or nil where nothing is known of its members.
  private func indexed(_ use: AggregateUse) -> IndexedMembers? {
    guard let members = coverages[use.call]?.members, !members.collapsed.isEmpty else { return nil }
    return IndexedMembers(members: members, cells: use.selections.reduce(members.groupPositions) { select($0, $1) })
  }

  /// Returns where two aggregates that collapse the same dimensions rest on different members, or nil.
  private mutating func difference(
    _ first: IndexedMembers, _ second: IndexedMembers, _ firstName: String, _ secondName: String,
    isSame: Bool
  ) -> MemberDifference? {
    guard Set(first.members.collapsed) == Set(second.members.collapsed), !first.members.isSame(as: second.members),
      let standings = standings(of: first.members),
      let others = isSame ? standings : self.standings(of: second.members)
    else { return nil }
    var groups: (first: [MemberStandings.Group], second: [MemberStandings.Group])?
    var sides: (MemberDifference.Side, MemberDifference.Side)?
    let differing = first.cells.joined(with: second.cells) { one, other in
      let (one, other) = (Int(one), Int(other))
      if standings.fingerprints[one] == others.fingerprints[other] { return 0 }
      let known = groups ?? (standings.groups(), others.groups())
      groups = known
      let lackedSecond = standings.missing(
        in: known.second[other], of: others, but: known.first[one], isSame: isSame)
      let lackedFirst = others.missing(
        in: known.first[one], of: standings, but: known.second[other], isSame: isSame)
      if lackedFirst.isEmpty, lackedSecond.isEmpty { return 0 }
      if sides == nil {
        sides = (
          .init(name: name(firstName, first.members, one), missing: lackedFirst.map { names(second.members, $0) }),
          .init(name: name(secondName, second.members, other), missing: lackedSecond.map { names(first.members, $0) })
        )
      }
      return 1
    }
    guard let sides else { return nil }
    return MemberDifference(count: Int(Kernels.sum(differing.known)), sides: sides)
  }

  /// Returns how the members of each group of an aggregate stand to it.
  private mutating func standings(of members: KnownMembers) -> MemberStandings? {
    frame(of: members.call, Surroundings(scenario: members.scenario)).map {
      MemberStandings($0, hasFilter: members.hasFilter)
    }
  }

  private func name(_ name: String, _ members: KnownMembers, _ group: Int) -> String {
    let labels = members.groupPositions.point(at: group).map { text($0.label) }
    return labels.isEmpty ? name : "\(name)[\(labels.joined(separator: ", "))]"
  }

  private func names(_ members: KnownMembers, _ offset: Int) -> String {
    members.labels(at: offset).map { text($0) }.joined(separator: " ")
  }
}

extension Series {
  /// Returns in each period that is `chosen` the cell of the period before, with which it is joined in one value.
  fileprivate func neighbours(_ chosen: (Period) -> Bool) -> Cube {
    var cube = shifted { $0.advanced(by: -1) }
    for offset in 0..<cube.count {
      if let period = cube.period(at: offset), !chosen(period) { cube.reasons[offset] = .outsideData }
    }
    return cube
  }
}

extension Period {
  /// Whether the period is a part of a longer one of `frequency`, and not its first.
  fileprivate func isAfterFirst(in longer: Frequency) -> Bool {
    frequency.perYear > longer.perYear && (part - 1) % (frequency.perYear / longer.perYear) > 0
  }
}
