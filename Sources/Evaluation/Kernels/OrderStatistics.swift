import Glibc

/// Numbers counted by size, so that those at some places in their order are found without sorting all.
struct CountedNumbers: Sendable {
  private let low: Double
  private let scale: Double
  /// How many numbers lie below each bin; none where they are few, or too far apart to be counted.
  private let starts: [Int32]

  /// Counts `values`, at least one, into bins between their extremes.
  init(_ values: UnsafeBufferPointer<Double>) {
    let (low, high) = CountedNumbers.extremes(of: values)
    self.low = low
    // About 64 numbers fall into a bin.
    var binCount = 1
    while binCount < values.count >> 6, binCount < 1 << 14 { binCount <<= 1 }
    let scale = Double(binCount - 1) / (high - low)
    self.scale = scale
    guard binCount > 1, scale.isFinite, scale > 0 else {
      starts = []
      return
    }
    // Rounding keeps the order of values, so bins are in order too.
    var counts = Array(repeating: Int32(0), count: binCount + 1)
    counts.withUnsafeMutableBufferPointer { counts in
      for value in values { counts[Int((value - low) * scale) + 1] += 1 }
      for bin in 1..<counts.count { counts[bin] += counts[bin - 1] }
    }
    starts = counts
  }

  private static func extremes(of values: UnsafeBufferPointer<Double>) -> (low: Double, high: Double) {
    var (low, high) = (values[0], values[0])
    for value in values {
      low = value < low ? value : low
      high = value > high ? value : high
    }
    return (low, high)
  }

  /// Returns the numbers below which each of `shares` of `values`, those that were counted, lies, as `Kernels.quantile` of
  /// type 7 gives them.
  func quantiles(of values: UnsafeBufferPointer<Double>, _ shares: [Double]) -> [Double] {
    let last = values.count - 1
    let noise = 4 * Double.ulpOfOne * Double(values.count)
    let places = shares.map { share -> (below: Int, excess: Double) in
      // Counted from 1, as there, so that both round alike.
      let position = 1 + share * Double(last)
      let below = floor(position + noise)
      return (min(last, Int(below) - 1), (position - below).magnitude < noise ? 0 : position - below)
    }
    let ranks = Set(places.flatMap { [$0.below, min(last, $0.below + 1)] }).sorted()
    let found = Dictionary(uniqueKeysWithValues: zip(ranks, numbers(at: ranks, in: values)))
    return places.map { below, excess in
      let (left, right) = (found[below] ?? 0, found[min(last, below + 1)] ?? 0)
      if excess == 0 || left == right { return left }
      return excess == 0.5 ? Kernels.middle(left, right) : left * (1 - excess) + right * excess
    }
  }

  /// Returns the numbers at the places `ranks`, which ascend, in order of size: only the bins that they fall into are sorted.
  private func numbers(at ranks: [Int], in values: UnsafeBufferPointer<Double>) -> [Double] {
    guard !starts.isEmpty else {
      let sorted = values.sorted()
      return ranks.map { sorted[$0] }
    }
    var isNeeded = Array(repeating: false, count: starts.count - 1)
    var bins: [Int] = []
    var bin = 0
    for rank in ranks {
      while starts[bin + 1] <= rank { bin += 1 }
      isNeeded[bin] = true
      bins.append(bin)
    }
    var members: [Int: [Double]] = [:]
    isNeeded.withUnsafeBufferPointer { isNeeded in
      for value in values {
        let bin = Int((value - low) * scale)
        if isNeeded[bin] { members[bin, default: []].append(value) }
      }
    }
    for bin in members.keys { members[bin]?.sort() }
    return zip(ranks, bins).map { rank, bin in members[bin]?[rank - Int(starts[bin])] ?? low }
  }
}

extension Kernels {
  /// Returns the numbers below which each of `shares` of `values` lies, as `quantile` of type 7 gives them; none for no
  /// values.
  static func quantiles(_ values: UnsafeBufferPointer<Double>, _ shares: [Double]) -> [Double] {
    values.isEmpty ? [] : CountedNumbers(values).quantiles(of: values, shares)
  }
}
