import Units

/// What is known of one indicator of a sheet while its rows are read.
struct IndicatorState {
  /// The unit of its numbers.
  var unit: MeasurementUnit?
  /// Whether the unit stands in the cells and nowhere else.
  var isUnitFromCells = false
  /// Whether the unit stands in the name or a unit column, which goes before the units of headings.
  var isUnitFromRow = false
  /// Whether a number without any unit has been read.
  var hasPlainNumber = false
  /// The indicator of its figures that run from January, where there are any.
  var cumulative: Int32?
  /// The indicator of its growth, where a column prints it.
  var growth: Int32?
  /// Whether it has been said that its growth is not read.
  var isGrowthRefused = false
  /// The line on which the name first stands.
  let line: Int
}

/// The indicator of a row, with the row's own unit where that is another than the indicator's.
struct RowIndicator {
  /// The position in the sheet's indicators.
  var index: Int32
  /// The unit of the row's numbers, where it differs.
  var unit: MeasurementUnit?
  /// Whether the row is the row of headings once more.
  var isHeading = false
}

/// The indicators of a sheet by name, and the rows' texts that name them.
struct IndicatorTable {
  /// What is known of each indicator, by position in the sheet.
  var states: [IndicatorState] = []
  /// The positions by name.
  var positions: [String: Int32] = [:]
  /// The printed names, each once.
  var printedNames = ByteInterner()
  /// The printed units, each once.
  var printedUnits = ByteInterner()
  /// The indicator of each pair of printed name and printed unit.
  var rows: [UInt64: RowIndicator] = [:]
  /// The pair that the row before had.
  var last: (key: UInt64, indicator: RowIndicator)?
}
