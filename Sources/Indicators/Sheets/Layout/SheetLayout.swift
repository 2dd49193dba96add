/// How the columns of a sheet are to be read.
struct SheetLayout {
  /// The row of headings.
  var headingRow: PreviewRow
  /// How many records stand before the first row of data.
  var recordsBeforeData: Int
  /// The headings, by column.
  var headings: [Heading]
  /// The period that the title or a mapping gives to the whole sheet.
  var base: SheetPeriod?
  /// Where each row's region is.
  var region = FieldSource.none
  /// Where the region is in which each row's region lies.
  var parent = FieldSource.none
  /// Where each row's indicator is.
  var indicator = FieldSource.none
  /// Where each row's period is.
  var period = FieldSource.none
  /// How long the periods are that the days of the period column stand for; nil where there are none, or several a month.
  var dayFrequency: Frequency?
  /// The column of the part of the year, beside one of the year.
  var part: Int?
  /// How long the part is that a bare number gives, by its column's heading.
  var partFrequency: Frequency?
  /// Where each row's unit is.
  var unit = FieldSource.none
  /// Where each row's attribute is.
  var attribute = FieldSource.none
  /// Where each row's group is.
  var group = FieldSource.none
  /// Where each row's item is.
  var item = FieldSource.none
  /// Where it stands how often each row's value is due.
  var frequency = FieldSource.none
  /// Where it stands which way is better.
  var better = FieldSource.none
  /// The column whose marks say why a value is missing.
  var status: Int?
  /// The columns of responsible units, the lead's first.
  var owners: [Int] = []
  /// The responsible unit of every row, where a mapping states it.
  var constantOwner: String?
  /// Further dimensions, with where each row's member is.
  var furtherDimensions: [(name: String, source: FieldSource)] = []
  /// Whether numbers mark their fractions with a comma.
  var hasDecimalCommas = false
  /// The columns that hold numbers or targets, in order.
  var values: [ValueColumn] = []
  /// The columns whose texts are carried down into empty cells.
  var filled: Set<Int> = []

  /// Whether rows have text columns beside those that say what is measured.
  var hasAttributes: Bool {
    constantOwner != nil || !owners.isEmpty || attribute != .none || group != .none || item != .none
      || frequency != .none
  }

  /// Returns the source of a text field.
  subscript(role: HeadingRole) -> FieldSource {
    get {
      switch role {
      case .region: region
      case .parent: parent
      case .indicator: indicator
      case .period: period
      case .part: part.map { .column($0) } ?? .none
      case .unit: unit
      case .attribute: attribute
      case .group: group
      case .item: item
      case .frequency: frequency
      case .better: better
      case .status: status.map { .column($0) } ?? .none
      case .owner, .number, .remark: .none
      }
    }
    set {
      switch role {
      case .region: region = newValue
      case .parent: parent = newValue
      case .indicator: indicator = newValue
      case .period: period = newValue
      case .part: part = newValue.column
      case .unit: unit = newValue
      case .attribute: attribute = newValue
      case .group: group = newValue
      case .item: item = newValue
      case .frequency: frequency = newValue
      case .better: better = newValue
      case .status: status = newValue.column
      case .owner, .number, .remark: break
      }
    }
  }
}

/// Where the text of a field comes from.
enum FieldSource: Hashable {
  /// Nowhere.
  case none
  /// The row's cell in a column, counted from 0.
  case column(Int)
  /// Some characters, counted from 1, of the row's cell in a column.
  case part(Int, ClosedRange<Int>)
  /// The same for every row.
  case constant(String)

  /// The column, counted from 0.
  var column: Int? {
    switch self {
    case .column(let column), .part(let column, _): column
    case .none, .constant: nil
    }
  }
}

/// A column that holds numbers or targets, with what its heading says of them.
struct ValueColumn: Hashable {
  /// The column, counted from 0.
  let column: Int
  /// Whether the cells are targets.
  let isTarget: Bool
  /// The period, where the heading or the sheet gives it; else the row does.
  var period: SheetPeriod?
  /// The part of the row's year, where the heading names no year and the row does.
  var part: PeriodNotation?
  /// Whether the cells are growth in percent of the row's indicator.
  var isGrowth = false
  /// The indicator, where the heading names it.
  var indicator: String?
  /// The region, where the heading names it.
  var region: String?
  /// What stands in the heading's parentheses: perhaps the unit of the column.
  var unitText: String?
}

extension ClosedRange<Int> {
  /// Returns the characters of `text` at these places, counted from 1.
  func characters(of text: String) -> String {
    String(text.dropFirst(lowerBound - 1).prefix(count))
  }
}
