/// Returns the point nearest to the origin at which none of `margins` is negative, within `box`, to first order.
///
/// Each round takes the margins as planes, and of the points at which the planes leave no margin negative the nearest: the
/// projection of the origin by Hildreth's method (1957), in which each plane and each end of the box takes its share of the
/// way by turns. Nil where a margin has no value, or where no rest is found, as where the planes have no point in common.
func nearestPoint(
  meeting margins: ([Double]) -> [Double]?, within box: [ClosedRange<Double>], step: Double, rounds: Int
) -> [Double]? {
  var point = Array(repeating: 0.0, count: box.count)
  let ends = halfSpaces(of: box)
  for _ in 0..<rounds {
    guard let values = margins(point) else { return nil }
    var slopes: [[Double]] = []
    for index in values.indices {
      guard let slope = gradient(of: { margins($0)?[index] }, at: point, within: box, step: step) else { return nil }
      slopes.append(slope)
    }
    // Where the planes promise too little to go all the way within the box, part of the way is asked for.
    let next = [1, 0.5, 0.25, 0.1].lazy.compactMap { share in
      projectionOfOrigin(
        on: ends
          + zip(slopes, values).map { slope, value in
            let asked = value < 0 ? value * share : value
            return HalfSpace(normal: slope, bound: zip(slope, point).reduce(-asked) { $0 + $1.0 * $1.1 })
          })
    }.first
    guard let next else { return nil }
    let change = zip(next, point).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
    point = zip(next, box).map { min(max($0, $1.lowerBound), $1.upperBound) }
    if change < step * 1e-3 { return point }
  }
  return nil
}

/// Returns the half-spaces in which the box lies.
private func halfSpaces(of box: [ClosedRange<Double>]) -> [HalfSpace] {
  box.indices.flatMap { axis in
    var normal = Array(repeating: 0.0, count: box.count)
    normal[axis] = 1
    let lower = HalfSpace(normal: normal, bound: box[axis].lowerBound)
    normal[axis] = -1
    return [lower, HalfSpace(normal: normal, bound: -box[axis].upperBound)]
  }
}

/// The points whose product with `normal` is at least `bound`.
private struct HalfSpace {
  let normal: [Double]
  let bound: Double
}

private func projectionOfOrigin(on planes: [HalfSpace]) -> [Double]? {
  var point = Array(repeating: 0.0, count: planes.first?.normal.count ?? 0)
  var shares = Array(repeating: 0.0, count: planes.count)
  for _ in 0..<5000 {
    var change = 0.0
    for (index, plane) in planes.enumerated() {
      let square = plane.normal.reduce(0) { $0 + $1 * $1 }
      let lacking = zip(plane.normal, point).reduce(plane.bound) { $0 - $1.0 * $1.1 }
      guard square > 0 else {
        if lacking > 0 { return nil }
        continue
      }
      let share = max(lacking / square, -shares[index])
      shares[index] += share
      for axis in point.indices { point[axis] += share * plane.normal[axis] }
      change = max(change, share.magnitude * square.squareRoot())
    }
    if change < 1e-13 { return point }
  }
  return nil
}
