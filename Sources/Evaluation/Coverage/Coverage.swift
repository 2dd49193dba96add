import Indicators
import Semantics
import Source

/// Where an aggregate is written, and the scenario it is computed in.
package struct CoverageKey: Hashable, Sendable {
  /// Where the function's call is written.
  package let range: SourceRange
  /// The scenario.
  package let scenario: ScenarioID

  /// Creates a key.
  package init(range: SourceRange, scenario: ScenarioID) {
    self.range = range
    self.scenario = scenario
  }
}

/// What the cells of an aggregate rest on.
package struct Coverage: Sendable {
  /// How many cells were known; over the aggregate's own axes.
  package var known: Cube
  /// How many cells there should have been; over the same axes.
  package var frame: Cube
  /// How many different cells there are in all where one stands in several groups, and how many are known.
  package var total: (known: Int, frame: Int)?
  /// The share of the known weights that weighed a known cell, from 0 to 1; nil without weights.
  package var weightShare: Cube?
  /// How many weights were unknown; over the same axes.
  package var unknownWeights: Cube
  /// How many cells the filter dropped because its condition was unknown.
  package var droppedUnknown: Int
  /// What was collapsed: dimensions, or a relation's rows.
  package var collapsed: [Dimension]
  /// How many members of the frame are known in every period in which any is, where only these take part.
  package var balance: (kept: Int, frame: Int)?
  /// How many wholes were left out because their parts stand beside them.
  package var totals = 0
  /// Which members are known in each cell; nil where that says nothing, as over a relation.
  var members: KnownMembers?
}

extension Coverage {
  /// Returns whether any cell or weight is unknown or was dropped for that at `periods`, or at all where there are none.
  package func lacksAny(at periods: [Period]) -> Bool {
    guard collapsed != [.sample] else { return false }
    let periods = periods.flatMap(ownPeriods)
    func count(_ cube: Cube) -> Double {
      guard !periods.isEmpty, cube.axisIndex(of: .period) != nil else { return Kernels.sum(cube.known) }
      return Kernels.sum(Set(periods).map { Kernels.sum(cube.at($0).known) })
    }
    return droppedUnknown > 0 || count(unknownWeights) > 0 || count(known) < count(frame)
  }

  /// Returns how much of its frame the aggregate `name` rests on at the periods `shown`, or at all where there are none.
  package func note(_ name: String, at shown: [Period]) -> Phrase {
    if collapsed == [.sample] { return sampleNote(name, at: shown) }
    let periods = shown.flatMap(ownPeriods)
    func count(_ cube: Cube) -> Double {
      guard !periods.isEmpty, cube.axisIndex(of: .period) != nil else { return Kernels.sum(cube.known) }
      return Kernels.sum(Set(periods).map { Kernels.sum(cube.at($0).known) })
    }
    let known = total.map { Double($0.known) } ?? count(known)
    let whole = total.map { Double($0.frame) } ?? count(frame)
    let what = collapsed == [.row] ? Phrase("rows", "行") : Phrase("cells", "个单元格")
    let verb = balance == nil ? Phrase("known", "已知") : Phrase("used", "采用")
    var english = "\(name): \(digits(known)) of \(digits(whole)) \(what.english) \(verb.english)"
    var chinese = "\(name)：\(verb.chinese) \(digits(known))/\(digits(whole)) \(what.chinese)"
    if let gaps = gaps(at: periods) {
      english += " (\(gaps.english))"
      chinese += "（\(gaps.chinese)）"
    }
    if let balance {
      english += ", balanced: \(balance.kept) of \(balance.frame) members remain"
      chinese += "，平衡样本：保留 \(balance.kept)/\(balance.frame) 个成员"
    }
    if let weightShare {
      let chosen = periods.isEmpty || weightShare.axisIndex(of: .period) == nil
      let shares = chosen ? weightShare.known : Set(periods).flatMap { weightShare.at($0).known }
      if let least = shares.min() {
        english += least >= 1 ? ", all of the weight" : ", at least \(percent(least)) of the weight"
        chinese += least >= 1 ? "，覆盖全部权重" : "，权重覆盖不低于 \(percent(least))"
      }
    }
    let unknown = count(unknownWeights)
    if unknown > 0 {
      english += unknown == 1 ? ", 1 weight unknown" : ", \(digits(unknown)) weights unknown"
      chinese += "，\(digits(unknown)) 个权重未知"
    }
    if totals > 0 {
      english += totals == 1 ? ", 1 total left out" : ", \(totals) totals left out"
      chinese += "，\(totals) 个合计不重复计入"
    }
    if droppedUnknown > 0 {
      english += ", \(droppedUnknown) dropped because the condition is unknown"
      chinese += "，\(droppedUnknown) 个因条件不明而剔除"
    }
    return Phrase(english, chinese)
  }

  /// Returns the aggregate's periods that `period` is made of: itself, or its parts where the aggregate has only these.
  private func ownPeriods(of period: Period) -> [Period] {
    guard let axis = known.axisIndex(of: .period), !known.axes[axis].labels.contains(.period(period)) else {
      return [period]
    }
    let parts = known.periods.filter { part in
      part.frequency.perYear > period.frequency.perYear && period.parts(part.frequency).contains(part)
    }
    return parts.isEmpty ? [period] : parts
  }

  /// Returns how much is known in the periods that lack something, where that is not all of them; the worst of many.
  private func gaps(at periods: [Period]) -> Phrase? {
    guard total == nil, balance == nil else { return nil }
    let chosen = Set(periods.isEmpty ? known.periods : periods).intersection(known.periods).sorted()
    let counts = chosen.map { period in
      (period: period, known: Kernels.sum(known.at(period).known), frame: Kernels.sum(frame.at(period).known))
    }
    let lacking = counts.filter { $0.known < $0.frame }
    guard counts.count > 1, !lacking.isEmpty else { return nil }
    func written(_ count: (period: Period, known: Double, frame: Double)) -> Phrase {
      Phrase(
        "\(digits(count.known)) of \(digits(count.frame)) in \(count.period)",
        "\(count.period) 为 \(digits(count.known))/\(digits(count.frame))")
    }
    if lacking.count <= 3 {
      return Phrase(
        lacking.map { written($0).english }.joined(separator: ", "),
        lacking.map { written($0).chinese }.joined(separator: "，"))
    }
    guard let worst = lacking.min(by: { $0.known * $1.frame < $1.known * $0.frame }),
      counts.contains(where: { $0.known * worst.frame > worst.known * $0.frame })
    else { return nil }
    return Phrase("fewest \(written(worst).english)", "最少的 \(written(worst).chinese)")
  }

  private func digits(_ number: Double) -> String { String(Int(number)) }

  private func percent(_ share: Double) -> String {
    let percent = (share * 1000).rounded(.down) / 10
    return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
  }
}
