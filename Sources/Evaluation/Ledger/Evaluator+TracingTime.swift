import Indicators
import Semantics

extension Evaluator {
  /// Traces a function of time: a period that is not there loses the others for the gap, a missing one as an operand.
  mutating func trace(
    _ call: TimeCall, of whole: CheckedExpression, _ fates: Fates, _ scenario: ScenarioID, _ walk: inout LedgerWalk
  ) {
    let cube = presence(of: call.series, scenario)
    let result = presence(of: whole, scenario)
    let weight = call.weight.map { presence(of: $0, scenario) }
    let series = Series(cube)
    // A cell from which no value is made is not asked for.
    var traced = Fates(.selection, count: cube.count)
    var weighed = Fates(.selection, count: weight?.count ?? 0)
    let weights = weight.map { Alignment.positions(of: $0.axes, in: cube.axes) }
    let lanes = Alignment.positions(
      of: cube.axes.filter { $0.dimension != .period }, in: result.axes.filter { $0.dimension != .period })
    let (before, after) = (max(1, cube.periods.count), max(1, result.periods.count))
    let places = Dictionary(uniqueKeysWithValues: cube.periods.enumerated().map { ($1, $0) })
    for cell in 0..<min(result.count, fates.count) {
      // The period is the last axis, so each combination of members is a stretch of cells.
      guard let upper = fates[cell], cell / after < lanes.count, lanes[cell / after] >= 0 else { continue }
      let lane = Int(lanes[cell / after])
      let point = Dictionary(result.point(at: cell).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
      let sources = sources(of: call, in: series, at: point).map { places[$0].map { lane * before + $0 } }
      let partners = sources.map { source in
        source.flatMap { offset in weights.flatMap { $0[offset] < 0 ? nil : Int($0[offset]) } }
      }
      let isLost = upper == .used && result.reasons[cell] != .known
      let loss = isLost ? loss(sources, cube, partners, weight) : upper
      for source in sources.compactMap(\.self) {
        traced.improve(source, isLost && cube.reasons[source] == .known ? loss : upper)
      }
      for partner in partners.compactMap(\.self) {
        weighed.improve(partner, isLost && weight?.reasons[partner] == .known ? loss : upper)
      }
    }
    if cube.axisIndex(of: .period) == nil, !result.isTooLarge { traced = Fates(.used, count: cube.count) }
    trace(call.series, traced, scenario, &walk)
    if let weight = call.weight { trace(weight, weighed, scenario, &walk) }
  }

  /// Returns how the known ones of the cells at `sources` are lost together, and of their weights at `partners`; nil
  /// stands for a period that is not there.
  private func loss(_ sources: [Int?], _ cube: Cube, _ partners: [Int?], _ weight: Cube?) -> LedgerCause {
    var cause = LedgerCause.undefined
    for source in sources {
      guard let source, cube.reasons[source] != .outsideData else { return .gap }
      if cube.reasons[source] != .known { cause = .missingOperand }
    }
    for partner in partners {
      guard let weight else { break }
      if partner.map({ weight.reasons[$0] != .known }) ?? true { cause = .missingOperand }
    }
    return cause
  }
}
