/// The least-squares line through values at the same whole numbers again and again, such as the years of a span.
///
/// With D = n·x − Σx, which are whole numbers that add up to zero, the slope is ΣD·y / ΣD·x; so the values need not be taken
/// from their mean. Each D·y is made exact by splitting y in two, and the sums carry what each addition rounds off, twice.
struct LineThrough {
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
    var (tilt, carried, lost) = (0.0, 0.0, 0.0)
    var (total, errors) = (0.0, 0.0)
    distances.withUnsafeBufferPointer { distances in
      for place in distances.indices {
        let value = y[place]
        let (high, low) = split(value)
        let first = Kernels.twoSum(tilt, distances[place] * high)
        let second = Kernels.twoSum(carried, distances[place] * low)
        let third = Kernels.twoSum(second.sum, first.rest)
        (tilt, carried, lost) = (first.sum, third.sum, lost + (second.rest + third.rest))
        let next = Kernels.twoSum(total, value)
        (total, errors) = (next.sum, errors + next.rest)
      }
    }
    let (high, low) = Kernels.twoSum(tilt, carried)
    let slope = high / spread
    let product = exactProduct(slope, spread)
    let rest = ((high - product.value) + (low + lost - product.rest)) / spread
    let below = exactProduct(slope, sum)
    let (above, left) = Kernels.twoSum(total, -below.value)
    let intercept = (above + (left + (errors - below.rest - rest * sum))) / count
    let line = StraightLine(
      slope: slope + rest, intercept: intercept, center: sum / count, height: (total + errors) / count)
    return line.slope.isFinite && line.intercept.isFinite && line.height.isFinite ? line : nil
  }
}

/// Returns a number in two parts of at most 27 bits.
@inline(__always)
private func split(_ value: Double) -> (high: Double, low: Double) {
  let high = Double(bitPattern: value.bitPattern & 0xFFFF_FFFF_F800_0000)
  return (high, value - high)
}

/// Returns the rounded product of two numbers and the exact rest, where nothing overflows or underflows.
@inline(__always)
private func exactProduct(_ first: Double, _ second: Double) -> (value: Double, rest: Double) {
  let value = first * second
  let (left, right) = (split(first), split(second))
  let rest = ((left.high * right.high - value) + left.high * right.low + left.low * right.high) + left.low * right.low
  return (value, rest)
}
