import Source

/// A tree of steps, each above what it rests on.
///
/// The tree is a list with depths, so that a derivation of any depth is drawn and freed without recursion.
package struct Outline: Hashable, Sendable {
  /// One step.
  package struct Node: Hashable, Sendable {
    /// How far the step stands below the top; 0 at the top.
    package var depth: Int
    /// What the step is: a name with its selectors, a formula, a place in a file.
    package var label: Phrase
    /// What it comes to.
    package var value: Cell
    /// What else is to be said, a line each.
    package var details: [Phrase]
  }

  /// The steps in reading order; the steps below one follow it with a greater depth.
  package private(set) var nodes: [Node] = []

  /// Creates an outline without steps.
  package init() {}

  /// Appends a step at `depth`, which becomes at most one more than that of the step before.
  package mutating func append(
    _ label: Phrase, value: Cell = .empty, details: [Phrase] = [], depth: Int = 0
  ) {
    let deepest = nodes.last.map { $0.depth + 1 } ?? 0
    nodes.append(Node(depth: max(0, min(depth, deepest)), label: label, value: value, details: details))
  }

  /// Appends all steps of `other` with its top at `depth`, which becomes at most one more than that of the step before.
  package mutating func append(_ other: Outline, depth: Int = 0) {
    let top = max(0, min(depth, nodes.last.map { $0.depth + 1 } ?? 0))
    for node in other.nodes {
      nodes.append(Node(depth: top + node.depth, label: node.label, value: node.value, details: node.details))
    }
  }
}
