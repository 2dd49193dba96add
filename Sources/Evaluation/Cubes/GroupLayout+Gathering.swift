import Indicators

/// The numbers of groups, one behind the other.
extension GroupLayout {
  /// How many numbers of groups that lie side by side are gathered at once: as many as stay near the processor.
  private static let tileSize = 1 << 15
  /// How many cells along a group are gathered of all its neighbours before the next.
  private static let stripLength = 16

  /// Calls `body` with the numbers of each of `groups` of the cells `values`, in order.
  func forEachGroup(
    _ groups: Range<Int>, of values: UnsafeBufferPointer<Double>, _ body: (UnsafeBufferPointer<Double>) -> Void
  ) {
    guard memberCount > 0, let base = values.baseAddress else {
      for _ in groups { body(UnsafeBufferPointer(start: nil, count: 0)) }
      return
    }
    if isContiguous {
      for group in groups { body(UnsafeBufferPointer(start: base + start(of: group), count: memberCount)) }
      return
    }
    let widest = max(1, Self.tileSize / memberCount)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: min(widest, groups.count) * memberCount) { tile in
      guard let tile = tile.baseAddress else { return }
      var group = groups.lowerBound
      while group < groups.upperBound {
        let width = min(widest, neighbours(of: group), groups.upperBound - group)
        gather(base, of: group, width, to: tile)
        for index in 0..<width {
          body(UnsafeBufferPointer(start: tile + index * memberCount, count: memberCount))
        }
        group += width
      }
    }
  }

  /// Copies the numbers of `group` and its neighbours, `width` together, to `target`, which has room for them.
  func gather(
    _ values: UnsafePointer<Double>, of group: Int, _ width: Int = 1, to target: UnsafeMutablePointer<Double>
  ) {
    var place = 0
    forEachRun(of: group) { start, run in
      for first in stride(from: 0, to: run.count, by: Self.stripLength) {
        let strip = first..<min(first + Self.stripLength, run.count)
        for index in 0..<width {
          let (source, target) = (values + start + index, target + index * memberCount + place)
          for cell in strip { target[cell] = source[cell * run.stride] }
        }
      }
      place += run.count
    }
  }
}
