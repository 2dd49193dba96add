/// The least-squares line through values at the same whole numbers again and again, such as the years of a span.
///
/// With D = n·x − Σx, which are whole numbers that add up to zero, the slope is ΣD·y / ΣD·x; so the values need not be taken
/// from their mean. Each D·y is made exact by splitting y in two, and the sums carry what each addition rounds off, twice.
/// Four lines are drawn at once, since each step of a line waits for the one before.
struct LineThrough {
  private typealias Four = SIMD4<Double>

  private let distances: [Double]
  private let sum: Double
  private let spread: Double
  private let count: Double

  /// Prepares for values at `x`; nil where those are not whole numbers of moderate size, or are all the same.
  init?(x: [Double]) {
    guard x.count > 1, x.allSatisfy({ $0.magnitude < 0x1p24 && $0 == $0.rounded(.towardZero) }) else { return nil }
    let count = Double(x.count)
    let sum = x.reduce(0, +)
    let distances = x.map { $0 * count - sum }
    // Then every product with half of a value is exact.
    guard distances.allSatisfy({ $0.magnitude < 0x1p26 }) else { return nil }
    let spread = zip(x, distances).reduce(0) { $0 + ($1.0 - x[0]) * $1.1 }
    guard spread > 0, spread < 0x1p53 else { return nil }
    (self.distances, self.sum, self.spread, self.count) = (distances, sum, spread, count)
  }

  /// Returns the line through the values that begin at `y`; nil where they are not finite or too large.
  func line(_ y: UnsafePointer<Double>) -> StraightLine? {
    var only: StraightLine?
    forEachLine(y, stride: 0, lanes: 1) { only = $1 }
    return only
  }

  /// Calls `take` for each of `lanes` lanes, the first of which begins at `y` and the others `stride` apart, with the line
  /// through its values; nil where they are not finite or too large.
  @inline(__always)
  func forEachLine(
    _ y: UnsafePointer<Double>, stride: Int, lanes: Int, _ take: (_ lane: Int, _ line: StraightLine?) -> Void
  ) {
    var lane = 0
    while lane < lanes {
      // Where fewer than four are left, the last stands for those that are not there.
      let last = lanes &- 1 &- lane
      let four = fit(
        y + lane &* stride, y + (lane &+ min(1, last)) &* stride, y + (lane &+ min(2, last)) &* stride,
        y + (lane &+ min(3, last)) &* stride)
      for place in 0...min(3, last) {
        let line = StraightLine(
          slope: four.slope[place], intercept: four.intercept[place], center: sum / count, height: four.height[place])
        let isFinite = line.slope.isFinite && line.intercept.isFinite && line.height.isFinite
        take(lane &+ place, isFinite ? line : nil)
      }
      lane &+= 4
    }
  }

  /// Returns the slopes, intercepts and heights of the lines through the values that begin at four places.
  private func fit(
    _ first: UnsafePointer<Double>, _ second: UnsafePointer<Double>, _ third: UnsafePointer<Double>,
    _ fourth: UnsafePointer<Double>
  ) -> (slope: SIMD4<Double>, intercept: SIMD4<Double>, height: SIMD4<Double>) {
    var (tilt, carried, lost) = (Four.zero, Four.zero, Four.zero)
    var (total, errors) = (Four.zero, Four.zero)
    distances.withUnsafeBufferPointer { distances in
      for place in distances.indices {
        let value = Four(first[place], second[place], third[place], fourth[place])
        let distance = Four(repeating: distances[place])
        let (high, low) = split(value)
        let product = twoSum(tilt, distance * high)
        let below = twoSum(carried, distance * low)
        let joined = twoSum(below.sum, product.rest)
        (tilt, carried, lost) = (product.sum, joined.sum, lost + (below.rest + joined.rest))
        let next = twoSum(total, value)
        (total, errors) = (next.sum, errors + next.rest)
      }
    }
    let (spread, sum) = (Four(repeating: spread), Four(repeating: sum))
    let (high, low) = twoSum(tilt, carried)
    let slope = high / spread
    let product = exactProduct(slope, spread)
    let rest = ((high - product.value) + (low + lost - product.rest)) / spread
    let below = exactProduct(slope, sum)
    let (above, left) = twoSum(total, -below.value)
    let intercept = (above + (left + (errors - below.rest - rest * sum))) / count
    return (slope + rest, intercept, (total + errors) / count)
  }
}

/// Returns rounded sums and what rounding took from each.
@inline(__always)
private func twoSum(_ first: SIMD4<Double>, _ second: SIMD4<Double>) -> (sum: SIMD4<Double>, rest: SIMD4<Double>) {
  let sum = first + second
  let part = sum - first
  return (sum, (first - (sum - part)) + (second - part))
}

/// Returns numbers in two parts of at most 27 bits.
@inline(__always)
private func split(_ values: SIMD4<Double>) -> (high: SIMD4<Double>, low: SIMD4<Double>) {
  let mask = SIMD4<UInt64>(repeating: 0xFFFF_FFFF_F800_0000)
  let high = unsafeBitCast(unsafeBitCast(values, to: SIMD4<UInt64>.self) & mask, to: SIMD4<Double>.self)
  return (high, values - high)
}

/// Returns the rounded products of numbers and the exact rests, where nothing overflows or underflows.
@inline(__always)
private func exactProduct(
  _ first: SIMD4<Double>, _ second: SIMD4<Double>
) -> (value: SIMD4<Double>, rest: SIMD4<Double>) {
  let value = first * second
  let (left, right) = (split(first), split(second))
  let rest = ((left.high * right.high - value) + left.high * right.low + left.low * right.high) + left.low * right.low
  return (value, rest)
}
