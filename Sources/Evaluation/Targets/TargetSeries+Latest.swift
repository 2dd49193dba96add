import Indicators
import Source

/// What is known of a period before it is over, and how that is said.
extension TargetSeries {
  /// Returns what parts of `span` say of it so far, up to the last that is known; nil where none is.
  func latest(in span: Period) -> Observation? {
    guard let frequency = partFrequency(of: span),
      let part = observations.last(where: {
        $0.value != nil && $0.period.frequency == frequency && span.contains($0.period)
      })
    else { return nil }
    let result = soFar(span, through: part.period)
    return result.value == nil ? nil : result
  }

  /// Returns the last observation before `span` that can be compared with it, though it is of another length.
  func latest(before span: Period) -> Observation? {
    switch kind {
    case .level, .ratio, .rate, .index: observations.last { $0.value != nil && $0.period.months < span.months }
    case .flow, .cumulative, nil: nil
    }
  }

  /// Whether the last part of `span` is there, and others that a sum needs are not.
  func hasHole(in span: Period) -> Bool {
    guard kind == .flow, whole(span).value == nil, let frequency = partFrequency(of: span) else { return false }
    return observations.contains {
      $0.value != nil && $0.period.frequency == frequency && $0.period.months == span.months
    }
  }

  /// Returns what `observation`, taken for `span`, was made of; nil for a printed figure of that length or longer.
  func basis(of observation: Observation, in span: Period) -> Phrase? {
    let period = observation.period
    if period.frequency.perYear <= span.frequency.perYear {
      if self[period]?.value != nil { return nil }
      guard let frequency = partFrequency(of: period), let part = period.parts(frequency).last else { return nil }
      return basis(through: part, in: period)
    }
    return basis(through: period, in: span)
  }

  /// Returns what a value was made of that was taken from the beginning of `span` through `part`.
  func basis(through part: Period, in span: Period) -> Phrase? {
    switch kind {
    case .cumulative: return Phrase("cumulative to \(part)", "累计至 \(part)")
    case .flow:
      let count = span.parts(part.frequency).count { $0.months <= part.months }
      let word = part.frequency.partWord
      return Phrase("sum of \(count) \(word.english)\(count == 1 ? "" : "s")", "\(count) \(word.chinese)合计")
    case .level, .ratio, .index, .rate: return Phrase("latest \(part)", "最新 \(part)")
    case nil: return nil
    }
  }
}

extension Frequency {
  /// What one period of this length is called where several are counted.
  var partWord: Phrase {
    switch self {
    case .year: Phrase("year", "年")
    case .half: Phrase("half-year", "个半年")
    case .quarter: Phrase("quarter", "个季度")
    case .month: Phrase("month", "个月")
    }
  }
}
