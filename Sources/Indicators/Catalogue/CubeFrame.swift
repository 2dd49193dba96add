/// Which dimensions and periods the cells of one indicator of a sheet have.
struct CubeFrame: Sendable {
  /// Whether any cell has a member, and whether any has none, by the sheet's dimensions.
  private(set) var hasMember: [Bool]
  private(set) var hasEmpty: [Bool]
  /// Whether any cell has each of the sheet's periods.
  private var hasPeriod: [Bool]

  /// Creates the frame of an indicator without cells.
  init(dimensions: Int, periods: Int) {
    hasMember = Array(repeating: false, count: dimensions)
    hasEmpty = hasMember
    hasPeriod = Array(repeating: false, count: periods)
  }

  /// The positions among the sheet's dimensions of those that any cell has a member of.
  var dimensions: [Int] { hasMember.indices.filter { hasMember[$0] } }

  /// The positions among the sheet's periods of those that any cell has, ascending.
  var periods: [Int] { hasPeriod.indices.filter { hasPeriod[$0] } }

  /// Adds a period.
  mutating func add(period: Int) { hasPeriod[period] = true }

  /// Adds what cells have of a dimension.
  mutating func add(_ dimension: Int, hasMember: Bool, hasEmpty: Bool) {
    if hasMember { self.hasMember[dimension] = true }
    if hasEmpty { self.hasEmpty[dimension] = true }
  }
}
