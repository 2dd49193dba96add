import Indicators

extension Period {
  /// Months from the year 0 to the end of the period.
  package var months: Int { (Int(ordinal) + 1) * monthCount }

  /// Months from the year 0 to the beginning of the period.
  var monthsBefore: Int { Int(ordinal) * monthCount }

  /// How many months the period has.
  var monthCount: Int { 12 / frequency.perYear }

  /// Returns whether `other` lies within the period, as a part of it or the whole.
  func contains(_ other: Period) -> Bool {
    monthsBefore <= other.monthsBefore && other.months <= months
  }

  /// Returns the periods of `frequency` that make up this one; none where it is shorter than they are.
  func parts(_ frequency: Frequency) -> [Period] {
    let length = 12 / frequency.perYear
    guard frequency.perYear >= self.frequency.perYear else { return [] }
    return (0..<monthCount / length).map {
      Period(frequency: frequency, ordinal: Int32(clamping: monthsBefore / length + $0))
    }
  }

  /// Returns the same period `count` years earlier.
  func yearsEarlier(_ count: Int) -> Period {
    advanced(by: -count * frequency.perYear)
  }
}
