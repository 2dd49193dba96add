import Source

/// Which of the findings at the end of a list is about which group of formulas, so that they can be put in order.
struct FormulaFindings {
  /// What a finding is about.
  enum Subject {
    /// The circles among formulas, which are known when only these and what needs them are left.
    case circles(before: Int)
    /// A group of formulas.
    case group(Int)
  }

  private let start: Int
  /// The place of each finding's subject in the order of groups.
  private var places: [Int] = []

  /// Creates no labels for what is found behind the first `start` findings.
  init(behind start: Int) { self.start = start }

  /// How many findings there are with those that have a label.
  var count: Int { start + places.count }

  /// Labels the findings from the last that has a label up to the one at `end`.
  mutating func label(upTo end: Int, as subject: Subject) {
    while count < end { places.append(subject.place) }
  }

  /// Puts those of `diagnostics` that have a label in the order of their subjects.
  func sort(_ diagnostics: inout [Diagnostic]) {
    let isInOrder = zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
    if isInOrder { return }
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    let found = Array(diagnostics[start...])
    diagnostics.removeLast(found.count)
    for position in order { diagnostics.append(found[position]) }
  }
}

extension FormulaFindings.Subject {
  /// The place in the order of groups.
  fileprivate var place: Int {
    switch self {
    case .circles(let group): group.multipliedReportingOverflow(by: 2).partialValue
    case .group(let group): group * 2 + 1
    }
  }
}
