import Source

extension Checker {
  /// Returns what `check` makes of each part of `count` things, and takes up what it reports; workers share the parts.
  ///
  /// Each part is tried by a copy of this checker. What a copy finds out is lost but for its findings; a part that changes
  /// the program, or in which there is an error, is checked again by this checker, after those before it.
  mutating func inParts<Result: Sendable>(
    _ count: Int, _ check: @escaping @Sendable (_ checker: inout Checker, _ part: Range<Int>) -> Result
  ) -> [Result] {
    let ranges = ranges(of: count)
    if ranges.count < 2 { return ranges.map { check(&self, $0) } }
    return take(tried(ranges, check), ranges, check)
  }

  /// Returns what `inParts` does, or nil where there is an error in any part; then nothing is taken up.
  mutating func inFaultlessParts<Result: Sendable>(
    _ count: Int, _ check: @escaping @Sendable (_ checker: inout Checker, _ part: Range<Int>) -> Result
  ) -> [Result]? {
    let ranges = ranges(of: count)
    // A part that is alone needs no copy; what an error leaves behind is forgotten with all else that is tried.
    if ranges.count < 2 { return ranges.isEmpty ? [] : tryAlone(ranges[0], check).map { [$0] } }
    let tried = tried(ranges, check)
    return tried.contains(where: \.hasError) ? nil : take(tried, ranges, check)
  }

  private mutating func tryAlone<Result: Sendable>(
    _ range: Range<Int>, _ check: (_ checker: inout Checker, _ part: Range<Int>) -> Result
  ) -> Result? {
    let found = diagnostics.count
    isTrial = true
    let result = check(&self, range)
    isTrial = false
    return diagnostics[found...].contains { $0.severity == .error } ? nil : result
  }

  private func ranges(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: partSize).map { $0..<$0 + min(partSize, count - $0) }
  }

  private func tried<Result: Sendable>(
    _ ranges: [Range<Int>], _ check: @escaping @Sendable (_ checker: inout Checker, _ part: Range<Int>) -> Result
  ) -> [PartResult<Result>] {
    let copy = forTrial
    return workers.make(ranges.count, from: { copy }) { part, checker in
      let result = check(&checker, ranges[part])
      let tried = PartResult(
        result: result, diagnostics: checker.diagnostics, meetsCumulative: checker.meetsCumulative,
        hasError: checker.diagnostics.contains { $0.severity == .error },
        changesProgram: checker.program.indicators.count != copy.program.indicators.count)
      if tried.changesProgram { checker = copy }
      checker.diagnostics = []
      return tried
    }
  }

  private mutating func take<Result: Sendable>(
    _ tried: [PartResult<Result>], _ ranges: [Range<Int>],
    _ check: @escaping @Sendable (_ checker: inout Checker, _ part: Range<Int>) -> Result
  ) -> [Result] {
    if !tried.contains(where: { $0.hasError || $0.changesProgram }) {
      if tried.contains(where: { !$0.diagnostics.isEmpty }) {
        diagnostics = workers.joined([diagnostics] + tried.map(\.diagnostics))
      }
      if tried.contains(where: \.meetsCumulative) { meetsCumulative = true }
      return tried.map(\.result)
    }
    var results: [Result] = []
    results.reserveCapacity(tried.count)
    for (part, range) in zip(tried, ranges) {
      if part.hasError || part.changesProgram {
        results.append(check(&self, range))
      } else {
        results.append(part.result)
        diagnostics += part.diagnostics
        if part.meetsCumulative { meetsCumulative = true }
      }
    }
    return results
  }

  private var forTrial: Checker {
    var copy = self
    copy.diagnostics = []
    copy.isTrial = true
    return copy
  }
}

/// What became of one part.
private struct PartResult<Result: Sendable>: Sendable {
  let result: Result
  let diagnostics: [Diagnostic]
  let meetsCumulative: Bool
  let hasError: Bool
  /// Whether something was entered into the program, which is lost with the copy.
  let changesProgram: Bool
}
