import Indicators
import Source
import Units

extension SemanticProblem {
  /// Returns the finding about this problem at `range`.
  func diagnostic(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      severity, code, message, at: .script(site ?? range), label: label, others: others, help: help,
      fixIts: fixIts(range))
  }

  /// Returns the finding about this problem at `range`, with another place that takes part.
  func diagnostic(at range: SourceRange, with other: Diagnostic.Label) -> Diagnostic {
    Diagnostic(severity, code, message, at: .script(range), others: [other], help: help)
  }

  private var severity: Diagnostic.Severity {
    switch self {
    case .aggregateKind(let problem): problem.isWarning ? .warning : .error
    case .moving(let problem): problem.isWarning ? .warning : .error
    case .ratioAveraged, .valuesOutside, .nothingDue: .warning
    case .unitReplaced: .note
    case .assumption(let problem): problem.severity
    default: .error
    }
  }

  private var site: SourceRange? {
    switch self {
    case .unitClash(_, _, _, let left, _), .percentPlusPercent(let left, _, _, _, _),
      .percentAgainstPoints(let left, _, _):
      left
    default: nil
    }
  }

  private var label: Phrase? {
    switch self {
    case .unitClash(_, let left, _, let first, let second):
      // A number that must have a unit of its place is the only one that is written.
      first == second ? nil : Phrase(same: left.shown)
    case .percentPlusPercent(_, _, let left, _, _): Phrase(same: left.shown)
    default: nil
    }
  }

  private var others: [Diagnostic.Label] {
    switch self {
    case .unitClash(_, _, let right, let first, let range):
      first == range ? [] : [.init(.script(range), Phrase(same: right.shown))]
    case .percentPlusPercent(_, let range, _, let right, _): [.init(.script(range), Phrase(same: right.shown))]
    case .percentAgainstPoints(_, let range?, _): [.init(.script(range), Phrase("the other", "另一方"))]
    case .nameTaken(_, let first):
      if let first { [.init(first, Phrase("first declared here", "先在这里声明"))] } else { [] }
    case .assumption(let problem): problem.others
    default: []
    }
  }

  private func fixIts(_ range: SourceRange) -> [Diagnostic.FixIt] {
    switch self {
    case .unknownName(_, let nearest, _), .unknownFunction(_, let nearest), .unknownSheet(_, let nearest),
      .sameUnknown(_, let nearest), .unknownScenario(_, let nearest), .unknownUnit(_, let nearest):
      nearest.first.map { [Diagnostic.FixIt(range, $0)] } ?? []
    case .mixedFrequency(_, _, let offer?): offer.fixIts
    case .assumption(.unknownGuide(_, let nearest)): nearest.first.map { [Diagnostic.FixIt(range, $0)] } ?? []
    case .unitMissing(_, let expected) where expected.nature != .percentage:
      [Diagnostic.FixIt(SourceRange(range.source, Int(range.end), Int(range.end)), unitSuffix(expected))]
    default: []
    }
  }

  private func unitSuffix(_ unit: MeasurementUnit) -> String {
    unit.nature == .plain ? " \(unit.symbol)" : unit.symbol
  }
}

extension MeasurementUnit {
  /// The unit as a message names it; a plain number is `1`.
  var shown: String { factors.isEmpty ? "1" : symbol }
}

/// Returns `names` as an enumeration in each language.
package func enumeration(_ names: [String], atMost limit: Int = 12) -> Phrase {
  let shown = names.prefix(limit)
  let rest = names.count - shown.count
  return Phrase(
    shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
    shown.joined(separator: "、") + (rest > 0 ? " 等 \(names.count) 个" : ""))
}
