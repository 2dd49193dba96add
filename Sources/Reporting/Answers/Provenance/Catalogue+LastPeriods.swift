import Indicators

extension Catalogue {
  /// The last period of each length that the sheets have a cell for, the longest periods first.
  var lastPeriods: [Period] {
    Frequency.allCases.compactMap { frequency in summaries.compactMap { $0.lastPeriods[frequency] }.max() }
  }
}
