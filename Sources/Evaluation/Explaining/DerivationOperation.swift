import Semantics
import Syntax

/// How a step's value is made of the values of the steps right below it.
package enum DerivationOperation: Sendable {
  /// It is the value below.
  case same
  /// It is the first value below that is known.
  case firstKnown
  /// It is the second value below, chosen by the first.
  case chosen
  /// It is the sign turned.
  case negative
  case arithmetic(ArithmeticOperator)
  case comparison(Comparator)
  case approximation
  case between
  case among
  case not
  case and
  case or
  case cells(CellFunction)
  case time(TimeFunction)
  case aggregate(AggregateFunction)
  /// It is the middle of what is not certain.
  case distribution
  /// It is the share of samples in which what stands below holds.
  case chance
  /// It is what an aggregate makes of the samples of what stands below.
  case overSamples
  /// It is the value below brought to one scale with all others.
  case scaled
  /// It is how many values stand below.
  case counted
  /// It is the first value, shifted by the others.
  case shifted
  /// It is the first value grown by the share that is the second, for as many of its periods as are given.
  case grown
  /// It is the first value risen by the second, for as many of its periods as are given.
  case risen
  /// It is as far on the way from the first value to the second as the share given says.
  case approached(CheckedCourse.Curve)
  /// It is the first value, grown as the third has grown to the second.
  case grownAlike
  /// It is the first value, moved as the third has moved to the second.
  case movedAlike
  /// It is the first value, grown as the third has grown yearly to the second.
  case grownAsBetween
  /// It stands on the least-squares line through the values below.
  case trend
  /// It stands on the least-squares line through the logarithms of the values below.
  case logTrend

  /// The word by which tools know it.
  package var word: String {
    switch self {
    case .same: "same"
    case .firstKnown: "first_known"
    case .chosen: "chosen"
    case .negative: "negative"
    case .arithmetic(let operation): operation.rawValue
    case .comparison(let comparator): comparator.rawValue
    case .approximation: "about"
    case .between: "between"
    case .among: "among"
    case .not: "not"
    case .and: "and"
    case .or: "or"
    case .cells(let function): function.rawValue
    case .time(let function): function.rawValue
    case .aggregate(let function): function.rawValue
    case .distribution: "distribution"
    case .chance: "chance"
    case .overSamples: "over_samples"
    case .scaled: "scaled"
    case .counted: "counted"
    case .shifted: "shifted"
    case .grown: "grown"
    case .risen: "risen"
    case .approached(let curve): "approached_\(curve.rawValue)"
    case .grownAlike: "grown_alike"
    case .movedAlike: "moved_alike"
    case .grownAsBetween: "grown_as_between"
    case .trend: "trend"
    case .logTrend: "log_trend"
    }
  }
}
