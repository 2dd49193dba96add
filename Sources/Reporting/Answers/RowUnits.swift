import Indicators
import Semantics
import Units

/// The unit that stands in each row of a table whose rows are indicators with units of their own.
struct RowUnits {
  private let units: IndicatorUnits?
  private let position: Int?

  /// Finds the units among the types of a table's columns; its rows are made of `dimensions`.
  init(types: [ValueType], _ dimensions: [Dimension]) {
    position = dimensions.firstIndex(of: .indicator)
    // The units of the indicators themselves stand before those of their differences.
    let found = position == nil ? [] : types.compactMap(\.indicatorUnits)
    units = found.first { !$0.units.contains(.points) } ?? found.first
  }

  /// Returns the indicator among the names of a row's members.
  func indicator(_ names: [String]) -> String? {
    position.map { names[$0] }
  }

  /// Returns the unit that stands in the row of `indicator`.
  func unit(of indicator: String?) -> MeasurementUnit? {
    indicator.flatMap { units?[$0] }
  }

  /// Returns `cells` with `cell` behind the indicator's, where rows have units.
  func inserted<Cell>(_ cell: Cell, into cells: [Cell]) -> [Cell] {
    guard units != nil, let position else { return cells }
    return Array(cells[...position]) + [cell] + cells[(position + 1)...]
  }
}
