import Glibc

extension ObservationBlock {
  /// Writes the cell at `position`.
  func write(
    _ position: Int, _ number: DecimalNumber, _ reason: MissingReason, indicator: UInt16, period: UInt16,
    members: [UInt16]
  ) {
    let columns = columnsToWrite()
    values[position] = number.value
    columns.reasons[position] = reason.rawValue
    columns.decimals[position] = number.decimals
    columns.codes.indicators[position] = indicator
    columns.codes.periods[position] = period
    for (dimension, member) in members.enumerated() { columns.codes.members[dimension][position] = member }
  }

  /// Says that the cell at `position` is none.
  func leaveOut(_ position: Int) { columnsToWrite().reasons[position] = Self.noCell }

  /// Closes the gaps of cells that turned out to be none.
  func removeGaps() {
    guard let reasons, let gap = memchr(reasons, Int32(Self.noCell), count) else { return }
    let first = gap - UnsafeMutableRawPointer(reasons)
    let columns = columnsToWrite()
    var left = Array(0..<first)
    var marked: Set<Int> = provisional.filter { $0 < first }
    for position in first..<count where columns.reasons[position] != Self.noCell {
      let target = left.count
      values[target] = values[position]
      columns.reasons[target] = columns.reasons[position]
      columns.decimals[target] = columns.decimals[position]
      columns.codes.indicators[target] = columns.codes.indicators[position]
      columns.codes.periods[target] = columns.codes.periods[position]
      for column in columns.codes.members { column[target] = column[position] }
      if provisional.contains(position) { marked.insert(target) }
      left.append(position)
    }
    places.keep(left)
    shorten(to: left.count)
    provisional = marked
  }
}
