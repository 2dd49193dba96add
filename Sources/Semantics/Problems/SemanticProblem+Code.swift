import Source

extension SemanticProblem {
  /// The stable code of this problem.
  var code: Diagnostic.Code {
    switch self {
    case .unknownName, .unknownSheet, .sameUnknown: .unknownName
    case .nameTaken, .partTwice, .builtInName, .aliasOfObserved, .unitTaken: .nameTaken
    case .qualifierNeeded, .ambiguousSelector, .chosenTwice: .ambiguousName
    case .cycle, .unitCycle, .scenarioCycle: .cycle
    case .assumption(let problem): problem.code
    case .distributionElsewhere: .assumption
    case .projectionEndsBeforeItBegins: .noPeriods
    case .tie: .correlation
    case .relationAsValue: .typeMismatch
    case .unknownFunction: .unknownFunction
    case .wrongArguments, .clausesWithoutAggregate, .samples: .wrongArguments
    case .unknownUnit: .unknownUnit
    case .unitClash, .noRoot, .annotation, .percentAgainstPoints, .clashingUnits, .mixedUnits: .unitMismatch
    case .percentPlusPercent: .percentPlusPercent
    case .unitMissing: .unitMissing
    case .unitReplaced: .unitReplaced
    case .toleranceUnit, .withinNeeded: .tolerance
    case .expected, .notAConstant: .typeMismatch
    case .mixedFrequency, .nothingDue: .mixedFrequency
    case .aggregateKind, .kindNeeded, .ratioSummed, .ratioAveraged, .levelSummed: .kind
    case .time(let problem): problem.code
    case .unknownMember: .unknownMember
    case .unknownScenario: .unknownScenario
    case .unknownDimension, .unknownColumn: .unknownColumn
    case .unknownWord: .unknownWord
    case .deadlineMissing, .baselineAfterDeadline: .deadline
    case .outOfRange, .rangeReversed, .valuesOutside, .bandsDescend: .outOfRange
    case .unknownParameter: .unknownParameter
    case .topNeedsCount: .typeMismatch
    case .set(let problem): problem.code
    case .moving(let problem): problem.code
    case .format(let problem): problem.code
    case .comparison(let problem): problem.code
    case .undated: .noDate
    }
  }
}
