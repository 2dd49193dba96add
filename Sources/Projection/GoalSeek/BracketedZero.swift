/// Two places between which a function changes its sign, as near to each other as they could be brought.
package struct BracketedZero: Sendable {
  /// A place and the function's value there.
  package struct Point: Sendable {
    package let place: Double
    package let value: Double
  }

  /// The place where the function is nearer to zero.
  package let nearest: Point
  /// The place on the other side; the same where the function is zero.
  package let opposite: Point
}

/// Brings two places at which `function` has different signs together, until they are `tolerance` apart or neighbours.
///
/// R. P. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4: inverse quadratic interpolation and
/// secants as long as they pay, halving else. At a jump the places close in on the jump. Nil where the signs are alike, or
/// where the function has no value at a place that is tried.
package func bracketedZero(
  of function: (Double) -> Double?, between first: BracketedZero.Point, and second: BracketedZero.Point,
  tolerance: Double
) -> BracketedZero? {
  var (a, b) = (first, second)
  if a.value == 0 { return BracketedZero(nearest: a, opposite: a) }
  if b.value == 0 { return BracketedZero(nearest: b, opposite: b) }
  guard (a.value < 0) != (b.value < 0) else { return nil }
  var c = a
  var step = b.place - a.place
  var stepBefore = step
  while true {
    if (b.value < 0) == (c.value < 0) {
      c = a
      step = b.place - a.place
      stepBefore = step
    }
    if c.value.magnitude < b.value.magnitude { (a, b, c) = (b, c, b) }
    let least = 2 * Double.ulpOfOne * b.place.magnitude + tolerance / 2
    let middle = (c.place - b.place) / 2
    if b.value == 0 { return BracketedZero(nearest: b, opposite: b) }
    if middle.magnitude <= least { return BracketedZero(nearest: b, opposite: c) }
    if stepBefore.magnitude >= least, a.value.magnitude > b.value.magnitude {
      var (p, q) = interpolation(a, b, c, middle)
      if p > 0 { q = -q } else { p = -p }
      if 2 * p < min(3 * middle * q - (least * q).magnitude, (stepBefore * q).magnitude) {
        (stepBefore, step) = (step, p / q)
      } else {
        (stepBefore, step) = (middle, middle)
      }
    } else {
      (stepBefore, step) = (middle, middle)
    }
    a = b
    let place = b.place + (step.magnitude > least ? step : middle > 0 ? least : -least)
    guard let value = function(place), !value.isNaN else { return nil }
    b = BracketedZero.Point(place: place, value: value)
  }
}

/// Returns the step to where a curve through three points, or a line through two, is zero, as a fraction.
private func interpolation(
  _ a: BracketedZero.Point, _ b: BracketedZero.Point, _ c: BracketedZero.Point, _ middle: Double
) -> (Double, Double) {
  let s = b.value / a.value
  if a.place == c.place { return (2 * middle * s, 1 - s) }
  let q = a.value / c.value
  let r = b.value / c.value
  return (
    s * (2 * middle * q * (q - r) - (b.place - a.place) * (r - 1)), (q - 1) * (r - 1) * (s - 1)
  )
}
