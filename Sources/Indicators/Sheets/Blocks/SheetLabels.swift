import Units

/// What labels the cells of a sheet: its periods, its members and which of these stand together.
struct SheetLabels: Sendable {
  /// The codes of the members of each dimension in the name table, in order of first appearance.
  private(set) var members: [[Int32]]
  /// The periods that any cell has.
  private(set) var periods: Set<Period> = []
  /// The combinations of members that occur, where there are several dimensions; −1 for an empty cell.
  private(set) var combinations: Set<[Int32]> = []
  /// Whether each member of the name table is among those of each dimension.
  private var seen: [[Bool]]
  private var lastPeriod: Period?
  private var lastCombination: [Int32] = []

  /// Creates the labels of a sheet with so many dimensions and no cells.
  init(dimensions: Int) {
    members = Array(repeating: [], count: dimensions)
    seen = Array(repeating: [], count: dimensions)
  }

  /// Adds a period.
  mutating func add(_ period: Period) {
    if period == lastPeriod { return }
    lastPeriod = period
    periods.insert(period)
  }

  /// Adds a member; −1 is none.
  mutating func add(_ member: Int32, _ dimension: Int) {
    guard member >= 0 else { return }
    let code = Int(member)
    if code >= seen[dimension].count {
      seen[dimension] += Array(
        repeating: false, count: max(code + 1, 2 * seen[dimension].count) - seen[dimension].count)
    }
    if seen[dimension][code] { return }
    seen[dimension][code] = true
    members[dimension].append(member)
  }

  /// Adds members that stand together.
  mutating func add(combination: [Int32]) {
    if combination.count < 2 || combination == lastCombination { return }
    lastCombination = combination
    combinations.insert(combination)
  }

  /// Adds the labels of a cell.
  mutating func add(_ cell: ReadCell, at period: Period) {
    add(period)
    for (dimension, member) in cell.members.enumerated() { add(member, dimension) }
    add(combination: cell.members)
  }
}
