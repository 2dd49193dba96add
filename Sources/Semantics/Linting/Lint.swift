import Source

/// Everything that a script may say and a checker can compute, but that was probably not meant so.
enum Lint {
  /// Names that are declared and asked by nothing.
  case unused([String])
  /// A target or an assumption that lets a percentage grow by a share of itself.
  case shareGrows(GrowthOfShare)
  /// A growth rate of 100% or more, written without `%`.
  case rateWithoutPercent(String)
  /// The relative change of a percentage.
  case growthOfShare(function: Phrase, name: String)
  /// A factor that turns one unit into another, in a formula whose units do so by themselves.
  case conversionByHand(HandMadeConversion)
  /// A ratio of like things, which is a plain number, beside a number that looks like percent.
  case ratioAgainstPercent(digits: String)
  /// An indicator without a unit, whose numbers look like percent, beside a share.
  case unitlessBesideShare(String, unit: String)
  /// Missing values that count as 0 in a function whose result they change.
  case zeroForMissing(function: Phrase, name: String)
  /// A rank that holds the greatest best, of what is mostly wanted low.
  case rankedGreatestFirst(String)
  /// A condition that rests on no data.
  case constantCondition
  /// A comparison of something with itself.
  case sameOnBothSides
  /// Indicators that a sheet or script has targets for and nobody has observed.
  case targetsWithoutData([String])
  /// Observed indicators of a sheet with targets that have none.
  case dataWithoutTargets([String])
  /// Targets that are a number alone, of indicators whose better direction nobody states.
  case directionUnknown([String], count: Int, isSuspect: Bool)
  /// Units of a sheet that neither the unit table nor the script knows.
  case undeclaredUnits([String])
  /// Rows of one name in units that do not convert, which are read as several indicators.
  case splitByUnit(String, others: [String])
  /// What stands where a sheet has its units and is none.
  case unreadableUnits(count: Int)
}

/// A percentage that a statement lets grow or shrink by a share of itself.
struct GrowthOfShare {
  /// Whether it grows; else it shrinks.
  let grows: Bool
  /// The rate as written.
  let rate: String
  /// The number of percent that the rate is, as written; nil where it is no literal.
  let points: String?
  /// Whether a target says so; else an assumption.
  let isTarget: Bool
}

/// A literal factor with what it does to the numbers beside it.
enum HandMadeConversion {
  /// A ratio times 100, or 1000, to make it a percentage.
  case ratioTimes(digits: String, unit: String)
  /// A percentage divided by 100 to make it a plain number.
  case percentOver(digits: String, unit: String)
  /// Numbers in `unit` divided by or multiplied with 10,000 or more, to have them in another size of it.
  case size(digits: String, unit: String, divides: Bool, meant: String)
}
