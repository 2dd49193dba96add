import Indicators

/// One cell's value in one period, and why there is none.
typealias Observation = (period: Period, value: Double?, reason: MissingReason)

/// The observations of a target's cell by period, which may be shorter than what the target asks for.
///
/// A figure that is printed for a period stands for itself. Else the kind says what the parts make: a flow adds up and
/// needs all its parts, of a level and of a cumulative flow the last part counts, and of anything else there is none.
struct TargetSeries {
  /// The observations, ascending.
  let observations: [Observation]
  /// What they measure, as far as it is known.
  let kind: IndicatorKind?
  private let places: [Period: Int]

  init(_ observations: [Observation], kind: IndicatorKind?) {
    self.observations = observations
    self.kind = kind
    places = Dictionary(observations.enumerated().map { ($1.period, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the series without what was observed after `end`.
  func until(_ end: Period) -> TargetSeries {
    TargetSeries(observations.filter { $0.period.months <= end.months }, kind: kind)
  }

  /// Returns what is recorded for `period` itself.
  subscript(period: Period) -> Observation? {
    places[period].map { observations[$0] }
  }

  /// Whether the values of the parts of a period are added up in it.
  var accumulates: Bool { kind == .flow || kind == .cumulative }

  /// Whether the value of `period` has been added up for a part of `span` only.
  func isPart(_ period: Period, of span: Period) -> Bool {
    switch kind {
    case .flow: period.months < span.months && span.contains(period)
    case .cumulative: period.months < span.months && period.year == span.year
    case .level, .ratio, .index, .rate, nil: false
    }
  }

  /// Returns the length of the shortest observations within `span`, if any are shorter than it.
  func partFrequency(of span: Period) -> Frequency? {
    observations.lazy.filter { span.contains($0.period) && $0.period.frequency.perYear > span.frequency.perYear }
      .map(\.period.frequency).max { $0.perYear < $1.perYear }
  }

  /// Returns the length of the shortest observations, if any are shorter than `span`.
  func dueFrequency(of span: Period) -> Frequency? {
    partFrequency(of: span)
      ?? observations.lazy.map(\.period.frequency).filter { $0.perYear > span.frequency.perYear }
      .max { $0.perYear < $1.perYear }
  }

  /// Returns the value of all of `span`: as printed, else as its parts make it.
  func whole(_ span: Period) -> Observation {
    let printed = self[span]
    if let printed, printed.value != nil { return printed }
    var parts: Observation?
    if let kind, let frequency = partFrequency(of: span) {
      switch kind {
      case .flow: parts = sum(span.parts(frequency)).map { (span, $0.value, $0.reason) }
      case .level, .cumulative: parts = last(endingWith: span).map { (span, $0.value, $0.reason) }
      case .ratio, .index, .rate: break
      }
    }
    if let parts, parts.value != nil { return parts }
    return printed ?? parts ?? (span, nil, .outsideData)
  }

  /// Returns the value of `span` from its beginning to the end of `part`: what has been added up by then, or the last that
  /// was observed; its period is that of the last observation used.
  func soFar(_ span: Period, through part: Period) -> Observation {
    switch kind {
    case .cumulative: return last(endingWith: part) ?? (part, nil, .notReported)
    case .flow: return sum(span.parts(part.frequency).filter { $0.months <= part.months }) ?? (part, nil, .notReported)
    case .level, .ratio, .index, .rate:
      return observations.last { span.contains($0.period) && $0.period.months <= part.months && $0.value != nil }
        ?? last(endingWith: part) ?? (part, nil, .notReported)
    case nil: return (part, nil, .undefined)
    }
  }

  /// Returns the observations in periods of `frequency`: those of that length or longer as they are, and what shorter ones
  /// make.
  func inPeriods(of frequency: Frequency) -> [Observation] {
    guard observations.contains(where: { $0.period.frequency.perYear > frequency.perYear }) else { return observations }
    let length = 12 / frequency.perYear
    var spans: Set<Period> = []
    for observation in observations {
      spans.insert(
        observation.period.frequency.perYear <= frequency.perYear
          ? observation.period
          : Period(frequency: frequency, ordinal: Int32(clamping: observation.period.monthsBefore / length)))
    }
    return spans.sorted().map(whole)
  }

  /// Returns the observation that ends when `span` does: the one with a value, else one that is recorded as missing.
  private func last(endingWith span: Period) -> Observation? {
    let candidates = observations.filter {
      $0.period.months == span.months && span.frequency.perYear <= $0.period.frequency.perYear
    }
    return candidates.first { $0.value != nil } ?? candidates.first
  }

  /// Returns the sum of `parts` as of the last of them; where one is missing, that one.
  private func sum(_ parts: [Period]) -> Observation? {
    var values: [Double] = []
    for part in parts {
      guard let observation = self[part] else { return (part, nil, .outsideData) }
      guard let value = observation.value else { return observation }
      values.append(value)
    }
    return parts.last.map { ($0, Kernels.sum(values), .known) }
  }
}
