import Glibc

extension Kernels {
  /// Returns the numbers below which each of `shares` of `values` lies, as `quantile` of type 7 gives them; none for no
  /// values.
  ///
  /// Of many values only those that stand near a share are sorted: they are counted into bins first.
  static func quantiles(_ values: UnsafeBufferPointer<Double>, _ shares: [Double]) -> [Double] {
    if values.isEmpty { return [] }
    let last = values.count - 1
    let noise = 4 * Double.ulpOfOne * Double(values.count)
    let places = shares.map { share -> (below: Int, excess: Double) in
      // Counted from 1, as in `quantile`, so that both round alike.
      let position = 1 + share * Double(last)
      let below = floor(position + noise)
      return (min(last, Int(below) - 1), (position - below).magnitude < noise ? 0 : position - below)
    }
    let ranks = Set(places.flatMap { [$0.below, min(last, $0.below + 1)] }).sorted()
    let found = Dictionary(uniqueKeysWithValues: zip(ranks, orderStatistics(values, ranks)))
    return places.map { below, excess in
      let (left, right) = (found[below] ?? 0, found[min(last, below + 1)] ?? 0)
      if excess == 0 || left == right { return left }
      return excess == 0.5 ? middle(left, right) : left * (1 - excess) + right * excess
    }
  }

  /// Returns the values that have the places `ranks`, which ascend, in order of size.
  private static func orderStatistics(_ values: UnsafeBufferPointer<Double>, _ ranks: [Int]) -> [Double] {
    let binCount = 1 << 13
    let (low, high) = extent(values)
    if low == high { return ranks.map { _ in low } }
    guard values.count > binCount else {
      let sorted = values.sorted()
      return ranks.map { sorted[$0] }
    }
    // A bin is a stretch between the extremes; rounding keeps the order of values, so bins are in order too.
    let scale = Double(binCount - 1) / (high - low)
    guard scale.isFinite, scale > 0 else {
      let sorted = values.sorted()
      return ranks.map { sorted[$0] }
    }
    var counts = Array(repeating: 0, count: binCount)
    counts.withUnsafeMutableBufferPointer { counts in
      for value in values { counts[Int((value - low) * scale)] += 1 }
    }
    var starts = Array(repeating: 0, count: binCount + 1)
    for bin in 0..<binCount { starts[bin + 1] = starts[bin] + counts[bin] }
    var isNeeded = Array(repeating: false, count: binCount)
    var binOfRank: [Int] = []
    var bin = 0
    for rank in ranks {
      while starts[bin + 1] <= rank { bin += 1 }
      isNeeded[bin] = true
      binOfRank.append(bin)
    }
    var members: [Int: [Double]] = [:]
    var kept: [(bin: Int, value: Double)] = []
    kept.reserveCapacity(isNeeded.indices.reduce(0) { $0 + (isNeeded[$1] ? counts[$1] : 0) })
    for value in values {
      let bin = Int((value - low) * scale)
      if isNeeded[bin] { kept.append((bin, value)) }
    }
    for (bin, value) in kept { members[bin, default: []].append(value) }
    for bin in members.keys { members[bin]?.sort() }
    return zip(ranks, binOfRank).map { rank, bin in members[bin]?[rank - starts[bin]] ?? low }
  }

  private static func extent(_ values: UnsafeBufferPointer<Double>) -> (low: Double, high: Double) {
    var (low, high) = (values[0], values[0])
    for value in values {
      low = value < low ? value : low
      high = value > high ? value : high
    }
    return (low, high)
  }
}
