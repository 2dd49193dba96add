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
  let difference = (first - second).magnitude
  let larger = max(first.magnitude, second.magnitude)
  // Numbers that round alike are at most 1e-11 of the larger apart.
  if difference > larger * 2e-11 { return first < second ? -1 : 1 }
  guard first.isFinite, second.isFinite else { return compareSpecial(first, second) }
  let left = significantDecimal(first, digits: 12)
  let right = significantDecimal(second, digits: 12)
  return left == right ? 0 : left < right ? -1 : 1
}

/// Compares two different numbers of which at least one is infinite or not a number.
private func compareSpecial(_ first: Double, _ second: Double) -> Int {
  if first.isNaN { return second.isNaN ? 0 : 1 }
  return second.isNaN || first < second ? -1 : 1
}
