/// What becomes of a condition in one sample.
enum SampledVerdict: UInt8, Sendable {
  case missed, met, unknown

  /// Creates the verdict that a condition which holds, does not hold or is not known gives.
  init(_ holds: Bool?) {
    self = holds.map { $0 ? .met : .missed } ?? .unknown
  }

  /// Whether both hold: missed where either is, else unknown where either is.
  func and(_ other: SampledVerdict) -> SampledVerdict {
    if self == .missed || other == .missed { return .missed }
    return self == .unknown || other == .unknown ? .unknown : .met
  }
}

/// How many samples meet something.
struct SampledShare {
  /// How many samples are known.
  let known: Int
  private let met: Int

  /// Counts `verdicts`.
  init(_ verdicts: some Sequence<SampledVerdict>) {
    var (known, met) = (0, 0)
    for verdict in verdicts where verdict != .unknown {
      known += 1
      if verdict == .met { met += 1 }
    }
    (self.known, self.met) = (known, met)
  }

  /// The share of the known samples, in percent; nil where none is known.
  var percent: Double? { known > 0 ? Double(met) * 100 / Double(known) : nil }
}

extension [Demand] {
  /// Returns what `value` makes of demands that all must hold.
  func verdict(of value: Double?, baseline: Double?) -> SampledVerdict {
    reduce(.met) { verdict, demand in
      verdict.and(SampledVerdict(value.flatMap { demand.isMet(by: $0, baseline: baseline) }))
    }
  }
}
