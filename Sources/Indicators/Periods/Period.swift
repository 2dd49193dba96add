/// How long the periods of a series are.
package enum Frequency: UInt8, Hashable, Sendable, CaseIterable {
  case year = 1
  case half = 2
  case quarter = 4
  case month = 12

  /// How many periods of this length a year has.
  package var perYear: Int { Int(rawValue) }
}

/// A year, half-year, quarter or month.
package struct Period: Hashable, Sendable {
  /// How long the period is.
  package let frequency: Frequency
  /// Periods of this frequency since the year 0: year × periods a year + part − 1.
  package let ordinal: Int32

  /// Creates the period at `ordinal`.
  package init(frequency: Frequency, ordinal: Int32) {
    self.frequency = frequency
    self.ordinal = ordinal
  }

  /// Creates part `part`, counted from 1, of `year`.
  package init(year: Int, frequency: Frequency = .year, part: Int = 1) {
    self.init(frequency: frequency, ordinal: Int32(clamping: year * frequency.perYear + part - 1))
  }

  /// The year the period lies in.
  package var year: Int { Int(ordinal) / frequency.perYear }
  /// Which part of the year it is, counted from 1.
  package var part: Int { Int(ordinal) % frequency.perYear + 1 }

  /// Returns the period `count` periods later.
  package func advanced(by count: Int) -> Period {
    Period(frequency: frequency, ordinal: Int32(clamping: Int(ordinal) + count))
  }
}

extension Period: Comparable {
  /// Orders by the end of the period, then the longer period first.
  package static func < (left: Period, right: Period) -> Bool {
    let leftEnd = (Int(left.ordinal) + 1) * (12 / left.frequency.perYear)
    let rightEnd = (Int(right.ordinal) + 1) * (12 / right.frequency.perYear)
    if leftEnd != rightEnd { return leftEnd < rightEnd }
    return left.frequency.rawValue < right.frequency.rawValue
  }
}

extension Period: CustomStringConvertible {
  /// The period as gf writes it: `2023`, `2023H1`, `2023Q1`, `2023M07`.
  package var description: String {
    let digits = String(year)
    let year = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return switch frequency {
    case .year: year
    case .half: "\(year)H\(part)"
    case .quarter: "\(year)Q\(part)"
    case .month: part < 10 ? "\(year)M0\(part)" : "\(year)M\(part)"
    }
  }
}
