import Source

extension Lint {
  /// Returns the finding at `site`, with the other places that it is about.
  func diagnostic(at site: Site, others: [Diagnostic.Label] = []) -> Diagnostic {
    Diagnostic(severity, code, at: site) { Diagnostic.Words(message: message, others: others, help: help) }
  }

  private var severity: Diagnostic.Severity {
    switch self {
    case .targetsWithoutData, .dataWithoutTargets, .growthOfShare: .note
    case .directionUnknown(_, _, let isSuspect): isSuspect ? .warning : .note
    case .unused, .shareGrows, .rateWithoutPercent, .conversionByHand, .ratioAgainstPercent, .unitlessBesideShare,
      .zeroForMissing, .rankedGreatestFirst,
      .constantCondition,
      .sameOnBothSides, .undeclaredUnits, .unreadableUnits, .splitByUnit:
      .warning
    }
  }

  private var code: Diagnostic.Code {
    switch self {
    case .unused: .unusedName
    case .shareGrows, .rateWithoutPercent, .growthOfShare: .growthOfPercentage
    case .conversionByHand, .ratioAgainstPercent, .unitlessBesideShare: .conversionByHand
    case .constantCondition, .sameOnBothSides: .matchesEverything
    case .targetsWithoutData: .targetWithoutData
    case .dataWithoutTargets: .dataWithoutTarget
    case .directionUnknown, .rankedGreatestFirst: .unknownDirection
    case .zeroForMissing: .zeroForMissing
    case .undeclaredUnits, .unreadableUnits: .undeclaredUnits
    case .splitByUnit: .unitMismatch
    }
  }
}
