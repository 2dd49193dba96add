import Source

/// A function as scripts know it; the checker, the manual and the tests read this record.
package struct Builtin: Sendable {
  /// What computes it.
  package enum Kind: Hashable, Sendable {
    /// It collapses dimensions.
    case aggregate(AggregateFunction)
    /// It steps through time.
    case time(TimeFunction)
    /// It looks at why values are missing.
    case missing(MissingFunction)
    /// It takes each cell by itself.
    case cells(CellFunction)
    /// It is a number that is not certain.
    case distribution(DistributionFunction)
    /// It is the share of samples in which a condition holds.
    case chance
    /// It brings values to one scale.
    case scaling
  }

  /// The English name.
  package let english: String
  /// The Chinese name.
  package let chinese: String
  /// What computes it.
  package let kind: Kind
  /// How it is called.
  package let signature: String
  /// What it gives, in one sentence without a period.
  package let summary: Phrase
  /// What else must be known to use it rightly, a sentence each.
  package let details: [Phrase]
  /// A script that shows it, with the sheet that the script uses.
  package let example: Example?

  /// A script and the sheet `s.csv` that it uses; the manual and `gf help` print what it answers.
  package struct Example: Sendable {
    /// The script.
    package let script: String
    /// The sheet, in CSV; empty where the script uses none.
    package let sheet: String

    /// Creates an example.
    init(_ script: String, sheet: String = "") {
      self.script = script
      self.sheet = sheet
    }
  }

  init(
    _ english: String, _ chinese: String, _ kind: Kind, _ signature: String, _ summary: Phrase,
    details: [Phrase] = [], example: Example? = nil
  ) {
    self.english = english
    self.chinese = chinese
    self.kind = kind
    self.signature = signature
    self.summary = summary
    self.details = details
    self.example = example
  }

  /// Every function, in the order of the manual.
  package static let all: [Builtin] =
    aggregates + pairs + times + cells + targetCells + missings + scalings + distributions

  /// Returns the function called `name` in either language.
  ///
  /// `min` and `max` collapse with one argument and compare cell by cell with more.
  package static func named(_ name: String, argumentCount: Int) -> Builtin? {
    let matches = byName[name] ?? []
    if matches.count > 1 {
      return argumentCount > 1 ? matches.first { $0.takesSeveral } : matches.first { !$0.takesSeveral }
    }
    return matches.first
  }

  /// All names in both languages.
  package static var names: [String] { all.flatMap { [$0.english, $0.chinese] } }

  private var takesSeveral: Bool {
    if case .cells = kind { true } else { false }
  }

  private static let byName: [String: [Builtin]] = {
    var result: [String: [Builtin]] = [:]
    for builtin in all {
      result[builtin.english, default: []].append(builtin)
      result[builtin.chinese, default: []].append(builtin)
    }
    return result
  }()
}
