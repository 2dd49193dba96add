import Units

/// Everything that a script's sheets say: units, names, and the sheets in the order of `use`.
package struct Catalogue: Sendable {
  /// The units, with those that sheets and scripts add.
  package let units: UnitTable
  /// The names of members.
  package let names: NameTable
  /// The sheets.
  package let sheets: [Sheet]
  /// What one pass over each sheet tells.
  package let summaries: [SheetSummary]
  private let indexes: [ObservationIndex]
  /// The member that stands for an empty cell where other rows of the indicator have a member.
  private let emptyMember: Member

  /// Creates a catalogue and finds the rows of every indicator.
  package init(units: UnitTable, names: NameTable, sheets: [Sheet]) {
    var names = names
    emptyMember = names.member("")
    self.units = units
    self.names = names
    self.sheets = sheets
    summaries = sheets.map { SheetSummary($0) }
    indexes = sheets.map { ObservationIndex($0) }
  }

  /// Returns the observations of one indicator of one sheet, with the dimensions that its rows use and the period last.
  ///
  /// A dimension has all members that the sheet has, so that what the indicator lacks is seen.
  ///
  /// - Complexity: O(rows of the indicator + cells of the cube).
  package func cube(sheet: Int, indicator: Int) -> IndicatorCube {
    IndicatorCube(
      sheets[sheet], rows: indexes[sheet].rows(of: indicator), summary: summaries[sheet],
      emptyMember: emptyMember)
  }

  /// Returns the rows of one indicator of one sheet, as positions in its observations.
  package func rows(sheet: Int, indicator: Int) -> ArraySlice<Int32> {
    indexes[sheet].rows(of: indicator)
  }

  /// Returns a note for every cell that a sheet gives more than once.
  ///
  /// - Complexity: O(rows of the sheet + cells of its cubes).
  package func clashes(sheet: Int) -> [LoadNote] {
    sheets[sheet].indicators.indices.flatMap { cube(sheet: sheet, indicator: $0).notes }
  }
}

/// The rows of each indicator of a sheet, in the order of the sheet.
struct ObservationIndex: Sendable {
  private let starts: [Int]
  private let sorted: [Int32]

  /// Sorts the rows of `sheet` by counting.
  init(_ sheet: Sheet) {
    var starts = Array(repeating: 0, count: sheet.indicators.count + 1)
    for indicator in sheet.observations.indicator { starts[Int(indicator) + 1] += 1 }
    for indicator in 1..<max(1, starts.count) { starts[indicator] += starts[indicator - 1] }
    var next = starts
    var sorted = Array(repeating: Int32(0), count: sheet.observations.count)
    for (row, indicator) in sheet.observations.indicator.enumerated() {
      sorted[next[Int(indicator)]] = Int32(clamping: row)
      next[Int(indicator)] += 1
    }
    self.starts = starts
    self.sorted = sorted
  }

  /// Returns the rows of the indicator at `position`.
  func rows(of position: Int) -> ArraySlice<Int32> {
    guard position >= 0, position + 1 < starts.count else { return [] }
    return sorted[starts[position]..<starts[position + 1]]
  }
}
