import Indicators
import Semantics
import Source

/// Targets that ask for a place among the members of a group.
extension Evaluator {
  /// Judges the places that `conditions` ask of a target's cell among the members of a group.
  ///
  /// The group is a whole dimension, by its name, the parts of a member that is a whole, or those of its members for which
  /// another dimension has the group's name. Where the data hold no such members, the row says so.
  func rank(
    _ row: inout TargetRow, _ conditions: [TargetCondition], _ values: Cube, at point: [Dimension: Label],
    _ kind: IndicatorKind?, _ better: Direction?
  ) {
    for (index, condition) in conditions.enumerated() {
      guard case .ranks(let within, let group) = condition else { continue }
      let rank = self.rank(within, of: group, values, at: point, row.deadline, kind, better)
      row.demands[index] = Demand(.ranks(rank), indicator: better)
      if rank == .noGroup { row.ungrouped = group }
    }
  }

  /// Returns the labels of the cell that a target judges.
  func point(of row: TargetRow) -> [Dimension: Label] {
    var point: [Dimension: Label] = [:]
    for (dimension, name) in row.members { point[dimension] = names.find(name).map(Label.member) }
    return point
  }

  /// Returns the values of a target's subject for every member, also where brackets choose one.
  mutating func everyMember(of subject: CheckedExpression, in scenario: ScenarioID) -> Cube {
    guard case .numbers(let cube) = value(of: subject.everyMember, in: scenario) else {
      return Cube(axes: [], missing: .undefined)
    }
    return cube
  }

  private func rank(
    _ within: Int, of group: String, _ values: Cube, at point: [Dimension: Label], _ deadline: Period,
    _ kind: IndicatorKind?, _ better: Direction?
  ) -> Demand.GroupRank {
    guard let members = members(of: group, values, at: point), members.points.count > 1 else { return .noGroup }
    let observations = members.points.map { TargetSeries(values.series(at: $0), kind: kind).whole(deadline) }
    return Demand.GroupRank(of: members.own, within, among: observations.lazy.map(\.value), better)
  }

  /// Returns where the members of `group` stand in `values`, and which of them is the one at `point`.
  func members(
    of group: String, _ values: Cube, at point: [Dimension: Label]
  ) -> (points: [[Dimension: Label]], own: Int)? {
    let axes = values.axes.filter { $0.dimension != .period }
    let label = names.find(group).map(Label.member)
    let isNamed = { (axis: Axis) in axis.dimension.name == group || self.heading(of: axis.dimension).chinese == group }
    var fixed: [Dimension: Label] = [:]
    let ranked: Axis
    var parts: Set<Member>?
    if case .member(let member)? = label, let tree = trees.first(where: { $0.below[member] != nil }),
      let axis = axes.first(where: { $0.dimension == tree.dimension })
    {
      ranked = axis
      parts = tree.below[member]
    } else if let whole = axes.first(where: isNamed) {
      ranked = whole
    } else if let label, let grouping = axes.first(where: { $0.labels.contains(label) }),
      let other = axes.first(where: { $0.dimension != grouping.dimension && point[$0.dimension] != nil })
    {
      if let own = point[grouping.dimension], own != label { return nil }
      fixed[grouping.dimension] = label
      ranked = other
    } else {
      return nil
    }
    for axis in axes where axis.dimension != ranked.dimension && fixed[axis.dimension] == nil {
      guard let own = point[axis.dimension] else { return nil }
      fixed[axis.dimension] = own
    }
    let tree = trees.first { $0.dimension == ranked.dimension }
    let labels = ranked.labels.filter { label in
      guard case .member(let member) = label, let tree else { return true }
      return parts?.contains(member) ?? true && !tree.hasParts(of: member, among: ranked.labels)
    }
    let points = labels.map { fixed.merging([ranked.dimension: $0]) { $1 } }.filter { isMember(values, $0) }
    guard let own = points.firstIndex(where: { $0[ranked.dimension] == point[ranked.dimension] }) else { return nil }
    return (points, own)
  }

  /// Whether the data know the combination of labels at `point` in any period.
  private func isMember(_ values: Cube, _ point: [Dimension: Label]) -> Bool {
    values.series(at: point).contains { $0.reason != .noSuchCombination && $0.reason != .outsideData }
  }
}

extension CheckedExpression {
  /// The expression without the brackets that choose members of it.
  var everyMember: CheckedExpression {
    var whole = self
    while case .selection(let inner, let selection) = whole.form, selection.periods == nil, selection.scenario == nil {
      whole = inner
    }
    return whole
  }
}

extension Demand.GroupRank {
  /// Creates the rank of the member at `own` among `values`, whose first `within` places are asked for.
  init(of own: Int, _ within: Int, among values: some RandomAccessCollection<Double?>, _ better: Direction?) {
    guard let value = values[values.index(values.startIndex, offsetBy: own)] else {
      self = .undecided
      return
    }
    let order = better == .lower ? -1 : 1
    var (ahead, missing) = (0, 0)
    for other in values {
      if let other {
        if compareAtTwelveDigits(other, value) * order > 0 { ahead += 1 }
      } else {
        missing += 1
      }
    }
    // Whoever is missing may stand ahead or behind.
    self = ahead >= within ? .below : ahead + missing < within ? .within : .undecided
  }
}

extension TargetCondition {
  /// Whether a place among others is asked for.
  var isRank: Bool {
    if case .ranks = self { true } else { false }
  }
}
