import Glibc

/// Numbers counted by size, so that those at some places in their order are found without sorting all.
struct CountedNumbers: Sendable {
  private let bins: Bins
  /// How many numbers lie below each bin; none where they are few, or too far apart to be counted.
  private let starts: [Int32]

  /// Counts `values`, at least one, into bins between their least and their greatest, or nearly those.
  init(_ values: UnsafeBufferPointer<Double>) {
    // About 64 numbers fall into a bin.
    var count = 1
    while count < values.count >> 6, count < 1 << 14 { count <<= 1 }
    bins = Bins(count, over: values)
    guard count > 1, bins.areApart else {
      starts = []
      return
    }
    var counts = Array(repeating: Int32(0), count: count + 1)
    counts.withUnsafeMutableBufferPointer { [bins] counts in
      for value in values { counts[bins.bin(of: value) + 1] += 1 }
      for bin in 1..<counts.count { counts[bin] += counts[bin - 1] }
    }
    starts = counts
  }

  /// Returns the numbers below which each of `shares` of `values`, those that were counted, lies, as `Kernels.quantile` of
  /// type 7 gives them.
  func quantiles(of values: UnsafeBufferPointer<Double>, _ shares: [Double]) -> [Double] {
    let places = shares.map { QuantilePlace($0, of: values.count) }
    let ranks = Set(places.flatMap { [$0.rank, $0.nextRank] }).sorted()
    let found = Dictionary(uniqueKeysWithValues: zip(ranks, numbers(at: ranks, in: values)))
    return places.map { $0.number(found[$0.rank] ?? 0, found[$0.nextRank] ?? 0) }
  }

  /// Returns the numbers at the places `ranks`, which ascend, in order of size: only the bins that they fall into are sorted.
  func numbers(at ranks: [Int], in values: UnsafeBufferPointer<Double>) -> [Double] {
    guard !starts.isEmpty else {
      let sorted = values.sorted()
      return ranks.map { sorted[$0] }
    }
    var needed: [Int] = []
    var bin = 0
    for rank in ranks {
      while starts[bin + 1] <= rank { bin += 1 }
      if needed.last != bin { needed.append(bin) }
    }
    var members = bins.members(of: needed, in: values)
    for index in members.indices { members[index].sort() }
    bin = 0
    return ranks.map { rank in
      while starts[needed[bin] + 1] <= rank { bin += 1 }
      return members[bin][rank - Int(starts[needed[bin]])]
    }
  }
}

/// Where among numbers in order of size a quantile lies, as `Kernels.quantile` of type 7 has it.
struct QuantilePlace {
  /// The place, counted from 0, of the number below, and that of the one above.
  let rank: Int
  let nextRank: Int
  /// How far between the two it lies.
  private let excess: Double

  /// Creates the place of the quantile below which `share` of `count` numbers lies.
  init(_ share: Double, of count: Int) {
    let last = count - 1
    let noise = 4 * Double.ulpOfOne * Double(count)
    // Counted from 1, as there, so that both round alike.
    let position = 1 + share * Double(last)
    let below = floor(position + noise)
    rank = min(last, Int(below) - 1)
    nextRank = min(last, rank + 1)
    excess = (position - below).magnitude < noise ? 0 : position - below
  }

  /// Returns the quantile, which lies between the numbers at the two places.
  func number(_ left: Double, _ right: Double) -> Double {
    if excess == 0 || left == right { return left }
    return excess == 0.5 ? Kernels.middle(left, right) : left * (1 - excess) + right * excess
  }
}

/// Equally wide bins, by their places in order.
private struct Bins {
  private let low: Double
  private let scale: Double
  private let last: Double

  /// Creates `count` bins over a sample of `values`; what lies outside belongs to the first or the last.
  init(_ count: Int, over values: UnsafeBufferPointer<Double>) {
    var (low, high) = (values[0], values[values.count - 1])
    for place in stride(from: 0, to: values.count, by: max(1, values.count >> 12)) {
      low = min(low, values[place])
      high = max(high, values[place])
    }
    self.low = min(low, high)
    last = Double(count - 1)
    scale = last / (max(low, high) - self.low)
  }

  /// Whether numbers can be told apart by their bins.
  var areApart: Bool { scale.isFinite && scale > 0 }

  /// Returns where a number lies among the bins, as a number above 2^52, which is rounded to an integer; rounding keeps the
  /// order of numbers, so bins are in order too.
  @inline(__always)
  private func place(of value: Double) -> Double { (value - low) * scale + 0x1p52 }

  /// Returns the bin of a number.
  @inline(__always)
  func bin(of value: Double) -> Int {
    Int(truncatingIfNeeded: max(0x1p52, min(last + 0x1p52, place(of: value))).bitPattern & 0xFFFF_FFFF)
  }

  /// Returns the numbers in each of `bins`.
  ///
  /// Few numbers are in any, so most are passed over many at a time.
  func members(of bins: [Int], in values: UnsafeBufferPointer<Double>) -> [[Double]] {
    var members: [[Double]] = bins.map { _ in [] }
    let spans = bins.map { bin in
      let place = Double(bin) + 0x1p52
      return (bin == 0 ? -.infinity : place)...(Double(bin) == last ? .infinity : place)
    }
    let wide = 256
    for start in stride(from: 0, to: values.count, by: wide) {
      let end = min(start + wide, values.count)
      for (index, span) in spans.enumerated() {
        let (first, last) = (span.lowerBound, span.upperBound)
        var hits: UInt64 = 0
        for position in start..<end {
          let place = place(of: values[position])
          hits |= (place >= first ? 1 : 0) & (place <= last ? 1 : 0)
        }
        if hits == 0 { continue }
        for value in values[start..<end] where span.contains(place(of: value)) { members[index].append(value) }
      }
    }
    return members
  }
}

extension Kernels {
  /// Returns the numbers below which each of `shares` of `values` lies, as `quantile` of type 7 gives them; none for no
  /// values.
  static func quantiles(_ values: UnsafeBufferPointer<Double>, _ shares: [Double]) -> [Double] {
    values.isEmpty ? [] : CountedNumbers(values).quantiles(of: values, shares)
  }
}
