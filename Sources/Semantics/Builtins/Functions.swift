/// The functions that collapse dimensions.
package enum AggregateFunction: String, CaseIterable, Sendable {
  case sum, mean, median, min, max, quantile, stdev, cv, gini, theil, count, share, rank, first, last
  case ratio, correlation, contribution
  /// What `share` is of numbers: each cell's part of the whole.
  case proportion
}

/// The functions that step through time.
package enum TimeFunction: String, CaseIterable, Sendable {
  case prev, diff, yoy, mom, cagr, ytd, rolling, rebase, index, chain, slope, trend, annual, halfyearly, quarterly
}

/// The functions that take each cell by itself.
package enum CellFunction: String, CaseIterable, Sendable {
  case `if`, known, abs, round, min, max, band, plan, baseline
}
