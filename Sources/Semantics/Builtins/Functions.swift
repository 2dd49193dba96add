/// The functions that collapse dimensions.
package enum AggregateFunction: String, CaseIterable, Sendable {
  case sum, mean, median, min, max, quantile, stdev, cv, gini, theil, count, share, rank, first, last
  case distinct, list
  case ratio, correlation, contribution
  /// What `share` is of numbers: each cell's part of the whole.
  case proportion
}

/// The functions that give a number that is not certain.
package enum DistributionFunction: String, CaseIterable, Sendable {
  case normal, lognormal, uniform, triangular, pert, beta, choose
}

/// The functions that step through time.
package enum TimeFunction: String, CaseIterable, Sendable {
  case prev, diff, yoy, mom, cagr, ytd, rolling, rebase, index, chain, slope, trend, annual, halfyearly, quarterly
}

/// The functions that look at why values are missing.
package enum MissingFunction: String, CaseIterable, Sendable {
  case reason, fill
}

/// The functions that take each cell by itself.
package enum CellFunction: String, CaseIterable, Sendable {
  case `if`, known, abs, round, clamp, min, max, band, plan, baseline, meets
}
