import Indicators
import Semantics

/// Longer periods made of shorter ones.
extension Series {
  /// Returns the values brought to periods of `target`.
  ///
  /// A value that the data have for the longer period itself is taken as it is. Else an aggregate needs all parts, and
  /// `first` and `last` the one they take.
  func converted(to target: Frequency, _ function: AggregateFunction, weights: Series? = nil) -> Cube {
    guard cube.axisIndex(of: .period) != nil else { return cube }
    let frequencies = Set(periods.map(\.frequency)).filter { $0.perYear >= target.perYear }.sorted {
      $0.perYear < $1.perYear
    }
    let wanted = Set(periods.filter { frequencies.contains($0.frequency) }.map { $0.containing(target) }).sorted()
    return mapped(over: wanted) { lane, period in
      var first: (value: Double, reason: MissingReason)?
      for frequency in frequencies {
        let cell = converted(lane, period, from: frequency, function, weights)
        if cell.reason == .known { return cell }
        if first == nil || first?.reason == .outsideData { first = cell }
      }
      return first ?? (0, .outsideData)
    }
  }

  private func converted(
    _ lane: Int, _ period: Period, from frequency: Frequency, _ function: AggregateFunction, _ weights: Series?
  ) -> (value: Double, reason: MissingReason) {
    let parts = period.parts(frequency)
    if parts == [period] { return cell(lane, period) }
    switch function {
    case .first: return cell(lane, parts[0])
    case .last: return cell(lane, parts[parts.count - 1])
    case .sum, .mean, .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .count, .distinct, .list, .share,
      .rank, .ratio,
      .correlation, .contribution, .proportion:
      return gather(parts, lane, function, weights: weights)
    }
  }
}

extension Period {
  /// Returns the period of `frequency`, no shorter than this, that this one lies in.
  func containing(_ frequency: Frequency) -> Period {
    Period(
      year: year, frequency: frequency, part: (part - 1) * frequency.perYear / self.frequency.perYear + 1)
  }
}
