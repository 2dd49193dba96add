extension Kernels {
  /// Returns the rank of each value, 1 for the highest, or for the lowest where `ascending`.
  ///
  /// Values that are equal at twelve digits share the smaller rank, and the ranks after them are left out: 1, 2, 2, 4.
  package static func ranks(_ values: [Double], ascending: Bool = false) -> [Int] {
    let order = values.indices.sorted { ascending ? values[$0] < values[$1] : values[$0] > values[$1] }
    var ranks = Array(repeating: 0, count: values.count)
    var shared = 0
    for (position, index) in order.enumerated() {
      if position == 0 || !equalAtTwelveDigits(values[order[position - 1]], values[index]) { shared = position + 1 }
      ranks[index] = shared
    }
    return ranks
  }
}
