/// Returns the sum of `values`, rounded once: partial sums that do not overlap, after Shewchuk.
func exactSum(_ values: [Double]) -> Double {
  var partials: [Double] = []
  for value in values {
    var value = value
    var kept: [Double] = []
    for partial in partials {
      let (large, small) = abs(value) < abs(partial) ? (partial, value) : (value, partial)
      let sum = large + small
      let lost = small - (sum - large)
      if lost != 0 { kept.append(lost) }
      value = sum
    }
    partials = kept + [value]
  }
  // From the largest down; what is left after the first inexact step only decides a tie.
  var result = 0.0
  while let next = partials.popLast() {
    let sum = result + next
    let lost = next - (sum - result)
    result = sum
    guard lost != 0 else { continue }
    if let after = partials.last, (lost < 0) == (after < 0) {
      let doubled = lost * 2
      if doubled == (result + doubled) - result { result += doubled }
    }
    break
  }
  return result
}
