import Source

/// Two names whose draws are tied, as `correlate` says.
package struct CheckedTie: Sendable {
  /// The name written first.
  package let first: Definition
  /// The other name.
  package let second: Definition
  /// The rank correlation, from -1 to 1.
  package let rank: Double
  /// Where the statement is written.
  package let range: SourceRange

  /// Whether this tie and `other` are of the same two names.
  package func isOfSamePair(as other: CheckedTie) -> Bool {
    first == other.first && second == other.second || first == other.second && second == other.first
  }
}

extension CheckedProgram {
  /// Returns the ties that hold in `scenario`, in the order in which their pairs first appear: those of statements, then
  /// those of its bases and its own; a nearer one replaces that of a farther one for the same pair.
  package func ties(in scenario: ScenarioID) -> [CheckedTie] {
    var result = ties
    for layer in chain(of: scenario).declared.reversed() {
      for tie in layer.ties {
        if let place = result.firstIndex(where: tie.isOfSamePair) { result[place] = tie } else { result.append(tie) }
      }
    }
    return result
  }
}
