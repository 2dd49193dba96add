import Indicators
import Semantics

extension Evaluator {
  /// Says of the cells without a first period, or another label, whether the condition never holds there or is not known
  /// anywhere.
  mutating func sayNever(
    _ result: inout Cube, _ call: AggregateCall, _ frame: AggregateFrame, _ surroundings: Surroundings
  ) {
    guard let filter = call.filter, result.reasons.contains(.undefined) else { return }
    let verdicts = cube(filter, surroundings).spread(over: frame.value.axes)
    let groups = Alignment.positions(of: frame.groupAxes, in: frame.value.axes)
    var isJudged = Array(repeating: false, count: result.count)
    for (offset, group) in groups.enumerated() where verdicts.reasons[offset] == .known { isJudged[Int(group)] = true }
    for offset in result.reasons.indices where result.reasons[offset] == .undefined {
      result.reasons[offset] = isJudged[offset] ? .never : .outsideData
    }
  }
}
