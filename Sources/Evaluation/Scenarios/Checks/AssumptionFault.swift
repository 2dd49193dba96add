import Indicators
import Source

/// What an assumption does other than it says, which only the data tell.
enum AssumptionFault: Hashable {
  /// It begins after the last period that is computed; `planned` is the first year of a plan that reaches so far.
  case beginsTooLate(String, begin: Period, scenario: String, end: Period, planned: Period?)
  /// It ends before the period in which it would begin, the one after the data end.
  case endsWithinData(String, end: Period, dataEnd: Period)
  /// It ends before the first period of the data.
  case endsBeforeData(String, end: Period, dataBegin: Period)
  /// What it is of has no values for the members in its brackets.
  case noSuchCells(String, members: [String])
  /// What it is of has no values at all.
  case noData(String)
  /// Another assumption takes all its cells.
  case shadowed(String, by: String, at: SourceRange, scenario: String)
  /// It gives no number in any of its cells.
  case givesNothing(String, MissingReason)
  /// It takes the place of values of the root.
  case replaces(String, count: Int, first: Period, last: Period, isPlan: Bool)
  /// The formula of an alias rests.
  case cutsFormula(String, formula: SourceRange, from: Period?)
  /// The end of the indicator's range stops the path.
  case stoppedByRange(ValueNote)
  /// A bound stops the path.
  case stoppedByBound(ValueNote)
  /// The value before the path lies beyond its bound already.
  case beginsBeyondBound(ValueNote)
  /// The value lies outside the indicator's range.
  case outside(ValueNote, range: String)
  /// A part of a distribution lies where no value can be.
  case massOutside(String, share: String, Outside, at: SourceRange)
  /// A part of a growth's distribution would take all there is, and more.
  case massBelowNothing(share: String, at: SourceRange)
  /// The value is to be reached before the path begins.
  case reachesAtOnce(String, by: Period, begin: Period)

  /// Where no value can be.
  enum Outside: Hashable {
    /// Below a value, as written.
    case below(String)
    /// Outside a range, as written.
    case range(String)
  }

  /// A value in the first of some cells.
  struct ValueNote: Hashable {
    /// The value's name, with its member where it has one.
    let name: String
    /// The number with its unit.
    let value: String
    /// The period of the cell.
    let period: Period?
  }
}

extension AssumptionFault {
  /// Whether the assumption could never do anything, whatever is asked.
  private var isError: Bool {
    switch self {
    case .endsWithinData, .endsBeforeData, .noSuchCells: true
    case .beginsTooLate, .noData, .shadowed, .givesNothing, .replaces, .cutsFormula, .stoppedByRange, .stoppedByBound,
      .beginsBeyondBound, .outside, .massOutside, .massBelowNothing, .reachesAtOnce:
      false
    }
  }

  /// Whether it may well be meant.
  private var isNote: Bool {
    switch self {
    case .replaces, .cutsFormula, .stoppedByBound: true
    case .beginsTooLate, .endsWithinData, .endsBeforeData, .noSuchCells, .noData, .shadowed, .givesNothing,
      .stoppedByRange, .beginsBeyondBound, .outside, .massOutside, .massBelowNothing, .reachesAtOnce:
      false
    }
  }

  /// Returns the finding at `site`; that a stretch other than the only one could never do anything is a warning, since data
  /// may have come that it was waiting for.
  func diagnostic(at site: SourceRange, isPart: Bool) -> Diagnostic {
    Diagnostic(
      isError && !isPart ? .error : isNote ? .note : .warning, code, message, at: .script(amount ?? site),
      others: others,
      help: help)
  }

  /// Where the amount is written, where it alone is doubted.
  private var amount: SourceRange? {
    switch self {
    case .massOutside(_, _, _, at: let range), .massBelowNothing(_, at: let range): range
    case .beginsTooLate, .endsWithinData, .endsBeforeData, .noSuchCells, .noData, .shadowed, .givesNothing, .replaces,
      .cutsFormula, .stoppedByRange, .stoppedByBound, .beginsBeyondBound, .outside, .reachesAtOnce:
      nil
    }
  }

  private var code: Diagnostic.Code {
    switch self {
    case .beginsTooLate, .endsWithinData, .endsBeforeData, .noSuchCells, .noData, .givesNothing: .matchesNothing
    case .shadowed: .shadowedAssumption
    case .replaces: .replacedData
    case .cutsFormula: .cutFormula
    case .stoppedByRange, .stoppedByBound, .beginsBeyondBound: .stoppedPath
    case .outside, .massOutside, .massBelowNothing: .outOfRange
    case .reachesAtOnce: .assumption
    }
  }

  private var others: [Diagnostic.Label] {
    switch self {
    case .shadowed(_, _, at: let winner, _): [.init(.script(winner), Phrase("this takes its place", "由这一项取代"))]
    case .cutsFormula(_, let formula, _): [.init(.script(formula), Phrase("this formula rests", "此公式停用"))]
    case .beginsTooLate, .endsWithinData, .endsBeforeData, .noSuchCells, .noData, .givesNothing, .replaces,
      .stoppedByRange, .stoppedByBound, .beginsBeyondBound, .outside, .massOutside, .massBelowNothing, .reachesAtOnce:
      []
    }
  }
}
