/// What a scan of rows has to know of a sheet: which column is what, by number.
struct ScanPlan: Sendable {
  /// The tables of texts by what they say; those of the dimensions come last.
  static let indicatorTable = 0
  static let unitTable = 1
  static let periodTable = 2
  static let statusTable = 3
  static let parentTable = 4
  static let firstDimensionTable = 5
  /// The most dimensions of a sheet that is scanned.
  static let mostDimensions = 4

  /// How many columns have headings; a row with more is not plain.
  let columnCount: Int
  /// What stands between fields.
  let delimiter: UInt8
  /// How fields are spelt.
  let coding: FieldCoding
  /// The table of texts of each column, −1 where it has none.
  let tableOfColumn: [Int]
  /// The columns of texts that rows say of their targets: which way is better, and who answers for it.
  let traits: [Int]
  /// The positions among the value columns of those that hold targets, and of the others.
  let targets: [Int]
  let observed: [Int]
  /// The position among the value columns of each column, −1 where it is none.
  let valueOfColumn: [Int]
  /// The columns of values, in order.
  let values: [Int]
  /// The table of each of the sheet's dimensions beside the period; parts of one column share its table.
  let tableOfDimension: [Int]
  /// Whether rows say in which region their own lies.
  let hasParents: Bool
  /// Whether the headings name the indicators, the periods, the regions of their cells, whose codes are then the positions among
  /// the value columns; else the rows do.
  let ownsIndicators: Bool
  let ownsPeriods: Bool
  let ownsRegions: Bool
  /// The sheet's marks for missing numbers.
  let marks: MissingMarks
  /// The indicators whose cells are kept.
  let wanted: WantedIndicators

  /// Whether the members of all dimensions are parts of one column.
  let sharesTable: Bool
  /// The most texts of a kind that are numbered in one book.
  let mostTexts: Int

  /// How many dimensions the sheet has beside the period.
  var dimensions: Int { tableOfDimension.count }

  /// The first of the tables of what rows say of their targets.
  var firstTraitTable: Int { Self.firstDimensionTable + dimensions }

  /// What rows have in common.
  var shape: BlockShape {
    BlockShape(
      columns: values.map { UInt16(clamping: $0) }, dimensions: dimensions, ownsIndicators: ownsIndicators,
      ownsPeriods: ownsPeriods, ownsRegions: ownsRegions)
  }
  /// How many tables of texts there are.
  var textCount: Int { firstTraitTable + traits.count }
}

extension ScanPlan {
  /// The most value columns of a row that is scanned.
  static let mostValues = 4096

  /// Plans the scan of a sheet; nil where its rows depend on each other or hold what only the reader of single rows knows.
  init?(_ reader: SheetReader, delimiter: Delimiter, wanted: WantedIndicators, mostTexts: Int) {
    let layout = reader.layout
    let count = layout.values.count
    guard layout.filled.isEmpty, layout.part == nil, !layout.hasDecimalCommas, 1...Self.mostValues ~= count,
      reader.dimensionSources.count <= Self.mostDimensions,
      layout.values.allSatisfy({ !$0.isGrowth && $0.part == nil && $0.period?.isCumulative != true })
    else { return nil }
    func owns(_ named: Int, _ rowsName: Bool) -> Bool? {
      // Where only some headings say it, or rows say it as well, the one goes before the other cell by cell.
      named == 0 && rowsName ? false : named == count && !rowsName ? true : nil
    }
    let isOfRegions = layout.region != .none || reader.columnRegions.isEmpty
    guard let ownsIndicators = owns(reader.columnIndicators.count, layout.indicator != .none),
      let ownsPeriods = owns(layout.values.count { $0.period != nil }, layout.period.column != nil),
      let ownsRegions = owns(reader.columnRegions.count, isOfRegions),
      layout.parent == .none || layout.region.column != nil
    else { return nil }
    var tables = Array(repeating: -1, count: layout.headings.count)
    let sources =
      [layout.indicator, layout.unit, layout.period, layout.status.map { .column($0) } ?? .none, layout.parent]
      + reader.dimensionSources
    var tableOfDimension = reader.dimensionSources.indices.map { Self.firstDimensionTable + $0 }
    for (table, source) in sources.enumerated() {
      guard let column = source.column else { continue }
      if tables[column] < 0 {
        tables[column] = table
      } else if case .part = source {
        tableOfDimension[table - Self.firstDimensionTable] = tables[column]
      } else {
        return nil
      }
    }
    let targets = layout.values.indices.filter { layout.values[$0].isTarget }
    guard let traits = targets.isEmpty ? [] : Self.traits(reader) else { return nil }
    for (trait, column) in traits.enumerated() {
      guard tables[column] < 0 else { return nil }
      tables[column] = Self.firstDimensionTable + reader.dimensionSources.count + trait
    }
    var values = Array(repeating: -1, count: layout.headings.count)
    for (index, value) in layout.values.enumerated() {
      guard tables[value.column] < 0, values[value.column] < 0 else { return nil }
      values[value.column] = index
    }
    columnCount = layout.headings.count
    (self.delimiter, coding) = (delimiter.byte, reader.sheet.coding)
    tableOfColumn = tables
    valueOfColumn = values
    self.values = layout.values.map(\.column)
    self.tableOfDimension = tableOfDimension
    (self.traits, self.targets) = (traits, targets)
    observed = layout.values.indices.filter { !layout.values[$0].isTarget }
    sharesTable = Set(tableOfDimension).count == 1
    hasParents = layout.parent.column != nil
    (self.ownsIndicators, self.ownsPeriods, self.ownsRegions) = (ownsIndicators, ownsPeriods, ownsRegions)
    marks = reader.marks
    self.mostTexts = mostTexts
    // Where headings name the indicators, rows hold cells of all of them; and targets are kept of all.
    self.wanted = ownsIndicators || layout.indicator.column == nil || !targets.isEmpty ? .all : wanted
  }

  /// Returns the columns of what rows say of their targets; nil where plain numbers may be other targets than they seem.
  private static func traits(_ reader: SheetReader) -> [Int]? {
    let layout = reader.layout
    let hasUnits = layout.values.contains { $0.isTarget && reader.columnUnits[$0.column] != nil }
    if hasUnits || reader.marks.hasNumbers { return nil }
    var columns = layout.owners
    for source in [layout.better, layout.attribute, layout.group, layout.item, layout.frequency] {
      switch source {
      case .none, .constant: continue
      case .column(let column): columns.append(column)
      case .part: return nil
      }
    }
    return columns
  }
}
