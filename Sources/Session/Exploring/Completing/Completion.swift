/// What may stand at the cursor of a line.
package struct Completion: Hashable, Sendable {
  /// The offset in UTF-8 from which each candidate replaces what is typed.
  package var start: Int
  /// What may stand there, in the order in which it is shown.
  package var candidates: [String]

  /// Creates a completion of `candidates` from the offset `start`.
  package init(start: Int, candidates: [String]) {
    self.start = start
    self.candidates = candidates
  }

  /// Returns the candidates as replacements of the last `length` bytes of `line`; those that would change what is before
  /// are left out.
  package func replacements(ofWordOf length: Int, in line: String) -> [String] {
    let line = Array(line.utf8)
    let wordStart = max(0, line.count - length)
    if start >= wordStart {
      let kept = String(decoding: line[wordStart..<min(start, line.count)], as: UTF8.self)
      return candidates.map { kept + $0 }
    }
    let typed = String(decoding: line[start..<wordStart], as: UTF8.self)
    return candidates.filter { $0.hasPrefix(typed) }.map { String($0.dropFirst(typed.count)) }
  }
}
