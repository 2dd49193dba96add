/// Returns places for labels that would stand at `wanted`, moved apart until `distance` lies between any two, and kept
/// within `range` as far as they fit.
func spread(_ wanted: [Double], distance: Double, in range: ClosedRange<Double>) -> [Double] {
  let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
  // Labels that touch form a group, which stands around the middle of what its labels want.
  var groups: [(first: Double, count: Int, sum: Double)] = []
  for (offset, index) in order.enumerated() {
    _ = offset
    groups.append((wanted[index], 1, wanted[index]))
    while groups.count > 1 {
      let last = groups[groups.count - 1]
      let before = groups[groups.count - 2]
      guard last.first < before.first + Double(before.count) * distance else { break }
      let count = before.count + last.count
      // Each label of the later group wants to stand as much further down as there are labels before it.
      let sum = before.sum + last.sum
      let middle = sum / Double(count) - distance * Double(count - 1) / 2
      groups.removeLast(2)
      groups.append((middle, count, sum))
    }
  }
  var places: [Double] = groups.flatMap { group in (0..<group.count).map { group.first + Double($0) * distance } }
  let last = places.count - 1
  for index in places.indices {
    places[index] = max(places[index], range.lowerBound + Double(index) * distance)
  }
  for index in places.indices.reversed() {
    places[index] = min(places[index], range.upperBound - Double(last - index) * distance)
  }
  var result = wanted
  for (place, index) in zip(places, order) { result[index] = place }
  return result
}
