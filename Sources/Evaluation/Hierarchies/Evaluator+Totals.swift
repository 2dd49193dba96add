import Indicators
import Semantics
import Source

/// Which cells of an aggregate are totals that stand beside their parts.
struct LeftOutTotals {
  /// Whether each cell is left out.
  var isLeftOut: [Bool]
  /// How many members are left out.
  var count: Int
}

extension Evaluator {
  /// Returns the cells of `cube` that are wholes beside their parts, so that no part is counted twice.
  ///
  /// `takesPart` says which cells the filter keeps. A filter that names members says itself which it means: there a
  /// whole is left out only where one of its parts is kept as well.
  func totals(
    in cube: Cube, _ collapsed: [Dimension], filter: CheckedExpression?, takesPart: (Int) -> Bool
  ) -> LeftOutTotals? {
    if trees.isEmpty { return nil }
    var result = LeftOutTotals(isLeftOut: Array(repeating: false, count: cube.count), count: 0)
    for tree in trees where collapsed.contains(tree.dimension) {
      guard let position = cube.axisIndex(of: tree.dimension) else { continue }
      let labels = cube.axes[position].labels
      let inner = cube.axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
      var isKept = Array(repeating: false, count: labels.count)
      for offset in 0..<cube.count where takesPart(offset) { isKept[offset / inner % labels.count] = true }
      let isNamed = filter?.names(tree.dimension) ?? false
      var beside: Set<Member> = []
      for (index, label) in labels.enumerated() where isKept[index] || !isNamed {
        if case .member(let member) = label { beside.insert(member) }
      }
      let isTotal = labels.map { label -> Bool in
        guard case .member(let member) = label, let below = tree.below[member] else { return false }
        return !below.isDisjoint(with: beside)
      }
      for offset in 0..<cube.count where isTotal[offset / inner % labels.count] { result.isLeftOut[offset] = true }
      result.count += labels.indices.count { isTotal[$0] && isKept[$0] }
    }
    return result.isLeftOut.contains(true) ? result : nil
  }

  /// Returns the positions on `axis` of members that are named as totals, but are not said to be any.
  mutating func unstatedTotals(on axis: Axis) -> [Int] {
    let totals = namedTotals.members(of: names)
    if totals.isEmpty { return [] }
    return axis.labels.indices.filter { index in
      guard case .member(let member) = axis.labels[index], totals.contains(member) else { return false }
      return !trees.contains { $0.below[member] != nil }
    }
  }

  /// Reports a member that is named as a total and is collapsed beside others, with the hierarchy to state.
  mutating func reportUnstatedTotals(
    in cube: Cube, _ collapsed: [Dimension], at range: SourceRange, takesPart: (Int) -> Bool
  ) {
    for (position, axis) in cube.axes.enumerated() where collapsed.contains(axis.dimension) {
      guard !unstatedTotals(on: axis).isEmpty, axis.labels.count > 2 else { continue }
      let inner = cube.axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
      var isKept = Array(repeating: false, count: axis.labels.count)
      for offset in 0..<cube.count where takesPart(offset) { isKept[offset / inner % axis.labels.count] = true }
      reportUnstatedTotals(on: axis, at: range, isKept: isKept)
    }
  }

  /// Reports a member that is named as a total and is collapsed beside others along `axis`, whose members `isKept` take part.
  mutating func reportUnstatedTotals(on axis: Axis, at range: SourceRange, isKept: [Bool]) {
    let candidates = unstatedTotals(on: axis)
    guard axis.labels.count > 2, let total = candidates.first(where: { isKept[$0] }) else { return }
    let others = axis.labels.indices.filter { isKept[$0] && !candidates.contains($0) }.map { text(axis.labels[$0]) }
    guard others.count > 1 else { return }
    report(
      EvaluationProblem.totalAmongParts(text(axis.labels[total]), others, of: axis.dimension).diagnostic(at: range))
  }
}

extension CheckedExpression {
  /// Whether the expression names members of `dimension`.
  fileprivate func names(_ dimension: Dimension) -> Bool {
    if case .dimension(dimension) = form { return true }
    return parts.contains { $0.names(dimension) }
  }
}
