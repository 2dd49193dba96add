/// The points on x through whose values lines are drawn.
struct LinePoints: Sendable {
  /// How many there are, and their sum.
  let count: Double
  let sum: Double
  /// The sum of the products of each with its distance.
  let spread: Double
  /// The largest distance.
  let reach: Double

  /// Takes `count` whole numbers at `x`, and puts the distance D = n·x − Σx of each in its place; nil where they are all the same.
  init?(_ x: UnsafeMutablePointer<Double>, _ count: Int) {
    guard count > 1 else { return nil }
    self.count = Double(count)
    var (sum, spread, reach) = (0.0, 0.0, 0.0)
    for place in 0..<count { sum += x[place] }
    let first = x[0]
    for place in 0..<count {
      let distance = x[place] * self.count - sum
      spread += (x[place] - first) * distance
      reach = max(reach, distance.magnitude)
      x[place] = distance
    }
    guard spread > 0 else { return nil }
    (self.sum, self.spread, self.reach) = (sum, spread, reach)
  }
}

/// Four lines that are drawn at once, since each step of a line waits for the one before.
struct FourLines {
  private typealias Four = SIMD4<Double>

  private let slope: Four
  private let intercept: Four
  private let height: Four
  private let center: Double

  /// Draws the lines through values with these sums at `points`.
  init(
    _ first: WeighedSums, _ second: WeighedSums, _ third: WeighedSums, _ fourth: WeighedSums, _ points: LinePoints
  ) {
    let (spread, sum) = (Four(repeating: points.spread), Four(repeating: points.sum))
    let (high, low) = twoSum(
      Four(first.tilt.high, second.tilt.high, third.tilt.high, fourth.tilt.high),
      Four(first.tilt.low, second.tilt.low, third.tilt.low, fourth.tilt.low))
    let (total, errors) = twoSum(
      Four(first.total.high, second.total.high, third.total.high, fourth.total.high),
      Four(first.total.low, second.total.low, third.total.low, fourth.total.low))
    let slope = high / spread
    let product = exactProduct(slope, spread)
    let rest = ((high - product.value) + (low - product.rest)) / spread
    let below = exactProduct(slope, sum)
    let (above, left) = twoSum(total, -below.value)
    intercept = (above + (left + (errors - below.rest - rest * sum))) / points.count
    self.slope = slope + rest
    height = (total + errors) / points.count
    center = points.sum / points.count
  }

  /// The line at `place`; nil where its values are not finite or too large.
  subscript(place: Int) -> StraightLine? {
    let line = StraightLine(
      slope: slope[place], intercept: intercept[place], center: center, height: height[place])
    return line.slope.isFinite && line.intercept.isFinite && line.height.isFinite ? line : nil
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
