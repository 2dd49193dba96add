import Source

/// Returns what is to be told of a script whose files gave `loading` and whose check gave `checking`.
///
/// Where a sheet is not there, so that the script `isIncomplete`, every name of it would be reported as unknown.
func findings(
  ofLoading loading: [Diagnostic], ofChecking checking: [Diagnostic], isIncomplete: Bool
) -> [Diagnostic] {
  if loading.isEmpty, !isIncomplete { return checking }
  let hasErrors = loading.contains { $0.severity == .error && $0.code != .unreadableCells }
  return loading
    + checking.filter { (!isIncomplete || !$0.code.isAboutNames) && (!hasErrors || !$0.code.isAboutWhole) }
}

extension SheetLoader {
  /// Whether a sheet could not be read at all.
  var hasFailed: Bool { diagnostics.contains { $0.severity == .error && $0.code != .unreadableCells } }
}

extension Diagnostic {
  /// Whether nothing can be answered where this is found; cells that cannot be read do not stand in the way.
  var preventsAnswers: Bool { severity == .error && code != .unreadableCells }
}

extension Diagnostic {
  /// Whether a line of a session changes nothing where this is found: what it says cannot be done. A rule that fails is
  /// declared all the same.
  var failsLine: Bool { preventsAnswers && code != .ruleFailed }
}

extension Diagnostic.Code {
  /// Whether the fault may be no more than that a sheet is not there.
  fileprivate var isAboutNames: Bool {
    self == .unknownName || self == .unknownMember || self == .unknownColumn || self == .unknownUnit
  }

  /// Whether the finding is about a script as a whole, and so may only show that a part was not understood.
  var isAboutWhole: Bool {
    self == .unusedName || self == .targetWithoutData || self == .dataWithoutTarget || self == .unknownDirection
  }
}
