import Source

extension Checker {
  /// Returns what `check` makes of each part of `count` things, and takes up what it reports; workers share the parts.
  ///
  /// Each part is checked by a copy of this checker. What a copy finds out is lost but for its findings; a part that
  /// changes the program, or in which there is an error, is checked again by this checker, after those before it.
  mutating func inParts<Result: Sendable>(
    _ count: Int, _ check: @escaping @Sendable (_ checker: inout Checker, _ part: Range<Int>) -> Result
  ) -> [Result] {
    let size = partSize
    let parts = count == 0 ? 0 : (count - 1) / size + 1
    @Sendable func range(of part: Int) -> Range<Int> { part * size..<(part == parts - 1 ? count : part * size + size) }
    if parts < 2 { return (0..<parts).map { check(&self, range(of: $0)) } }
    let copy = self.withoutFindings
    let made = workers.make(parts, from: { copy }) { part, checker -> PartResult<Result> in
      let result = check(&checker, range(of: part))
      let found = PartResult(
        result: result, diagnostics: checker.diagnostics, meetsCumulative: checker.meetsCumulative,
        mustBeRepeated: checker.program.indicators.count != copy.program.indicators.count
          || checker.diagnostics.contains { $0.severity == .error })
      if found.mustBeRepeated { checker = copy }
      checker.diagnostics = []
      return found
    }
    var results: [Result] = []
    results.reserveCapacity(parts)
    for (part, found) in made.enumerated() {
      if found.mustBeRepeated {
        results.append(check(&self, range(of: part)))
      } else {
        results.append(found.result)
        diagnostics += found.diagnostics
        if found.meetsCumulative { meetsCumulative = true }
      }
    }
    return results
  }

  private var withoutFindings: Checker {
    var copy = self
    copy.diagnostics = []
    return copy
  }
}

/// What became of one part.
private struct PartResult<Result: Sendable>: Sendable {
  let result: Result
  let diagnostics: [Diagnostic]
  let meetsCumulative: Bool
  /// Whether the part must be checked again by the checker itself.
  let mustBeRepeated: Bool
}
