import Semantics
import Source

/// How many of the cells or rows that a filter met it kept, over all its uses.
struct FilterUse {
  /// The filters of a script by what they choose from.
  enum Subject {
    /// Cells that an aggregate collapses.
    case aggregate
    /// Cells that a table shows.
    case table
    /// Cells that a rule judges.
    case rule
    /// Rows of a relation that an aggregate counts.
    case countedRows
    /// Rows of a relation that a table shows.
    case shownRows
  }

  let subject: Subject
  var kept = 0
  var unknown = 0
  var total = 0
}

extension Evaluator {
  /// Remembers what `filter` kept.
  package mutating func note(filter: SourceRange, shownKept kept: Int, unknown: Int, of total: Int) {
    note(filter, .table, kept: kept, unknown: unknown, of: total)
  }

  /// Remembers what `filter` kept of the cells or rows of `subject`.
  mutating func note(_ filter: SourceRange, _ subject: FilterUse.Subject, kept: Int, unknown: Int, of total: Int) {
    var use = filterUses[filter] ?? FilterUse(subject: subject)
    use.kept += kept
    use.unknown += unknown
    use.total += total
    filterUses[filter] = use
  }
}
