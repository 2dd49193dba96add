import Indicators
import Semantics

/// Which members the cells of an aggregate rest on, so that two can be compared: how to find them again, since they are mostly
/// the same and nobody asks.
struct KnownMembers: Sendable {
  /// The aggregate, and where it is computed.
  let call: AggregateCall
  let scenario: ScenarioID
  /// The values of the aggregate.
  let answers: Cube
  /// The axes of what is collapsed.
  let axes: [Axis]
  /// What is collapsed.
  let collapsed: [Dimension]
  /// Whether every member of each group is known and takes part.
  let isComplete: Bool

  /// For each group its position; missing where the aggregate gives no number.
  var groupPositions: Cube {
    Cube(axes: answers.axes, values: answers.values.indices.map { Double($0) }, reasons: answers.reasons)
  }

  /// Whether there is a filter, so that a member not seen may have been left out.
  var hasFilter: Bool { call.filter != nil }

  /// Whether the groups can only have the same members as those of `other`.
  func isSame(as other: KnownMembers) -> Bool {
    func labels(_ members: KnownMembers) -> [Axis] {
      members.axes.filter { members.collapsed.contains($0.dimension) }.sorted { $0.dimension.name < $1.dimension.name }
    }
    return isComplete && other.isComplete && labels(self) == labels(other)
  }

  /// Returns the labels of a member on the collapsed dimensions.
  func labels(at offset: Int) -> [Label] {
    Cube(axes: axes, missing: .undefined).point(at: offset).filter { collapsed.contains($0.dimension) }.map(\.label)
  }
}
