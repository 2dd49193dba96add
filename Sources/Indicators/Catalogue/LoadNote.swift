import Source

/// One line of the load report: a place of a sheet and what was made of it.
package struct LoadNote: Hashable, Sendable {
  /// The classes of notes, in order of weight.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The cell's text is no number, period or target; the cell is missing.
    case unreadable
    /// The cell's bytes are no text in the file's encoding; U+FFFD stands for them.
    case invalidBytes = "invalid-bytes"
    /// The row was left out, because it has no indicator or no period.
    case ignoredRow = "ignored-row"
    /// The column is not used.
    case ignoredColumn = "ignored-column"
    /// A line above the heading.
    case title
    /// A line below the data.
    case footnote
    /// A target that is prose and is judged by a person.
    case milestone
    /// The same cell was given twice with the same value.
    case repeated
    /// The same cell was given twice with different values.
    case clash
    /// A unit that the unit table does not know; it converts to no other.
    case unknownUnit = "unknown-unit"
    /// How something was understood.
    case reading
  }

  /// The class.
  package let kind: Kind
  /// The place, with what is printed there.
  package let place: CellPlace
  /// Why, in one line.
  package let reason: Phrase
  /// The unit that the unit table does not know, of a note about one.
  package let unit: String?

  /// Creates a note.
  package init(_ kind: Kind, at place: CellPlace, _ reason: Phrase, unit: String? = nil) {
    self.unit = unit
    self.kind = kind
    self.place = place
    self.reason = reason
  }
}
