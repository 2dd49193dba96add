import Source

extension Lint {
  /// Returns the finding at `site`, with the other places that it is about.
  func diagnostic(at site: Site, others: [Diagnostic.Label] = []) -> Diagnostic {
    Diagnostic(severity, code, message, at: site, others: others, help: help)
  }

  private var severity: Diagnostic.Severity {
    switch self {
    case .targetsWithoutData, .dataWithoutTargets, .growthOfShare: .note
    case .directionUnknown(_, _, let isSuspect): isSuspect ? .warning : .note
    case .unused, .shareGrows, .rateWithoutPercent, .conversionByHand, .ratioAgainstPercent, .constantCondition,
      .sameOnBothSides, .undeclaredUnits, .unreadableUnits:
      .warning
    }
  }

  private var code: Diagnostic.Code {
    switch self {
    case .unused: .unusedName
    case .shareGrows, .rateWithoutPercent, .growthOfShare: .growthOfPercentage
    case .conversionByHand, .ratioAgainstPercent: .conversionByHand
    case .constantCondition, .sameOnBothSides: .matchesEverything
    case .targetsWithoutData: .targetWithoutData
    case .dataWithoutTargets: .dataWithoutTarget
    case .directionUnknown: .unknownDirection
    case .undeclaredUnits, .unreadableUnits: .undeclaredUnits
    }
  }
}
