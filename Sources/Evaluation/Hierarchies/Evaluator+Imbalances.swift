import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// What the comparison of printed totals with their parts gives.
  struct Balance {
    var conflicts: [Conflict] = []
    /// How many printed totals lack a part and so are not judged.
    var unjudged = 0
  }

  /// Compares every printed total of the indicator at `position` with the sum of its parts.
  mutating func balance(_ position: Int) -> Balance {
    var result = Balance()
    let indicator = program.indicators[position]
    guard !trees.isEmpty, indicator.addsOverMembers, indicator.clashingUnits == nil else { return result }
    let data = data(ofIndicator: position)
    for tree in trees {
      guard let place = data.cube.axisIndex(of: tree.dimension) else { continue }
      let labels = data.cube.axes[place].labels
      let index = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
      let inner = data.cube.axes[(place + 1)...].reduce(1) { $0 * $1.labels.count }
      for whole in tree.wholes {
        guard let own = index[.member(whole.member)] else { continue }
        let parts = whole.parts.map { index[.member($0)] }
        for offset in 0..<data.cube.count where offset / inner % labels.count == own {
          guard data.cube.reasons[offset] == .known, data.rolled[offset] == nil else { continue }
          let cells = parts.map { $0.map { offset + ($0 - own) * inner } }.filter { cell in
            cell.map { data.cube.reasons[$0] != .noSuchCombination } ?? true
          }
          let known = cells.compactMap { $0 }.filter { data.cube.reasons[$0] == .known }
          guard known.count == cells.count, !known.isEmpty else {
            result.unjudged += 1
            continue
          }
          if let conflict = imbalance(indicator, data, whole, offset, known) { result.conflicts.append(conflict) }
        }
      }
    }
    return result
  }

  /// Returns the contradiction between a printed total and the sum of its parts, if it is more than is tolerated.
  private mutating func imbalance(
    _ indicator: CheckedIndicator, _ data: IndicatorData, _ whole: MemberTree.Whole, _ offset: Int, _ parts: [Int]
  ) -> Conflict? {
    let printed = data.cube.values[offset]
    let sum = Kernels.sum(parts.map { data.cube.values[$0] })
    let allowed =
      whole.tolerance.map { $0 * abs(printed) }
      ?? Kernels.sum(([offset] + parts).map { rounding(indicator, data, $0) })
    let distance = abs(printed - sum)
    guard !equalAtTwelveDigits(printed, sum), distance > allowed, compareAtTwelveDigits(distance, allowed) > 0 else {
      return nil
    }
    let sides = indicator.parts.indices.compactMap { part in
      observation(indicator.parts[part], row: Int(data.rows[part][offset]))?.side
    }
    guard let side = sides.first else { return nil }
    let members = parts.map { cell in
      data.cube.point(at: cell).filter { $0.dimension != .period }.map { text($0.label) }.joined(separator: " ")
    }
    let named = data.cube.point(at: offset).filter { $0.dimension != .period }.map { text($0.label) }
    return Conflict(
      kind: .imbalance, name: indicator.name, period: data.cube.period(at: offset),
      first: .init(text: "\(named.joined(separator: " ")) \(side.text)", site: side.site, sheet: side.sheet),
      second: .init(
        text: "\(members.joined(separator: " + ")) = \(amount(shortestString(sum), indicator.unit))",
        site: whole.site, sheet: nil),
      difference: relative(sum, printed), unit: indicator.unit.symbol)
  }

  /// Returns how far the number of a cell may lie from what it was before it was printed: half a unit in its last
  /// digit, or what that is for all its parts.
  private func rounding(_ indicator: CheckedIndicator, _ data: IndicatorData, _ offset: Int) -> Double {
    if let parts = data.rolled[offset] { return Kernels.sum(parts.map { rounding(indicator, data, $0) }) }
    return zip(indicator.parts, data.rows).compactMap { part, rows -> Double? in
      let row = Int(rows[offset])
      guard row >= 0 else { return nil }
      return abs(part.conversion(halfUnit(Int(catalogue.sheets[part.sheet].observations.decimals[row]))))
    }.min() ?? 0
  }

  /// Compares all printed totals with their parts.
  mutating func balance() -> Balance {
    var result = Balance()
    for position in program.indicators.indices where !program.indicators[position].isOfOneSheet {
      let own = balance(position)
      result.conflicts += own.conflicts
      result.unjudged += own.unjudged
    }
    return result
  }

  /// Reports how many printed totals differ from the sum of their parts, with the first.
  package mutating func reportImbalances() {
    guard !trees.isEmpty else { return }
    let balance = balance()
    guard let first = balance.conflicts.first else { return }
    let period = first.period.map { "[\($0)]" } ?? ""
    report(
      EvaluationProblem.imbalance(
        count: balance.conflicts.count,
        first: "\(first.name)\(period): \(first.first.text) (\(place(first.first.site))); \(first.second.text)",
        unjudged: balance.unjudged
      ).diagnostic(at: first.second.site))
  }

  /// Says how many printed totals lack a part and so are not judged.
  package mutating func unjudgedTotals() -> [Phrase] {
    let count = trees.isEmpty ? 0 : balance().unjudged
    return count == 0 ? [] : [.unjudged(count)]
  }
}

extension Phrase {
  /// Says how many totals lack a part and so are not judged.
  static func unjudged(_ count: Int) -> Phrase {
    Phrase(
      count == 1
        ? "1 total not judged because a part is missing" : "\(count) totals not judged because parts are missing",
      "\(count) 个合计因分项缺失未核对")
  }
}
