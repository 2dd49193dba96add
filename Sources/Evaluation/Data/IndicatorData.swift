import Indicators
import Semantics
import Units

/// The observations of one indicator over all its sheets, merged cell by cell.
package struct IndicatorData: Sendable {
  /// The values, in the indicator's unit.
  package var cube: Cube
  /// For each part of the indicator, the row of its sheet's observations behind each cell, or −1.
  package var rows: [[Int32]]
  /// How many digits stand after the decimal point of each cell; the most of its origins.
  package var decimals: [UInt8]
  /// The cells that are sums of others, each with the cells of its parts.
  var rolled: [Int: [Int]] = [:]

  /// Merges the parts of `indicator`: equal values are one cell with several origins, a value beats a missing one,
  /// and different values make the cell missing for `.conflict`.
  init(_ indicator: CheckedIndicator, catalogue: Catalogue) {
    let parts = indicator.parts.map { part -> (cube: Cube, rows: [Int32], decimals: [UInt8]) in
      let gathered = catalogue.cube(sheet: part.sheet, indicator: part.index)
      return (gathered.cube.mapped { part.conversion($0) }, gathered.origins, gathered.decimals)
    }
    guard let first = parts.first else {
      cube = Cube(axes: [], missing: .outsideData)
      rows = []
      decimals = [0]
      return
    }
    let axes = parts.dropFirst().reduce(first.cube.axes) { Alignment.axes($0, $1.cube.axes) }
    var merged = Cube(axes: axes, missing: .outsideData)
    var decimals = Array(repeating: UInt8(0), count: merged.count)
    var rows: [[Int32]] = []
    for part in parts {
      let positions = Alignment.positions(of: part.cube.axes, in: axes)
      rows.append(positions.map { $0 < 0 ? -1 : part.rows[Int($0)] })
      for (offset, position) in positions.enumerated() where position >= 0 {
        let position = Int(position)
        merged.merge(part.cube.values[position], part.cube.reasons[position], at: offset)
        decimals[offset] = max(decimals[offset], part.decimals[position])
      }
    }
    cube = merged
    self.rows = rows
    self.decimals = decimals
    if let every = indicator.every { widen(every: every, until: indicator.lastPeriod(of: every, in: catalogue)) }
  }
}

extension Cube {
  /// Takes a further origin of the cell at `offset` into account.
  fileprivate mutating func merge(_ value: Double, _ reason: MissingReason, at offset: Int) {
    switch (reasons[offset], reason) {
    case (.conflict, _): break
    case (_, .conflict): reasons[offset] = .conflict
    case (.known, .known):
      if !equalAtTwelveDigits(values[offset], value) { reasons[offset] = .conflict }
    case (_, .known):
      values[offset] = value
      reasons[offset] = .known
    case (.outsideData, _), (.noSuchCombination, _): reasons[offset] = reason
    case (_, _): break
    }
  }
}
