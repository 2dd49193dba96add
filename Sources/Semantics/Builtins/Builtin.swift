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
  package static let all: [Builtin] = Array(groups.joined())

  /// Every function, as the tables hold them.
  fileprivate static let groups = [
    aggregates, pairs, steps, growths, indices, trends, conversions, cells, targetCells, missings, scalings,
    distributions,
  ]

  /// Returns the function called `name` in either language.
  ///
  /// `min` and `max` collapse with one argument and compare cell by cell with more.
  package static func named(_ name: String, argumentCount: Int) -> Builtin? {
    argumentCount > 1
      ? takingSeveral.find(name) ?? others.find(name) : others.find(name) ?? takingSeveral.find(name)
  }

  /// All names in both languages.
  package static var names: [String] { all.flatMap { [$0.english, $0.chinese] } }

  fileprivate var takesSeveral: Bool {
    if case .cells = kind { true } else { false }
  }

  private static let takingSeveral = NamedBuiltins(takingSeveral: true)
  private static let others = NamedBuiltins(takingSeveral: false)
}

/// Functions that are found by their names in either language, without a copy of the tables.
private struct NamedBuiltins {
  private let places: [(group: Int, position: Int)]
  private let index: WordIndex

  init(takingSeveral: Bool) {
    var places: [(group: Int, position: Int)] = []
    var names: [String] = []
    for group in Builtin.groups.indices {
      for position in Builtin.groups[group].indices
      where Builtin.groups[group][position].takesSeveral == takingSeveral {
        places.append((group, position))
        names.append(Builtin.groups[group][position].english)
        names.append(Builtin.groups[group][position].chinese)
      }
    }
    self.places = places
    index = WordIndex(names)
  }

  func find(_ name: String) -> Builtin? {
    guard let line = index.line(of: name) else { return nil }
    let place = places[line / 2]
    return Builtin.groups[place.group][place.position]
  }
}
