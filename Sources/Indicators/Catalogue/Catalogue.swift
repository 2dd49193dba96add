import Source
import Synchronization
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
  private let places: [SheetPlaces]
  /// Where the cells of each indicator of each sheet lie.
  private let layouts: [[CubeLayout]]
  private let store: CubeStore
  private let workers: Workers

  /// Creates a catalogue of sheets, which `workers` share where it looks at all cells.
  package init(units: UnitTable, names: NameTable, sheets: [Sheet], workers: Workers = Workers()) {
    var names = names
    // The member that stands for an empty cell where other rows of the indicator have a member.
    let emptyMember = names.member("")
    self.units = units
    self.names = names
    self.sheets = sheets
    self.workers = workers
    places = sheets.map { SheetPlaces($0) }
    summaries = zip(sheets, places).map { SheetSummary($0, $1, workers) }
    layouts = zip(sheets, summaries).map { sheet, summary in
      summary.frames.map { CubeLayout(sheet, summary, $0, emptyMember: emptyMember) }
    }
    store = CubeStore(sheets: sheets.count)
  }

  /// Returns the observations of one indicator of one sheet, with the dimensions that its rows use and the period last, and
  /// where each cell comes from.
  ///
  /// A dimension has all members that the sheet has, so that what the indicator lacks is seen.
  ///
  /// - Complexity: O(rows of the indicator + cells of the cube), after one pass over the sheet.
  package func cube(sheet: Int, indicator: Int) -> IndicatorCube {
    store.cube(sheet, indicator) {
      IndicatorCube(
        sheets[sheet], rows: rows(sheet: sheet, indicator: indicator), summaries[sheet], places[sheet],
        summaries[sheet].frames[indicator], layouts[sheet][indicator])
    }
  }

  /// Returns the observations of one indicator of one sheet, as `cube(sheet:indicator:)` does, without where they come from.
  package func values(sheet: Int, indicator: Int) -> Cube {
    guard let values = allValues(sheet)?[indicator], !values.hasRepeats else {
      return cube(sheet: sheet, indicator: indicator).cube
    }
    return values.cube
  }

  /// Returns the values of all indicators of a sheet; nil where their cubes have many more cells than the sheet.
  private func allValues(_ sheet: Int) -> [CubeScatter.Values]? {
    let cells = layouts[sheet].reduce(0) { $0.addingReportingOverflow($1.count).overflow ? Int.max : $0 + $1.count }
    guard cells <= 1 << 16 || cells / 4 <= sheets[sheet].observations.count else { return nil }
    return store.values(sheet) {
      CubeScatter(sheets[sheet], summaries[sheet], places[sheet], layouts[sheet]).gather(workers)
    }
  }

  /// Returns the rows of one indicator of one sheet, as positions in its observations.
  package func rows(sheet: Int, indicator: Int) -> ArraySlice<Int32> {
    store.index(sheet) { ObservationIndex(sheets[sheet], summaries[sheet]) }.rows(of: indicator)
  }

  /// Returns a note for every cell that a sheet gives more than once.
  ///
  /// - Complexity: O(rows of the sheet + cells of its cubes).
  package func clashes(sheet: Int) -> [LoadNote] {
    let values = allValues(sheet)
    let repeated = sheets[sheet].indicators.indices.filter { values?[$0].hasRepeats ?? true }
    return repeated.flatMap { cube(sheet: sheet, indicator: $0).notes }
  }
}

/// What has been gathered of sheets, so that no row is gone over twice.
private final class CubeStore: Sendable {
  private struct Key: Hashable {
    let sheet: Int
    let indicator: Int
  }

  private let cubes = Mutex<[Key: IndicatorCube]>([:])
  private let values: Mutex<[[CubeScatter.Values]?]>
  private let indexes: Mutex<[ObservationIndex?]>

  init(sheets: Int) {
    values = Mutex(Array(repeating: nil, count: sheets))
    indexes = Mutex(Array(repeating: nil, count: sheets))
  }

  /// Returns the cube of an indicator, which `gather` makes where there is none yet.
  func cube(_ sheet: Int, _ indicator: Int, _ gather: () -> IndicatorCube) -> IndicatorCube {
    let key = Key(sheet: sheet, indicator: indicator)
    if let known = cubes.withLock({ $0[key] }) { return known }
    let cube = gather()
    cubes.withLock { $0[key] = cube }
    return cube
  }

  /// Returns the values of a sheet's indicators, which `gather` makes where there are none yet.
  func values(_ sheet: Int, _ gather: () -> [CubeScatter.Values]?) -> [CubeScatter.Values]? {
    if let known = values.withLock({ $0[sheet] }) { return known }
    let found = gather()
    values.withLock { $0[sheet] = found }
    return found
  }

  /// Returns the rows of a sheet by indicator, which `sort` finds where that has not been done.
  func index(_ sheet: Int, _ sort: () -> ObservationIndex) -> ObservationIndex {
    if let known = indexes.withLock({ $0[sheet] }) { return known }
    let index = sort()
    indexes.withLock { $0[sheet] = index }
    return index
  }
}
