/// Returns the point nearest to the origin at which `margin` is zero, within `box`, to first order.
///
/// Each round takes the plane on which the margin would be zero if it went on as it does at the point at hand, and the point
/// of that plane that is nearest to the origin; a coordinate that would leave the box stays at its end. At a point where this
/// comes to rest, the way from the origin runs along the gradient, as it must at the nearest one (Hasofer and Lind 1974,
/// Rackwitz and Fiessler 1978). Nil where the margin does not move, has no value, or no rest is found.
package func nearestZero(
  of margin: ([Double]) -> Double?, within box: [ClosedRange<Double>], step: Double, rounds: Int
) -> [Double]? {
  var point = Array(repeating: 0.0, count: box.count)
  for _ in 0..<rounds {
    guard let value = margin(point), let slope = gradient(of: margin, at: point, within: box, step: step) else {
      return nil
    }
    guard let next = nearestOnPlane(point, value, slope, within: box) else { return nil }
    let change = zip(next, point).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
    point = next
    if change < step * 1e-3 { return point }
  }
  return nil
}

/// Returns the central differences of `function`, one-sided at the ends of the box; nil where a value is missing.
func gradient(
  of function: ([Double]) -> Double?, at point: [Double], within box: [ClosedRange<Double>], step: Double
) -> [Double]? {
  var slope: [Double] = []
  for axis in point.indices {
    var (above, below) = (point, point)
    above[axis] = min(point[axis] + step, box[axis].upperBound)
    below[axis] = max(point[axis] - step, box[axis].lowerBound)
    let width = above[axis] - below[axis]
    if width == 0 {
      slope.append(0)
      continue
    }
    guard let high = function(above), let low = function(below) else { return nil }
    slope.append((high - low) / width)
  }
  return slope
}

/// Returns the point of the plane nearest to the origin; where the box does not reach so far, the corner nearest to it.
private func nearestOnPlane(
  _ point: [Double], _ value: Double, _ slope: [Double], within box: [ClosedRange<Double>]
) -> [Double]? {
  var fixed: [Double?] = Array(repeating: nil, count: point.count)
  while true {
    let free = point.indices.filter { fixed[$0] == nil }
    if free.isEmpty { return fixed.compactMap { $0 } }
    let square = free.reduce(0) { $0 + slope[$1] * slope[$1] }
    guard square > 0 else { return nil }
    // What is left for the free coordinates once the others stand at their ends.
    let left = point.indices.reduce(-value) { $0 + slope[$1] * (point[$1] - (fixed[$1] ?? 0)) }
    let next = point.indices.map { fixed[$0] ?? left / square * slope[$0] }
    guard let outside = free.first(where: { !box[$0].contains(next[$0]) }) else { return next }
    fixed[outside] = next[outside] < box[outside].lowerBound ? box[outside].lowerBound : box[outside].upperBound
  }
}
