import Indicators
import Semantics

extension Evaluator {
  /// Traces a function of time: a period that is not there loses the others for the gap, a missing one as an operand.
  mutating func trace(
    _ call: TimeCall, of whole: CheckedExpression, _ fates: Fates, _ scenario: ScenarioID, _ walk: inout LedgerWalk
  ) {
    let series = presence(of: call.series, scenario)
    let result = presence(of: whole, scenario)
    guard let position = series.axisIndex(of: .period) else {
      trace(call.series, fates.count == series.count ? fates : Fates(.used, count: series.count), scenario, &walk)
      return
    }
    let periods = series.periods
    let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    let inner = series.axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
    let lanes = periods.isEmpty ? 0 : series.count / periods.count
    let targets: [Period?] = result.axisIndex(of: .period) == nil ? [nil] : result.periods
    // A cell from which no value is made is not asked for.
    var traced = Fates(.selection, count: series.count)
    for (target, period) in targets.enumerated() {
      let sources = call.sources(at: period, in: periods).map { places[$0] }
      for lane in 0..<lanes {
        let cell = (lane / inner * targets.count + target) * inner + lane % inner
        guard cell < fates.count, cell < result.count, let upper = fates[cell] else { continue }
        let offsets = sources.map { $0.map { (lane / inner * periods.count + $0) * inner + lane % inner } }
        let isWhole = result.reasons[cell] == .known
        for offset in offsets {
          guard let offset else { continue }
          var cause = upper
          if upper == .used, !isWhole, series.reasons[offset] == .known {
            cause = loss(offsets, series)
          }
          traced.improve(offset, cause)
        }
      }
    }
    trace(call.series, traced, scenario, &walk)
  }

  /// Returns how the known ones of the cells at `offsets` are lost together: nil stands for a period that is not there.
  private func loss(_ offsets: [Int?], _ series: Cube) -> LedgerCause {
    var cause = LedgerCause.undefined
    for offset in offsets {
      guard let offset, series.reasons[offset] != .outsideData else { return .gap }
      if series.reasons[offset] != .known { cause = .missingOperand }
    }
    return cause
  }
}
