/// A sheet of a workbook, before it is written.
struct WorkbookSheet {
  /// What stands in one cell.
  enum Value {
    case text(String)
    case number(Double)
    case truth(Bool)
    /// Nothing, with a style that shows all the same.
    case blank
  }

  /// A cell with its looks, and the sheet that it leads to.
  struct Cell {
    var value: Value
    var style = WorkbookStyle()
    var link: String?
  }

  /// The name.
  var name: String
  /// The rows from top to bottom, each from the first column on.
  var rows: [[Cell]] = []
  /// The widths of the columns, in characters.
  var widths: [Int] = []
  /// How many rows from the top stay in sight.
  var frozenRows = 0
  /// The row of headings, counted from 1, that every printed page repeats; nil where there is none.
  var headingRow: Int?

  /// Creates an empty sheet.
  init(name: String) { self.name = name }
}

/// How much one sheet holds, which is what Excel's holds.
struct WorkbookLimits {
  /// The most rows.
  var rows = 1_048_576
  /// The most columns.
  var columns = 16_384
  /// The most UTF-16 units in a cell.
  var characters = 32_767
}
