import Evaluation
import Indicators
import Semantics
import Source

/// Which periods a projection shows, and where data end in them.
extension ProjectionLayout {
  /// Returns the expressions by the length of their periods, each with the periods that are shown.
  func stretches(_ evaluator: inout Evaluator) -> [Stretch] {
    var groups: [(frequency: Frequency?, periods: Set<Period>, items: [Int])] = []
    for (position, item) in question.items.enumerated() {
      var periods: Set<Period> = []
      for scenario in question.scenarios { periods.formUnion(evaluator.periods(of: item.expression, in: scenario)) }
      let frequencies = Set(periods.map(\.frequency))
      let frequency = frequencies.count == 1 ? frequencies.first : nil
      // What has no periods is the same in all, and stands beside whatever comes first.
      let place = periods.isEmpty ? groups.indices.first : groups.firstIndex { $0.frequency == frequency }
      if let place {
        groups[place].periods.formUnion(periods)
        groups[place].items.append(position)
      } else {
        groups.append((frequency, periods, [position]))
      }
    }
    return groups.map { group in
      Stretch(periods: shown(group.frequency, group.periods, group.items, &evaluator), items: group.items)
    }
  }

  /// Returns the periods shown: from the one asked for, else the last observed, to the one asked for, else the last.
  private func shown(
    _ frequency: Frequency?, _ known: Set<Period>, _ items: [Int], _ evaluator: inout Evaluator
  ) -> [Period] {
    let ends = items.flatMap { item in
      question.scenarios.compactMap { evaluator.dataEnds(of: question.items[item].expression, in: $0) }
    }
    let observed = ends.compactMap { ($0.observed ?? $0.root)?.upperBound }.min()
    guard let frequency else {
      // Periods of several lengths, as sheets print them, have no steps in between.
      let first = question.first ?? observed ?? known.min()
      return known.sorted().filter { period in
        (first.map { $0 <= period } ?? true) && (question.last.map { period <= $0 } ?? true)
      }
    }
    guard let first = question.first?.first(of: frequency) ?? observed ?? known.min(),
      let last = question.last?.last(of: frequency) ?? known.max(), first <= last
    else { return [] }
    // A scenario of which no period is asked ends with the data, and nothing is projected.
    if question.first == nil, question.last == nil, first == last { return [] }
    return (0...Int(last.ordinal - first.ordinal)).map { first.advanced(by: $0) }
  }

  /// Returns what must be known to read a table: where data end, what aggregates rest on, what was filled and filtered.
  func notes(_ stretch: Stretch, _ tally: FilterTally, _ evaluator: inout Evaluator) -> [Phrase] {
    var notes = tally.note.map { [$0] } ?? []
    notes += boundaries(stretch, &evaluator)
    notes += evaluator.foundationNotes(
      of: question.items, [question.filter].compactMap { $0 }, in: question.scenarios, at: stretch.periods)
    if !question.scenarios.contains(where: \.isDeclared) {
      notes.append(Phrase("nothing is assumed here; name a scenario: under …", "此处不含假设，请写明情景：采用 …"))
    }
    return notes
  }

  /// Returns where data end and projection begins, each said once with the expressions and scenarios that it holds for.
  private func boundaries(_ stretch: Stretch, _ evaluator: inout Evaluator) -> [Phrase] {
    var found: [(ends: DataEnds, names: [String], scenarios: [ScenarioID])] = []
    for scenario in question.scenarios {
      var own: [(ends: DataEnds, names: [String])] = []
      for item in stretch.items {
        let ends = evaluator.dataEnds(of: question.items[item].expression, in: scenario)
        guard ends.root != nil, scenario.isDeclared else { continue }
        if let place = own.firstIndex(where: { $0.ends == ends }) {
          own[place].names.append(question.items[item].heading)
        } else {
          own.append((ends, [question.items[item].heading]))
        }
      }
      for (ends, names) in own {
        if let place = found.firstIndex(where: { $0.ends == ends && $0.names == names }) {
          found[place].scenarios.append(scenario)
        } else {
          found.append((ends, names, [scenario]))
        }
      }
    }
    return found.map { ends, names, scenarios in
      var english = ends.words.english
      var chinese = ends.words.chinese
      if scenarios.count < question.scenarios.count {
        let headings = scenarios.map(\.heading)
        english = "under \(headings.map(\.english).joined(separator: ", ")), \(english)"
        chinese = "\(headings.map(\.chinese).joined(separator: "、"))情景下，\(chinese)"
      }
      if names.count < question.items.count {
        english = "\(names.joined(separator: ", ")): \(english)"
        chinese = "\(names.joined(separator: "、"))：\(chinese)"
      }
      return Phrase(english, chinese)
    }
  }
}

extension DataEnds {
  /// Says where data end and projection begins.
  fileprivate var words: Phrase {
    guard let root else { return Phrase(same: "") }
    let next = root.lowerBound.advanced(by: 1)
    let isByMember = root.lowerBound != root.upperBound
    let begins =
      isByMember
      ? Phrase("projected from the period after each member's last", "自各成员末期之后为推演")
      : Phrase("projected from \(next)", "自 \(next) 起为推演")
    guard let observed else {
      return Phrase("targets reach to \(root.words); \(begins.english)", "目标至 \(root.words)；\(begins.chinese)")
    }
    if observed == root {
      return Phrase("data end in \(observed.words); \(begins.english)", "数据截至 \(observed.words)；\(begins.chinese)")
    }
    return Phrase(
      "data end in \(observed.words), targets in \(root.words); \(begins.english)",
      "数据截至 \(observed.words)，目标至 \(root.words)；\(begins.chinese)")
  }
}
