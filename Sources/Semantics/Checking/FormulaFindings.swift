import Source

/// Which of the findings at the end of a list is about which group of formulas, so that they can be put in order.
struct FormulaFindings {
  private let start: Int
  /// The group of each finding.
  private var groups: [Int] = []

  /// Creates no labels for what is found behind the first `start` findings.
  init(behind start: Int) { self.start = start }

  /// Labels the findings from the last that has a label up to the one at `end`.
  mutating func label(upTo end: Int, as group: Int) {
    while start + groups.count < end { groups.append(group) }
  }

  /// Labels the findings behind the last that has a label, each as `groups` say.
  mutating func label(_ groups: [Int]) { self.groups += groups }

  /// Puts those of `diagnostics` that have a label in the order of their groups.
  func sort(_ diagnostics: inout [Diagnostic]) {
    let isInOrder = zip(groups, groups.dropFirst()).allSatisfy { $0 <= $1 }
    if isInOrder { return }
    let order = groups.indices.sorted { (groups[$0], $0) < (groups[$1], $1) }
    let found = Array(diagnostics[start...])
    diagnostics.removeLast(found.count)
    for position in order { diagnostics.append(found[position]) }
  }
}
