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
      collapsedDimensions(of: axes, call.frame) == [.period]
    else { return nil }
    let codes = verdicts.periods.map(\.code)
    let count = axes[axes.count - 1].labels.count
    var result = Cube(axes: axes.filter { $0.dimension != .period }, missing: .outsideData)
    let lanes = result.count / max(1, count)
    verdicts.withRow { all in
      result.withMutableRow { cells in
        for lane in 0..<lanes {
          let row = cells.from(lane * count, step: 1)
          // From the last period to the first, so that the first is what remains.
          for place in codes.indices.reversed() {
            let verdict = all.from((lane * codes.count + place) * count, step: 1)
            let code = codes[place]
            if verdict.isKnown(count) {
              for sample in 0..<count {
                let holds = verdict.values[sample] != 0
                row.values[sample] = holds ? code : row.values[sample]
                row.reasons[sample] = holds ? .known : row.reasons[sample].isKnown ? .known : .never
              }
            } else {
              for sample in 0..<count where verdict.reasons[sample].isKnown {
                if verdict.values[sample] != 0 {
                  row.set(sample, (code, .known))
                } else if !row.reasons[sample].isKnown {
                  row.reasons[sample] = .never
                }
              }
            }
          }
        }
      }
    }
    return result
  }
}
