import Source
import Syntax

/// What a line changes when it succeeds, and nothing changes when it fails.
struct ExplorationState: Sendable {
  /// The settings; its scripts have become units.
  var input: SessionInput
  /// How answers look.
  var display: DisplaySettings
  /// The texts whose declarations are in force, in the order in which they came.
  var units: [SessionUnit] = []
  /// The files that were asked for, in order.
  var files: [String] = []
  /// The questions that were answered, in order.
  var asked: [SessionUnit] = []
  /// What `_` stands for.
  var last = LastResult.none
  /// The scenario that questions are asked of; nil for `actual`.
  var scenario: String?
  /// The findings that have been told.
  var told: Set<Diagnostic> = []

  /// Adds `new` units, whose declarations take the place of earlier ones of the same.
  ///
  /// - Returns: The declarations that gave way; those of a file that is read again are not among them.
  mutating func add(_ new: [SessionUnit]) -> [StatementSyntax] {
    let read = Set(new.filter { $0.origin == .file }.map(\.place))
    units.removeAll { $0.origin == .file && read.contains($0.place) }
    var keys: [String?: Set<DeclarationKey>] = [:]
    for unit in new { keys[unit.qualifier, default: []].formUnion(unit.statements.compactMap(\.key)) }
    var replaced: [StatementSyntax] = []
    for index in units.indices {
      guard let own = keys[units[index].qualifier] else { continue }
      units[index].statements.removeAll { statement in
        guard let key = statement.key, own.contains(key) else { return false }
        replaced.append(statement)
        return true
      }
    }
    units.removeAll { $0.origin == .line && $0.statements.isEmpty }
    units += new
    return replaced
  }
}

extension SessionUnit {
  /// A file with the name under which it was imported.
  struct Place: Hashable {
    let file: String
    let qualifier: String?
  }

  /// Where a file's unit comes from.
  var place: Place { Place(file: text.name, qualifier: qualifier) }
}
