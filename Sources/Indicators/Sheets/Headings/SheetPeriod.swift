/// A period as a sheet gives it, and whether its values run from January.
struct SheetPeriod: Hashable {
  /// The period, or the one in which the values end.
  var period: Period
  /// Whether the values are those since the beginning of the year.
  var isCumulative = false

  /// Returns the same period so many years later.
  func advanced(byYears years: Int) -> SheetPeriod {
    SheetPeriod(period: period.advanced(by: years * period.frequency.perYear), isCumulative: isCumulative)
  }
}
