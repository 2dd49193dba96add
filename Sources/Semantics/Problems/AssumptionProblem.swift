import Source
import Units

/// Everything the checker can find wrong with scenarios and with what they assume.
enum AssumptionProblem {
  /// An aggregate is assumed, by itself or as a member of a set.
  case aggregate(String)
  /// A param is to move, or to be set in some periods or members only.
  case parameter(String)
  /// A param is set twice in one scenario.
  case parameterTwice(String, first: SourceRange)
  /// Brackets choose a scenario other than the one that the assumption belongs to.
  case scenarioChosen(String)
  /// A stretch follows one that has no end.
  case afterOpenOne
  /// A stretch ends before it begins.
  case endsBeforeItBegins
  /// A stretch has `at`, or periods in brackets, and another word for its beginning or end.
  case periodsTwice(other: SourceRange)
  /// A path follows what is neither a fit nor a member.
  case unknownGuide(String, nearest: [String])
  /// A growth in points.
  case growsInPoints(String, grows: Bool, isPercentage: Bool)
  /// An absolute change in percent.
  case changeInPercent(AbsoluteChange, String, subject: String, unit: MeasurementUnit)
  /// An amount in a unit that the subject's does not convert to.
  case amountUnit(String, unit: MeasurementUnit, found: MeasurementUnit)
  /// The arguments of a distribution make none.
  case impossible(DistributionFault)
  /// Holding is ended twice.
  case otherwiseTwice(first: SourceRange)
  /// An indicator of one sheet is assumed, whose bare name joins several sheets and is not.
  case ofOneSheet(String, whole: String)
  /// A scenario has no assumption, and rests on another or on the data.
  case assumesNothing(String, base: String?)

  /// The ways to change a value by an amount, each with the way to change it by a share.
  enum AbsoluteChange {
    case rises, falls, adds
  }

  /// What keeps arguments from making a distribution.
  enum DistributionFault {
    case negativeDeviation, endsReversed, likeliestOutside, medianNotPositive, shapeNotPositive, chanceOutside
    case chancesNotOne
  }

  /// The stable code of this problem.
  var code: Diagnostic.Code {
    switch self {
    case .aggregate, .parameter, .parameterTwice, .scenarioChosen, .afterOpenOne, .endsBeforeItBegins, .periodsTwice,
      .unknownGuide, .impossible, .ofOneSheet:
      .assumption
    case .growsInPoints, .changeInPercent, .amountUnit: .unitMismatch
    case .otherwiseTwice: .duplicateClause
    case .assumesNothing: .matchesNothing
    }
  }

  /// Whether the script can be answered all the same, and how much is to be said of it.
  var severity: Diagnostic.Severity {
    switch self {
    case .assumesNothing: .note
    case .ofOneSheet: .warning
    case .aggregate, .parameter, .parameterTwice, .scenarioChosen, .afterOpenOne, .endsBeforeItBegins, .periodsTwice,
      .unknownGuide, .growsInPoints, .changeInPercent, .amountUnit, .impossible, .otherwiseTwice:
      .error
    }
  }

  /// The other places that take part.
  var others: [Diagnostic.Label] {
    switch self {
    case .parameterTwice(_, let first): [.init(.script(first), Phrase("first set here", "先在这里给定"))]
    case .otherwiseTwice(let first): [.init(.script(first), Phrase("first stated here", "先在这里写出"))]
    case .periodsTwice(let other): [.init(.script(other), Phrase("said here too", "这里也写了时期"))]
    case .aggregate, .parameter, .scenarioChosen, .afterOpenOne, .endsBeforeItBegins, .unknownGuide, .growsInPoints,
      .changeInPercent, .amountUnit, .impossible, .assumesNothing, .ofOneSheet:
      []
    }
  }
}
