import Indicators
import Semantics

extension Evaluator {
  /// Returns the draws of a distribution over the members, periods and samples that it is for; without samples, its median.
  mutating func draw(_ call: DistributionCall, _ surroundings: Surroundings) -> Cube {
    let arguments = call.parts.map { cube($0, surroundings) }
    var axes = arguments.reduce([Axis]()) { Alignment($0, $1.axes).axes }
    var places = LaneShape([])
    var periods: [Label] = []
    if block != nil, let context = surroundings.draw {
      places = LaneShape(context.lanes.filter { $0.dimension != .sample })
      periods = context.periods?.labels ?? []
      axes = Alignment(axes, drawAxes(context)).axes
    }
    let spread = arguments.map { $0.spread(over: axes) }
    var result = Cube(axes: axes, missing: .undefined)
    let shares = block == nil ? nil : uniforms(call, surroundings, places, periods)?.spread(over: axes)
    var numbers = Array(repeating: 0.0, count: arguments.count)
    cells: for offset in 0..<result.count {
      for (index, argument) in spread.enumerated() {
        guard argument.reasons[offset] == .known else {
          result.reasons[offset] = argument.reasons[offset]
          continue cells
        }
        numbers[index] = argument.values[offset]
      }
      let share = shares?.values[offset] ?? 0.5
      let z = shares == nil ? 0 : NormalDistribution.quantile(share)
      guard let value = call.form.quantile(share, z: z, numbers), value.isFinite else { continue }
      result.values[offset] = value
      result.reasons[offset] = .known
    }
    return result
  }

  private func drawAxes(_ context: DrawContext) -> [Axis] {
    let samples = Axis(.sample, (block ?? 0..<0).map { .row(Int32(clamping: $0)) })
    return context.lanes.filter { $0.dimension != .sample } + [samples] + (context.periods.map { [$0] } ?? [])
  }

  /// Returns the shares at which the distribution is read, one for each member, sample and period.
  private mutating func uniforms(
    _ call: DistributionCall, _ surroundings: Surroundings, _ places: LaneShape, _ periods: [Label]
  ) -> Cube? {
    guard let context = surroundings.draw, let block else { return nil }
    let axes = drawAxes(context)
    let lanes = Cube(axes: context.lanes.filter { $0.dimension != .sample }, missing: .outsideData)
    let numbers: [UInt32] =
      periods.isEmpty
      ? [0]
      : periods.map { if case .period(let period) = $0 { UInt32(clamping: Int(period.code)) } else { 0 } }
    var values: [Double] = []
    values.reserveCapacity(lanes.count * block.count * numbers.count)
    for lane in 0..<lanes.count {
      let member = lanes.point(at: lane).map { text($0.label) }.joined(separator: "\u{1F}")
      let source = DrawSource(
        seed: sampling.seed, name: context.name, ordinal: call.ordinal, member: member,
        mixture: correlations(in: surroundings.scenario).mixture(of: context.name))
      for sample in block {
        for number in numbers {
          values.append(source.uniform(period: number, sample: UInt32(truncatingIfNeeded: sample)))
        }
      }
    }
    return Cube(axes: axes, values: values, reasons: Array(repeating: .known, count: values.count))
  }
}

extension Evaluator {
  /// Returns which draws are tied to others in `scenario`.
  private mutating func correlations(in scenario: ScenarioID) -> Correlations {
    if let known = correlations[scenario] { return known }
    let made = Correlations(program, in: scenario)
    correlations[scenario] = made
    return made
  }
}
