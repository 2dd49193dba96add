import Indicators
import Semantics
import Synchronization
import Units

/// The observations of one indicator over all its sheets, merged cell by cell.
package struct IndicatorData: Sendable {
  /// The values, in the indicator's unit.
  package var cube: Cube { didSet { findings = LaneFindings() } }
  /// What has been found out of the lanes of these values.
  private(set) var findings = LaneFindings()
  /// Where the cells come from.
  private var origins: CellOrigins
  /// The cells that are sums of others, each with the cells of its parts.
  var rolled: [Int: [Int]] = [:]

  /// For each part of the indicator, the row of its sheet's observations behind each cell, or −1.
  package var rows: [[Int32]] {
    get { origins.rows }
    set { origins = CellOrigins(rows: newValue, decimals: origins.decimals) }
  }

  /// How many digits stand after the decimal point of each cell; the most of its origins.
  package var decimals: [UInt8] {
    get { origins.decimals }
    set { origins = CellOrigins(rows: origins.rows, decimals: newValue) }
  }

  /// Lets each cell come from where that at its position among `positions` did, or from nowhere where that is −1.
  mutating func move(to positions: [Int32]) {
    let before = origins
    origins = CellOrigins {
      let (rows, decimals) = (before.rows, before.decimals)
      return (
        rows: rows.map { rows in positions.map { $0 < 0 ? -1 : rows[Int($0)] } },
        decimals: positions.map { $0 < 0 ? 0 : decimals[Int($0)] }
      )
    }
  }

  /// Merges the parts of `indicator`: equal values are one cell with several origins, a value beats a missing one,
  /// and different values make the cell missing for `.conflict`.
  init(_ indicator: CheckedIndicator, catalogue: Catalogue) {
    // A sheet that has only targets of the indicator says nothing of its values.
    let observing = indicator.parts.indices.filter { place in
      let part = indicator.parts[place]
      return indicator.parts.count == 1 || catalogue.summaries[part.sheet].counts[part.index] > 0
    }
    if observing.count == 1, let place = observing.first {
      let (part, count) = (indicator.parts[place], indicator.parts.count)
      let values = catalogue.values(sheet: part.sheet, indicator: part.index)
      cube = part.conversion == .identity ? values : values.mapped { part.conversion($0) }
      origins = CellOrigins {
        let gathered = catalogue.cube(sheet: part.sheet, indicator: part.index)
        var rows = Array(repeating: Array(repeating: Int32(-1), count: gathered.origins.count), count: count)
        rows[place] = gathered.origins
        return (rows: rows, decimals: gathered.decimals)
      }
    } else {
      (cube, origins) = Self.merged(indicator, catalogue)
    }
    if let every = indicator.every { widen(every: every, until: indicator.lastPeriod(of: every, in: catalogue)) }
  }

  /// Creates data of so many parts that have more cells than there may be.
  init(tooLargeOver parts: Int) {
    cube = .tooLarge
    origins = CellOrigins(rows: Array(repeating: [-1], count: parts), decimals: [0])
  }

  private static func merged(_ indicator: CheckedIndicator, _ catalogue: Catalogue) -> (Cube, CellOrigins) {
    let parts = indicator.parts.map { part -> (cube: Cube, rows: [Int32], decimals: [UInt8]) in
      let gathered = catalogue.cube(sheet: part.sheet, indicator: part.index)
      return (gathered.cube.mapped { part.conversion($0) }, gathered.origins, gathered.decimals)
    }
    guard let first = parts.first else {
      return (Cube(axes: [], missing: .outsideData), CellOrigins(rows: [], decimals: [0]))
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
    return (merged, CellOrigins(rows: rows, decimals: decimals))
  }
}

/// Where the cells of an indicator come from, found out when it is first asked for: most runs never do.
private final class CellOrigins: Sendable {
  private let find: @Sendable () -> (rows: [[Int32]], decimals: [UInt8])
  private let found: Mutex<(rows: [[Int32]], decimals: [UInt8])?>

  init(_ find: @escaping @Sendable () -> (rows: [[Int32]], decimals: [UInt8])) {
    self.find = find
    found = Mutex(nil)
  }

  init(rows: [[Int32]], decimals: [UInt8]) {
    find = { (rows, decimals) }
    found = Mutex((rows, decimals))
  }

  var rows: [[Int32]] { all.rows }
  var decimals: [UInt8] { all.decimals }

  private var all: (rows: [[Int32]], decimals: [UInt8]) {
    found.withLock { found in
      let all = found ?? find()
      found = all
      return all
    }
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
