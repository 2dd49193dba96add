import Indicators
import Semantics

extension Evaluator {
  /// Returns the draws of a distribution over the members, periods and samples that it is for; without samples, its median.
  mutating func draw(_ call: DistributionCall, _ surroundings: Surroundings) -> Cube {
    let arguments = call.parts.map { cube($0, surroundings) }
    var axes = arguments.reduce([Axis]()) { Alignment.axes($0, $1.axes) }
    guard let block, let context = surroundings.draw else { return drawn(call, arguments, axes, nil) }
    axes = Alignment.axes(axes, context.lanes + (context.periods.map { [$0] } ?? []))
    axes = Alignment.axes(axes, [block.axis])
    let members = Cube(axes: context.lanes, missing: .outsideData)
    let mixture = correlations(in: surroundings.scenario).mixture(of: context.name)
    let sources = (0..<members.count).map { lane in
      DrawSource(
        seed: sampling.seed, name: context.name, ordinal: call.ordinal,
        member: members.point(at: lane).map { text($0.label) }.joined(separator: "\u{1F}"), mixture: mixture)
    }
    return drawn(call, arguments, axes, BlockDraws(context, sources, block.range))
  }

  /// Returns the distribution with `arguments` over `axes`, read at the shares that `draws` gives, or at its median.
  private func drawn(
    _ call: DistributionCall, _ arguments: [Cube], _ axes: [Axis], _ draws: BlockDraws?
  ) -> Cube {
    guard Alignment.greatestCount(axes, []) <= Alignment.mostCells else { return .tooLarge }
    let outer = axes.filter { $0.dimension != .sample }
    let places = draws.map { Alignment.positions(of: $0.axes, in: outer) }
    let tables = arguments.map { RowTable($0, over: outer) }
    let count = axes.count == outer.count ? 1 : axes[axes.count - 1].labels.count
    let rows = outer.reduce(1) { $0 * $1.labels.count }
    let needsNormal = call.form.readsNormal
    return Cube(axes: axes) { cells in
      for index in 0..<rows {
        let row = cells.from(index * count, step: 1)
        if let draws, let places {
          guard places[index] >= 0 else {
            row.values.update(repeating: 0, count: count)
            row.reasons.update(repeating: .outsideData, count: count)
            continue
          }
          draws.fill(row.values, at: Int(places[index]), normals: needsNormal)
        } else {
          row.values.update(repeating: needsNormal ? 0 : 0.5, count: count)
        }
        call.form.read(row, tables.map { $0[index] }, count)
      }
    }
  }
}

/// The draws of one distribution for a block of samples, at each of its members and periods.
private struct BlockDraws {
  /// The members, then the periods, each of which is drawn for itself.
  let axes: [Axis]
  private let sources: [DrawSource]
  private let periods: [UInt32]
  private let block: Range<Int>

  init(_ context: DrawContext, _ sources: [DrawSource], _ block: Range<Int>) {
    axes = context.lanes + (context.periods.map { [$0] } ?? [])
    self.sources = sources
    self.block = block
    periods = (context.periods?.labels ?? []).map {
      if case .period(let period) = $0 { UInt32(clamping: Int(period.code)) } else { 0 }
    }
  }

  /// Writes the draws at one place, the period the faster: standard normals, or the shares that belong to them.
  func fill(_ row: UnsafeMutablePointer<Double>, at place: Int, normals: Bool) {
    let source = sources[periods.isEmpty ? place : place / periods.count]
    let period = periods.isEmpty ? 0 : periods[place % periods.count]
    if normals {
      source.fill(normals: row, period: period, from: block.lowerBound, block.count)
    } else {
      source.fill(shares: row, period: period, from: block.lowerBound, block.count)
    }
  }
}
