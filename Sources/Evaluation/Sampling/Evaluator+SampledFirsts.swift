import Indicators
import Semantics

extension Evaluator {
  /// Returns, for each sample of a block, the first period in which the condition of `call` holds; nil where `call` asks for
  /// anything else, or its condition is certain.
  ///
  /// A sample in which it never holds has none for that reason.
  mutating func firstPeriods(_ call: AggregateCall, _ surroundings: Surroundings) -> Cube? {
    guard block != nil, call.function == .first, case .dimension(.period)? = call.argument?.form,
      let filter = call.filter, call.weight == nil
    else { return nil }
    let verdicts = cube(filter, surroundings)
    let axes = verdicts.axes
    guard axes.count > 1, axes[axes.count - 1].dimension == .sample, axes[axes.count - 2].dimension == .period,
      call.frame.collapsed(of: axes) == [.period]
    else { return nil }
    let codes = verdicts.periods.map(\.code)
    let count = axes[axes.count - 1].labels.count
    var result = Cube(axes: axes.filter { $0.dimension != .period }, missing: .outsideData)
    let lanes = result.count / max(1, count)
    verdicts.withRow { all in
      result.withMutableRow { cells in
        for lane in 0..<lanes {
          let row = cells.from(lane * count, step: 1)
          row.setFirsts(of: all.from(lane * codes.count * count, step: 1), codes, count)
        }
      }
    }
    return result
  }
}

extension Row {
  /// Puts into each of `count` cells the code of the first row of `verdicts` that holds there.
  func setFirsts(of verdicts: Row, _ codes: [Double], _ count: Int) {
    // No code is infinite, so that marks the cells for which none is found yet.
    values.update(repeating: .infinity, count: count)
    var isJudged = false
    // From the last period to the first, so that the first is what remains.
    for place in codes.indices.reversed() {
      let (verdict, code) = (verdicts.from(place * count, step: 1), codes[place])
      if verdict.isKnown(count) {
        isJudged = true
        for sample in 0..<count {
          // Read whether it is kept or not, so that there is no branch.
          let later = values[sample]
          values[sample] = verdict.values[sample] != 0 ? code : later
        }
      } else {
        for sample in 0..<count where verdict.reasons[sample].isKnown {
          if verdict.values[sample] != 0 { values[sample] = code }
          reasons[sample] = .never
        }
      }
    }
    if isJudged { reasons.update(repeating: .never, count: count) }
    for sample in 0..<count {
      let (number, reason) = (values[sample], reasons[sample])
      reasons[sample] = number == .infinity ? reason : .known
      values[sample] = number == .infinity ? 0 : number
    }
  }
}
