import Indicators

/// Where each of a series' periods stands, found without hashing.
struct PeriodIndex {
  /// Periods that follow each other, as they mostly do: the first, and how many there are.
  private let run: (first: Period, count: Int)?
  /// Of others, for each length of period the first ordinal and the places from it on, −1 where there is none.
  private let tables: [(first: Int32, places: [Int32])]

  /// Indexes `periods`, which ascend.
  init(_ periods: [Period]) {
    if let first = periods.first, let last = periods.last, first.frequency == last.frequency,
      Int(last.ordinal) - Int(first.ordinal) == periods.count - 1,
      periods.allSatisfy({ $0.frequency == first.frequency })
    {
      (run, tables) = ((first, periods.count), [])
      return
    }
    run = nil
    tables = Frequency.allCases.map { frequency in
      let own = periods.enumerated().filter { $0.element.frequency == frequency }
      guard let first = own.first?.element.ordinal, let last = own.last?.element.ordinal else { return (0, []) }
      var places = Array(repeating: Int32(-1), count: Int(last - first) + 1)
      for (place, period) in own { places[Int(period.ordinal - first)] = Int32(place) }
      return (first, places)
    }
  }

  /// Returns the place of `period`, or nil where the series does not have it.
  func place(of period: Period) -> Int? {
    if let run {
      let place = Int(period.ordinal) - Int(run.first.ordinal)
      return period.frequency == run.first.frequency && place >= 0 && place < run.count ? place : nil
    }
    let table = tables[period.frequency.rank]
    let position = Int(period.ordinal) - Int(table.first)
    guard table.places.indices.contains(position), table.places[position] >= 0 else { return nil }
    return Int(table.places[position])
  }
}

extension Frequency {
  /// The position among the lengths of period, the longest first.
  var rank: Int {
    switch self {
    case .year: 0
    case .half: 1
    case .quarter: 2
    case .month: 3
    }
  }
}
