import Indicators

/// The known numbers of one group after the other, in memory that all share.
struct GroupCells {
  /// How many cells take part.
  private(set) var count = 0
  /// The numbers of the cells of which everything is known, with what meets and weighs them.
  private(set) var numbers: [Double] = []
  private(set) var others: [Double] = []
  private(set) var weights: [Double] = []
  /// All known weights.
  private(set) var allWeights: [Double] = []
  /// Why the first cell that is missing is.
  private(set) var firstMissing: MissingReason?
  /// Whether a cell is missing because it needs itself.
  private(set) var isCircular = false
  /// Whether a cell is missing because too few are known.
  private(set) var lacksCoverage = false

  /// Takes the cells of `group` of `grouping`.
  mutating func take(_ grouping: Grouping, _ group: Int, _ value: Cube, _ second: Cube?, _ weight: Cube?) {
    count = 0
    numbers.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    allWeights.removeAll(keepingCapacity: true)
    (firstMissing, isCircular, lacksCoverage) = (nil, false, false)
    grouping.forEachMember(of: group) { offset in
      count += 1
      let isWeighed = weight.map { $0.reasons[offset].isKnown } ?? true
      if let weight, isWeighed { allWeights.append(weight.values[offset]) }
      let own = value.reasons[offset]
      let reason = own.isKnown ? second?.reasons[offset] ?? .known : own
      guard reason.isKnown else {
        if firstMissing == nil { firstMissing = reason }
        if own == .circular { isCircular = true }
        if own == .coverage { lacksCoverage = true }
        return
      }
      guard isWeighed else { return }
      numbers.append(value.values[offset])
      if let second { others.append(second.values[offset]) }
      if let weight { weights.append(weight.values[offset]) }
    }
  }
}

/// The numbers of one group after the other, where all are known.
struct GatheredNumbers {
  private let values: [Double]
  private let layout: GroupLayout
  private var numbers: [Double]

  /// Prepares for the groups that `layout` makes of `cube`.
  init(_ cube: Cube, _ layout: GroupLayout) {
    values = cube.values
    self.layout = layout
    // The one group of all cells is the cube itself.
    numbers = layout.groupCount == 1 && layout.isContiguous ? [] : Array(repeating: 0, count: layout.memberCount)
  }

  /// Returns the numbers of `group`.
  mutating func gather(_ group: Int) -> [Double] {
    if numbers.isEmpty { return values }
    numbers.withUnsafeMutableBufferPointer { target in
      values.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        layout.gather(source, of: group, to: target)
      }
    }
    return numbers
  }
}
