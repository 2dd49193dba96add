import Units

/// Whether two numbers are the same when each is rounded to twelve significant digits, so that 0.1 + 0.2 is 0.3.
package func equalAtTwelveDigits(_ first: Double, _ second: Double) -> Bool {
  compareAtTwelveDigits(first, second) == 0
}

/// Returns -1, 0 or 1 as `first` is less than, equal to or greater than `second`, each rounded to twelve significant digits.
///
/// Being equal is transitive, because each number is rounded by itself. What is not a number is equal to its like and greater
/// than all others.
package func compareAtTwelveDigits(_ first: Double, _ second: Double) -> Int {
  if first == second { return 0 }
  if differAtTwelveDigits(first, second) { return first < second ? -1 : 1 }
  guard first.isFinite, second.isFinite else { return compareSpecial(first, second) }
  let left = significantDecimal(first, digits: 12)
  let right = significantDecimal(second, digits: 12)
  return left == right ? 0 : left < right ? -1 : 1
}

/// Whether two numbers are so far apart that they cannot round alike; of those that do not, some still round differently.
@inline(__always)
func differAtTwelveDigits(_ first: Double, _ second: Double) -> Bool {
  // Numbers that round alike are at most 1e-11 of the larger apart.
  (first - second).magnitude > max(first.magnitude, second.magnitude) * 2e-11
}

/// Returns 1 for two different numbers that are so near each other that they may round alike, else 0; without a branch, for
/// loops over many.
@inline(__always)
func mayRoundAlike(_ first: Double, _ second: Double) -> UInt64 {
  // The sum is at least the larger, and what is no number is not farther apart than anything.
  let isFar = (first - second).magnitude > (first.magnitude + second.magnitude) * 2e-11
  return (isFar ? 0 : 1) & (first == second ? 0 : 1)
}

/// Compares two different numbers of which at least one is infinite or not a number.
private func compareSpecial(_ first: Double, _ second: Double) -> Int {
  if first.isNaN { return second.isNaN ? 0 : 1 }
  return second.isNaN || first < second ? -1 : 1
}
