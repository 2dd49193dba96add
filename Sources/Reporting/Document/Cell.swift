import Indicators
import Source

/// What stands in one place of a table.
package enum Cell: Hashable, Sendable {
  /// A name or a text of the data.
  case text(String)
  /// A word of gf, such as a status.
  case phrase(Phrase)
  /// A number in the column's unit, or in the style's own.
  case number(Double, NumberStyle)
  /// No number, and why.
  case missing(MissingReason)
  /// A truth value; an unknown one is missing.
  case truth(Bool)
  /// A small line of values in order, nil where one is missing.
  case sparkline([Double?])
  /// Nothing, because nothing belongs here.
  case empty

  /// Creates a cell for `value` in the column's unit, with as many digits as the column needs.
  package static func number(_ value: Double) -> Cell {
    .number(value, NumberStyle())
  }
}

/// How one number is written where that differs from its column.
package struct NumberStyle: Hashable, Sendable {
  /// What a number is, where it is not simply the figure.
  package enum Mark: String, Hashable, Sendable, CaseIterable {
    /// The source calls it provisional.
    case provisional
    /// No assumption covers it: the last known value, held.
    case held
  }

  /// How many digits follow the decimal point; nil where the column decides.
  package var decimals: Int?
  /// The unit of this cell, in a column whose cells have different ones.
  package var unit: String?
  /// Whether the unit is written behind the number; it is not where another column of the row shows it.
  package var isUnitShown: Bool
  /// What the number is, where it is not simply the figure.
  package var mark: Mark?
  /// Whether the number is computed and not printed in a sheet, so that its last digits say nothing.
  package var isComputed = false
  /// Whether the number says how much something rose or fell.
  package var isChange = false
  /// What is shown in place of a greater number, which must not look as if rounded up; records hold it in full.
  package var greatestShown: Double?

  /// Creates a style; by default the column decides.
  package init(decimals: Int? = nil, unit: String? = nil, isUnitShown: Bool = true, mark: Mark? = nil) {
    self.isUnitShown = isUnitShown
    self.decimals = decimals
    self.unit = unit
    self.mark = mark
  }

  /// Creates the style of a number that says how much something rose or fell.
  static func change(unit: String? = nil, isUnitShown: Bool = true) -> NumberStyle {
    var style = NumberStyle(unit: unit, isUnitShown: isUnitShown)
    style.isChange = true
    return style
  }
}
