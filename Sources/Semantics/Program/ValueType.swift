import Indicators
import Units

/// What is known of a value before it is computed.
package struct ValueType: Hashable, Sendable {
  /// What kind of value it is; what few values have is kept in a box, so that types are short.
  package enum Shape: Hashable, Sendable {
    /// Numbers in one unit.
    case number(MeasurementUnit)
    /// A number that fits any unit: 0, `missing`, and an alias's own earlier value.
    case flexible
    /// Numbers of a relation's column, each row in a unit of its own.
    case mixed
    /// Numbers of several indicators, each in a unit of its own.
    indirect case several(IndicatorUnits)
    /// True, false or unknown.
    case truth
    /// Text; the vocabulary says which words there can be.
    indirect case text(Vocabulary)
    /// Periods.
    case period
    /// What could not be understood; it has been reported.
    case invalid
  }

  /// What kind of value it is.
  package let shape: Shape
  /// How long its periods are, where it has any and they are of one length.
  package let frequency: Frequency?
  /// Whether it was printed by a person: a literal or a cell of a sheet, and so has a last digit.
  package let isPrinted: Bool
  /// What the numbers measure, as far as formulas and declarations tell.
  package let kind: IndicatorKind?

  /// Creates a type.
  package init(
    _ shape: Shape, frequency: Frequency? = nil, isPrinted: Bool = false, kind: IndicatorKind? = nil
  ) {
    self.shape = shape
    self.frequency = frequency
    self.isPrinted = isPrinted
    self.kind = kind
  }

  /// The type of what could not be understood.
  package static let invalid = ValueType(.invalid)
  /// The type of a plain number.
  package static let plain = ValueType(.number(.one))

  /// Whether it is a number without a unit.
  var isPlainNumber: Bool {
    if case .number(let unit) = shape { unit == .one } else { false }
  }

  /// The unit of a number; plain for whatever has none.
  package var unit: MeasurementUnit {
    if case .number(let unit) = shape { unit } else { .one }
  }
}

/// The words that a text value can be.
package enum Vocabulary: Hashable, Sendable {
  /// Free text, such as a file's name.
  case free
  /// The labels of a dimension.
  case dimension(Dimension)
  /// The departments that targets name.
  case owners
  /// The attributes that targets name.
  case attributes
  /// The groups that targets name.
  case groups
  /// The items that targets belong to.
  case items
  /// The names of indicators.
  case indicators
  /// The names of sheets.
  case sheets
  /// The names of scenarios, those that are built in as a relation stores them.
  case scenarios
  /// A fixed list with a spelling in each language.
  case fixed(WordList)
  /// Words of the script in order, as `band` gives them; a value is the position of its word.
  case ordered([String])
}

/// A fixed list of words.
package enum WordList: Hashable, Sendable, CaseIterable {
  /// The statuses of a target.
  case status
  /// The results of a rule.
  case verdict
  /// The weights of a rule.
  case severity
  /// The classes of a conflict.
  case conflict
  /// The classes of the load report.
  case note
  /// The lights of a target.
  case light
  /// The scenarios.
  case scenario
  /// What indicators measure.
  case kind
  /// Which way is better.
  case direction
  /// How long periods are.
  case frequency
  /// Why values are missing.
  case reason
  /// What becomes of a sheet's rows.
  case cause
  /// What becomes of a scenario's assumptions.
  case assumption
  /// What values of a scenario rest on.
  case footing
}
