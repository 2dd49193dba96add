import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns what `call` makes of the samples of its argument, and remembers how many of them are known.
  ///
  /// Where nothing is uncertain every sample would be the value itself.
  mutating func collapseSamples(_ call: AggregateCall, at range: SourceRange, _ surroundings: Surroundings) -> Cube {
    guard let argument = call.sampledArgument else { return Cube(axes: [], missing: .undefined) }
    let central = cube(argument, surroundings)
    let axes: [Axis]
    let summaries: [SampleSummary]
    if !isUncertain(argument, in: surroundings.scenario) {
      axes = central.axes
      summaries = (0..<central.count).map { cell in
        SampleSummary(central[cell], central.reasons[cell], times: sampling.count, call)
      }
    } else if let ranks = ranked(argument, call, surroundings.scenario) {
      (axes, summaries) = ranks
    } else if let cells = sampled(argument, in: surroundings.scenario) {
      axes = cells.axes
      let found = WorkerResults(cells.cellCount, SampleSummary())
      sampling.workers.share(0..<cells.cellCount) { cell, _ in
        let (missing, reason) = cells.missing(cell)
        found.set(
          cell,
          cells.withKnown(cell) { known in
            SampleSummary(known, missing: missing, reason, call, at: { cells.quantiles(cell, [$0]).first })
          })
      }
      summaries = found.all
    } else {
      report(
        EvaluationProblem.tooManySamples(central.count, sampling.count, limit: SampledCells.mostNumbers)
          .diagnostic(at: range))
      return Cube(axes: central.axes, missing: .tooLarge)
    }
    coverages[CoverageKey(range: range, scenario: surroundings.scenario)] = Coverage(
      known: Cube(axes: axes, counts: summaries.map(\.known)),
      frame: Cube(axes: axes, counts: summaries.map { $0.known + $0.missing }), total: nil, weightShare: nil,
      unknownWeights: Cube(0), droppedUnknown: 0, collapsed: [.sample])
    return Cube(axes: axes, values: summaries.map { $0.number ?? 0 }, reasons: summaries.map(\.reason))
  }
}

extension Evaluator {
  /// Returns what `call` makes of the samples of `argument` where all that it asks is a quantile, and that can be told without
  /// keeping all of them.
  private mutating func ranked(
    _ argument: CheckedExpression, _ call: AggregateCall, _ scenario: ScenarioID
  ) -> (axes: [Axis], summaries: [SampleSummary])? {
    guard let share = call.rankedShare, let ranks = ranked(argument, at: share, in: scenario) else { return nil }
    let found = WorkerResults(ranks.cellCount, SampleSummary?.none)
    sampling.workers.share(0..<ranks.cellCount) { cell, _ in
      let (known, missing, reason) = ranks.tally(cell)
      let quantile = ranks.quantile(cell, share)
      if known > 0, quantile == nil { return }
      found.set(cell, SampleSummary(known: known, missing: missing, reason, call) { quantile })
    }
    let summaries = found.all.compactMap { $0 }
    return summaries.count == ranks.cellCount ? (ranks.axes, summaries) : nil
  }
}

/// What an aggregate makes of the samples of one cell.
private struct SampleSummary: Sendable {
  /// The number; nil where there is none.
  private(set) var number: Double?
  /// Why there is none.
  private(set) var reason = MissingReason.undefined
  /// How many samples are known, and how many missing.
  private(set) var known = 0
  private(set) var missing = 0

  /// Creates the summary of a cell without samples.
  init() {}

  /// Summarises the known `values`, of which `quantile` gives those below which a share lies, beside `missing` samples, the
  /// first of which is for `first`.
  init(
    _ values: UnsafeBufferPointer<Double>, missing: Int, _ first: MissingReason, _ call: AggregateCall,
    at quantile: (Double) -> Double?
  ) {
    self.init(known: values.count, missing: missing, first, call) {
      call.collapse(samples: values, times: 1, at: quantile)
    }
  }

  /// Summarises so many known and missing samples, the first of which is for `first`, by what `collapse` makes of the known.
  init(known: Int, missing: Int, _ first: MissingReason, _ call: AggregateCall, _ collapse: () -> Double?) {
    self.known = known
    self.missing = missing
    if known == 0, missing > 0 {
      reason = first
    } else if let require = call.require, Double(known) < require * Double(known + missing) {
      reason = .coverage
    } else {
      take(collapse())
    }
  }

  /// Summarises a cell that is the same in so many samples.
  init(_ value: Double?, _ reason: MissingReason, times: Int, _ call: AggregateCall) {
    // What a condition leaves out takes no part.
    if value == nil, reason != .stated {
      self.reason = reason
    } else {
      let values = [value].compactMap { $0 }
      take(values.withUnsafeBufferPointer { call.collapse(samples: $0, times: times, at: { _ in value }) })
    }
  }

  private mutating func take(_ result: Double?) {
    number = result
    reason = result == nil ? .undefined : .known
  }
}

extension AggregateCall {
  /// What an aggregate over samples takes of each; what its condition leaves out is stated to be missing.
  var sampledArgument: CheckedExpression? {
    guard let argument, let filter else { return argument }
    let left = CheckedExpression(.missing, argument.type, argument.range)
    return CheckedExpression(.cells(.if, [filter, argument, left]), argument.type, argument.range)
  }

  /// The share of the samples below the quantile that is all the function asks of them; nil where it asks more.
  var rankedShare: Double? {
    switch function {
    case .median: 0.5
    case .quantile where quantileType == QuantileType.modes.rawValue && (0...1).contains(level): level
    case .sum, .mean, .count, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .share, .rank, .first, .last,
      .distinct,
      .list, .ratio, .correlation, .contribution, .proportion:
      nil
    }
  }

  /// Returns what the function makes of `values`, each of which stands for so many samples.
  fileprivate func collapse(
    samples values: UnsafeBufferPointer<Double>, times: Int, at quantile: (Double) -> Double?
  ) -> Double? {
    switch function {
    case .count: return Double(times) * (countsKnown ? Double(values.count) : Kernels.sum(Array(values)))
    case .median: return quantile(0.5)
    case .quantile where quantileType == QuantileType.modes.rawValue: return quantile(level)
    case .sum, .mean, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .share, .rank, .first, .last, .distinct, .list,
      .ratio, .correlation, .contribution, .proportion:
      break
    }
    var numbers = Array(values)
    if let least = numbers.min(), let greatest = numbers.max() {
      // Equal numbers have no spread, and their mean is theirs to the last digit; what differs by rounding is equal.
      let isSpread = function == .stdev || function == .cv
      if isSpread ? equalAtTwelveDigits(least, greatest) : least == greatest { numbers = [least, least] }
    }
    return function.collapse(numbers, weights: nil, level: level, type: quantileType)
  }
}

extension Cube {
  /// Creates a cube of counts.
  fileprivate init(axes: [Axis], counts: [Int]) {
    self.init(axes: axes, values: counts.map(Double.init), reasons: counts.map { _ in .known })
  }
}
