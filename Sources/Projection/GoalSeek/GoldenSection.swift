/// Returns a place between `lower` and `upper` where `function` is greatest, if it has one peak there, to `tolerance`.
///
/// Golden sections, so the number of trials depends on the tolerance alone. A place without a value counts as least. The
/// search ends early where `isEnough` says so of a place.
package func peak(
  of function: (Double) -> Double?, between lower: Double, and upper: Double, tolerance: Double,
  isEnough: (Double) -> Bool = { _ in false }
) -> Double {
  let ratio = (5.0.squareRoot() - 1) / 2
  var (low, high) = (lower, upper)
  var (first, second) = (high - ratio * (high - low), low + ratio * (high - low))
  var (atFirst, atSecond) = (function(first) ?? -.infinity, function(second) ?? -.infinity)
  while high - low > tolerance, low < first, first < second, second < high {
    if isEnough(first) { return first }
    if isEnough(second) { return second }
    if atFirst >= atSecond {
      (high, second, atSecond) = (second, first, atFirst)
      first = high - ratio * (high - low)
      atFirst = function(first) ?? -.infinity
    } else {
      (low, first, atFirst) = (first, second, atSecond)
      second = low + ratio * (high - low)
      atSecond = function(second) ?? -.infinity
    }
  }
  return atFirst >= atSecond ? first : second
}
