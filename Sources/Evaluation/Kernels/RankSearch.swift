/// Finds numbers by their places in order of size, in memory that one search after the other uses.
///
/// The numbers are counted into bins, and only those of the bin that holds the place are looked at closer.
struct RankSearch {
  /// The bin of each number, how many each bin has, and the numbers of the bins that are looked at.
  private var bins: [UInt16] = []
  private var counts: [UInt32] = []
  private var chosen: [Double] = []

  /// From how many numbers on counting pays.
  private static let fewestCounted = 64
  /// The most bins.
  private static let mostBins = 1 << 12

  /// Creates a search.
  init() {}

  /// Returns the middle of `values` in order of size, or the mean of the middle two; nil for none.
  mutating func median(of values: UnsafeBufferPointer<Double>) -> Double? {
    guard !values.isEmpty else { return nil }
    let (lower, upper) = numbers(at: (values.count - 1) / 2, values.count / 2, of: values)
    return lower == upper ? upper : Kernels.middle(lower, upper)
  }

  /// Returns the numbers that stand at the places `lower` and `upper`, which is the same or the next, in order of size.
  mutating func numbers(
    at lower: Int, _ upper: Int, of values: UnsafeBufferPointer<Double>
  ) -> (lower: Double, upper: Double) {
    reserve(values.count)
    var (start, count) = (0, values.count)
    if values.count >= Self.fewestCounted, let (least, greatest) = Kernels.extent(values) {
      if least == greatest { return (least, greatest) }
      var width = 16
      while width < values.count / 8, width < Self.mostBins { width *= 2 }
      let scale = Double(width - 1) / (greatest - least)
      if scale.isFinite, scale > 0 { (start, count) = choose(lower, upper, of: values, least, scale, width) }
      if count == values.count { (start, count) = (0, chooseAll(values)) }
    } else {
      count = chooseAll(values)
    }
    return chosen.withUnsafeMutableBufferPointer { chosen in
      let part = UnsafeMutableBufferPointer(rebasing: chosen[..<count])
      Kernels.select(upper - start, of: part)
      let found = part[upper - start]
      return (lower == upper ? found : part[..<(upper - start)].max() ?? found, found)
    }
  }

  private mutating func reserve(_ count: Int) {
    if chosen.count > count { return }
    // One place more than there are numbers, since each is written before it is known whether it belongs there.
    chosen = Array(repeating: 0, count: count + 1)
    bins = Array(repeating: 0, count: count)
  }

  private mutating func chooseAll(_ values: UnsafeBufferPointer<Double>) -> Int {
    chosen.withUnsafeMutableBufferPointer { _ = $0.update(fromContentsOf: values) }
    return values.count
  }

  /// Puts the numbers of the bins that hold the places `lower` and `upper` into `chosen`; returns how many lie below them, and
  /// how many they are.
  private mutating func choose(
    _ lower: Int, _ upper: Int, of values: UnsafeBufferPointer<Double>, _ least: Double, _ scale: Double, _ width: Int
  ) -> (start: Int, count: Int) {
    count(values, least, scale, width)
    var (first, below) = (0, 0)
    while below + Int(counts[first]) <= lower {
      below += Int(counts[first])
      first += 1
    }
    var (last, reached) = (first, below + Int(counts[first]))
    while reached <= upper {
      last += 1
      reached += Int(counts[last])
    }
    let (base, span) = (UInt16(first), UInt16(last - first))
    return bins.withUnsafeBufferPointer { bins in
      chosen.withUnsafeMutableBufferPointer { chosen in
        var count = 0
        for place in 0..<values.count {
          chosen[count] = values[place]
          count &+= bins[place] &- base <= span ? 1 : 0
        }
        return (below, count)
      }
    }
  }

  /// Counts `values` into `width` bins; `scale` is how many of them a unit has, from `least` on.
  private mutating func count(
    _ values: UnsafeBufferPointer<Double>, _ least: Double, _ scale: Double, _ width: Int
  ) {
    if counts.count == width {
      for bin in 0..<width { counts[bin] = 0 }
    } else {
      counts = Array(repeating: 0, count: width)
    }
    bins.withUnsafeMutableBufferPointer { bins in
      // A number above 2^52 is rounded to an integer, which its lowest bits are; rounding keeps the order.
      for place in 0..<values.count {
        bins[place] = UInt16(truncatingIfNeeded: ((values[place] - least) * scale + 0x1p52).bitPattern)
      }
      counts.withUnsafeMutableBufferPointer { counts in
        for place in 0..<values.count { counts[Int(bins[place])] &+= 1 }
      }
    }
  }
}
