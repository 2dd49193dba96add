/// Where the cells of one indicator of a sheet lie in its cube.
struct CubeLayout: Sendable {
  /// The axes, those of members first.
  let axes: [Axis]
  /// How far apart neighbours on each of the sheet's dimensions are; 0 for one that the cube does not have.
  let strides: [Int]
  /// Where each of the sheet's periods lies, 0 for one that the cube does not have.
  let periodPlaces: [Int]
  /// The place of a cell without a member on each of the sheet's dimensions.
  let emptyPlaces: [Int]
  /// How many cells there are; `Int.max` where they are beyond counting.
  let count: Int

  /// Lays out the cube of an indicator with `frame`; `emptyMember` labels cells without a member beside others with one.
  init(_ sheet: Sheet, _ summary: SheetSummary, _ frame: CubeFrame, emptyMember: Member) {
    var axes: [Axis] = []
    let (dimensions, periods) = (frame.dimensions, frame.periods)
    for dimension in dimensions {
      var labels = summary.labels[dimension]
      if frame.hasEmpty[dimension] { labels.append(.member(emptyMember)) }
      axes.append(Axis(sheet.dimensions[dimension], labels))
    }
    if !periods.isEmpty { axes.append(Axis(.period, periods.map { .period(summary.periods[$0]) })) }
    self.axes = axes
    count = axes.reduce(1) { count, axis in
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.labels.count)
      return overflow ? Int.max : product
    }
    var strides = Array(repeating: 0, count: sheet.dimensions.count)
    var stride = max(1, periods.count)
    for (axis, dimension) in dimensions.enumerated().reversed() {
      strides[dimension] = stride
      stride = stride.multipliedReportingOverflow(by: axes[axis].labels.count).partialValue
    }
    self.strides = strides
    var places = Array(repeating: 0, count: summary.periods.count)
    for (place, period) in periods.enumerated() { places[period] = place }
    periodPlaces = places
    emptyPlaces = summary.members.map(\.count)
  }

  /// Returns where the cell at `position` of a block of the book with these `places` lies.
  func offset(of position: Int, in block: ObservationBlock, _ places: SheetPlaces.Book) -> Int {
    let run = block.run(of: position)
    let period = Int(places.periods[block.period(of: position)])
    var offset = period < 0 ? 0 : periodPlaces[period]
    for (dimension, stride) in strides.enumerated() where stride > 0 {
      let member = Int(places.members[dimension][block.member(dimension, of: position, in: run)])
      offset += stride * (member < 0 ? emptyPlaces[dimension] : member)
    }
    return offset
  }

  /// Returns a cube without numbers, in which combinations of members that the sheet does not have are marked: no value is due
  /// there.
  func emptyCube(_ summary: SheetSummary, _ frame: CubeFrame) -> Cube {
    let dimensions = frame.dimensions
    if dimensions.count < 2 { return Cube(axes: axes, missing: .outsideData) }
    var cube = Cube(axes: axes, missing: .noSuchCombination)
    let positions = summary.members.map { members in
      Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.code, $0) })
    }
    let periods = max(1, frame.periods.count)
    for combination in summary.combinations {
      var offset: Int? = 0
      for dimension in dimensions {
        let empty = frame.hasEmpty[dimension] ? emptyPlaces[dimension] : nil
        let place = positions[dimension][combination[dimension]] ?? empty
        offset = offset.flatMap { offset in place.map { offset + $0 * strides[dimension] } }
      }
      guard let offset else { continue }
      for period in 0..<periods { cube.reasons[offset + period] = .outsideData }
    }
    return cube
  }
}
