import Source
import Units

/// A sheet as read: its indicators, their observations and targets, and what could not be read.
package struct Sheet: Sendable {
  /// The name that qualifies its indicators: after `as`, else the file's name without folders and ending.
  package var name: String
  /// The file as the script names it.
  package var file: String
  /// The text, spelt in `coding`; observations point into it.
  package var bytes: Bytes
  /// How its fields are spelt.
  var coding = FieldCoding.utf8
  /// What stands between its fields.
  var delimiter: UInt8 = 0x2C
  /// The data dimensions that the sheet has beside the period, such as region.
  package var dimensions: [Dimension]
  /// The indicators, by first appearance.
  package var indicators: [SheetIndicator]
  /// Every cell of a value column, readable or not, in the order of the sheet.
  package var observations: Observations
  /// Every cell of a target column that asks for something, in the order of the sheet.
  package var targets: SheetTargets
  /// Which regions lie in which others, where a column of parents says so.
  package var parents: [ParentLink] = []
  /// What was ignored, could not be read, or was read in a way that should be known.
  package var notes: [LoadNote]
  /// How the sheet was understood, a line each, such as which heading is the unit column.
  package var readings: [LoadNote]
}

/// What a sheet says of one indicator.
package struct SheetIndicator: Hashable, Sendable {
  /// The name as names compare, without its unit.
  package var name: String
  /// The unit as printed in the name, the heading or the unit column; nil where none is.
  package var unit: MeasurementUnit?
  /// The unit as printed, where the name hides a denominator that `unit` has: 元 of 人均收入.
  package var printedUnit: MeasurementUnit?
  /// The line on which the name first stands.
  package var line: Int
  /// The column of the name.
  package var column: Int
  /// The text columns of the row on which the name first stands.
  package var attributes: RowAttributes
  /// What it measures, where the sheet's headings say so.
  package var kind: IndicatorKind?
}

/// The text columns of one row of a sheet.
package struct RowAttributes: Hashable, Sendable {
  /// The responsible units, the lead first.
  package var owners: [String] = []
  /// The attribute (指标属性).
  package var attribute: String?
  /// The group (类别).
  package var group: String?
  /// The item that the row belongs to (重点工作, 标志性成果 …).
  package var item: String?
  /// How often a value is due (频次).
  package var frequency: Frequency?

  /// Creates attributes that say nothing.
  package init() {}
}

/// What a sheet asks of one indicator, in one cell.
package struct SheetTarget: Hashable, Sendable {
  /// The position in the sheet's indicators.
  package var indicator: Int
  /// The members of the row, one for each of the sheet's dimensions; nil where the cell is empty.
  package var members: [Member?]
  /// The deadline.
  package var deadline: Period
  /// What is asked; all must hold.
  package var conditions: [TargetCondition]
  /// The cell as printed.
  package var raw: String
  /// How many digits stand after the decimal point in the cell.
  package var decimals: Int
  /// The row's line, counted from 1.
  package var line: Int
  /// The cell's column, counted from 1.
  package var column: Int
  /// The row's text columns.
  package var attributes: RowAttributes
}
