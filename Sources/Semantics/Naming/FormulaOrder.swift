/// The order in which formulas can be checked and computed: groups, each after those that it needs.
struct FormulaOrder: Sendable {
  /// The formulas of all groups, one group's behind another's.
  private var members: [Int32] = []
  /// Where the formulas of each group end.
  private var ends: [Int32] = []
  /// The groups whose formulas need earlier periods of themselves, by way of others or not.
  private var lagged: Set<Int> = []
  /// The group of each formula, -1 for one that stands in a circle.
  private(set) var groups: [Int32]
  /// How many groups at least must be checked before each group, one after another.
  private(set) var levels: [Int32] = []
  /// The circles, and the first group that was put in order after they had been met.
  private(set) var cycles: [[Int]] = []
  private(set) var firstWaiting = 0
  /// What each formula needs.
  private(set) var needs: NeedList

  /// The order without what names in formulas stand for.
  var withoutNames: FormulaOrder {
    var result = self
    result.needs = needs.withoutNames
    return result
  }

  /// Orders `count` formulas with these needs.
  ///
  /// Most need only what stands before them and keep their places; the others wait until all needs are known.
  init(count: Int, _ needs: NeedList) {
    self.needs = needs
    groups = Array(repeating: -1, count: count)
    members.reserveCapacity(count)
    ends.reserveCapacity(count)
    levels.reserveCapacity(count)
    var waiting: [Int] = []
    for position in 0..<count {
      if let level = level(of: position) {
        add(position, level)
      } else {
        waiting.append(position)
      }
    }
    if !waiting.isEmpty { order(waiting) }
  }

  /// How many groups there are.
  var count: Int { ends.count }

  /// Returns the formulas of `group`, in order.
  func formulas(of group: Int) -> ArraySlice<Int32> {
    members[(group == 0 ? 0 : Int(ends[group - 1]))..<Int(ends[group])]
  }

  /// Returns the formula that `group` is, or nil where it is none that can be checked alone.
  func onlyFormula(of group: Int) -> Int? {
    let start = group == 0 ? 0 : Int(ends[group - 1])
    return Int(ends[group]) - start == 1 && !isLagged(group) ? Int(members[start]) : nil
  }

  /// Returns whether a formula of `group` needs earlier periods of itself, by way of others or not.
  func isLagged(_ group: Int) -> Bool { !lagged.isEmpty && lagged.contains(group) }

  /// The groups of each level, in order; those of one level do not need each other.
  var groupsByLevel: [[Int32]] {
    var result: [[Int32]] = []
    for (group, level) in levels.enumerated() {
      while result.count <= Int(level) { result.append([]) }
      result[Int(level)].append(Int32(truncatingIfNeeded: group))
    }
    return result
  }

  /// Returns the groups that `group` needs, in order, each once.
  func groupsNeeded(by group: Int) -> [Int] {
    var result: [Int] = []
    for formula in formulas(of: group) {
      for edge in needs.edges(of: Int(formula)) {
        let need = Int(groups[edge.target])
        if need >= 0, need != group { result.append(need) }
      }
    }
    result.sort()
    var kept = 0
    for (position, need) in result.enumerated() where position == 0 || need != result[kept - 1] {
      result[kept] = need
      kept += 1
    }
    result.removeLast(result.count - kept)
    return result
  }

  /// Returns the level of a group of the formula at `position`, or nil where a need of it has no group.
  private func level(of position: Int) -> Int32? {
    var level: Int32 = 0
    for edge in needs.edges(of: position) {
      let group = Int(groups[edge.target])
      if group < 0 { return nil }
      level = max(level, levels[group] + 1)
    }
    return level
  }

  private mutating func add(_ position: Int, _ level: Int32) {
    groups[position] = Int32(truncatingIfNeeded: ends.count)
    members.append(Int32(truncatingIfNeeded: position))
    ends.append(Int32(truncatingIfNeeded: members.count))
    levels.append(level)
  }

  /// Orders the formulas that need what stands behind them, or their own earlier periods.
  private mutating func order(_ waiting: [Int]) {
    var graph = DependencyGraph(count: groups.count)
    // What has its place needs nothing that waits, and is not asked any more.
    for position in waiting { graph.edges[position] = Array(needs.edges(of: position)) }
    firstWaiting = ends.count
    var cyclic: Set<Int> = []
    for group in graph.components(followingLags: false) where groups[group[0]] < 0 {
      guard let path = group.lazy.compactMap({ graph.cycle(through: $0, within: group) }).first else { continue }
      cycles.append(path)
      cyclic.formUnion(group)
    }
    for group in graph.components(followingLags: true) where groups[group[0]] < 0 {
      let open = group.filter { !cyclic.contains($0) }
      if open.isEmpty { continue }
      if group.count > 1 || graph.edges[group[0]].contains(where: { $0.target == group[0] }) {
        lagged.insert(ends.count)
      }
      var level: Int32 = 0
      for edge in open.lazy.flatMap({ graph.edges[$0] }) where groups[edge.target] >= 0 {
        level = max(level, levels[Int(groups[edge.target])] + 1)
      }
      for position in open { groups[position] = Int32(truncatingIfNeeded: ends.count) }
      members += open.map { Int32(truncatingIfNeeded: $0) }
      ends.append(Int32(truncatingIfNeeded: members.count))
      levels.append(level)
    }
  }
}
