/// The least-squares line through values at the same whole numbers again and again, such as the years of a span.
///
/// With D = n·x − Σx, which are whole numbers that add up to zero, the slope is ΣD·y / ΣD·x; so the values need not be taken
/// from their mean.
struct LineThrough: Sendable {
  private let places: [Double]
  private let distances: [Double]
  private let points: LinePoints

  /// Prepares for values at `x`; nil where those are not whole numbers of moderate size, or are all the same.
  init?(x: [Double]) {
    guard x.count > 1, x.allSatisfy({ $0.magnitude < 0x1p24 && $0 == $0.rounded(.towardZero) }) else { return nil }
    var distances = x
    let points = distances.withUnsafeMutableBufferPointer { distances in
      distances.baseAddress.flatMap { LinePoints($0, x.count) }
    }
    // Then products of distances with parts of values are exact.
    guard let points, points.reach < 0x1p26, points.spread < 0x1p53 else { return nil }
    (places, self.distances, self.points) = (x, distances, points)
  }

  /// Returns the line through the values that begin at `y`; nil where they are not finite or too large.
  func line(_ y: UnsafePointer<Double>) -> StraightLine? {
    var only: StraightLine?
    forEachLine(y, stride: 0, lanes: 1) { only = $1 }
    return only
  }

  /// Returns the line through those of the values that begin at `y` which are known; nil where there are fewer than two, or they
  /// are not finite or too large.
  func line(_ y: UnsafePointer<Double>, where isKnown: (_ place: Int) -> Bool) -> StraightLine? {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * places.count) { memory in
      guard let distances = memory.baseAddress else { return nil }
      let values = distances + places.count
      var known = 0
      for place in places.indices where isKnown(place) {
        (distances[known], values[known]) = (places[place], y[place])
        known += 1
      }
      guard let points = LinePoints(distances, known) else { return nil }
      let sums = WeighedSums(values, distances, known, reach: points.reach)
      return FourLines(sums, sums, sums, sums, points)[0]
    }
  }

  /// Calls `take` for each of `lanes` lanes, the first of which begins at `y` and the others `stride` apart, with the line
  /// through its values; nil where they are not finite or too large.
  @inline(__always)
  func forEachLine(
    _ y: UnsafePointer<Double>, stride: Int, lanes: Int, _ take: (_ lane: Int, _ line: StraightLine?) -> Void
  ) {
    distances.withUnsafeBufferPointer { distances in
      guard let weights = distances.baseAddress else { return }
      var lane = 0
      while lane < lanes {
        // Where fewer than four are left, the last stands for those that are not there.
        let last = lanes &- 1 &- lane
        let sums = { (place: Int) in
          WeighedSums(y + (lane &+ min(place, last)) &* stride, weights, distances.count, reach: points.reach)
        }
        let lines = FourLines(sums(0), sums(1), sums(2), sums(3), points)
        for place in 0...min(3, last) { take(lane &+ place, lines[place]) }
        lane &+= 4
      }
    }
  }
}
