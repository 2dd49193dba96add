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
    /// What tools are told beside it.
    package var record = Record()
  }

  /// How a step's value comes about, for tools that compute it again.
  package struct Record: Hashable, Sendable {
    /// A name with a number.
    package struct Parameter: Hashable, Sendable {
      /// The name.
      package var name: String
      /// The number.
      package var value: Double
    }

    /// The place of a sheet's cell or a script's line.
    package struct Place: Hashable, Sendable {
      /// The file as the script names it.
      package var file: String
      /// The line, counted from 1.
      package var line: Int
      /// The column of a cell, counted from 1.
      package var column: Int?
      /// What is printed or written there.
      package var content: String
    }

    /// What the step is to the one above, where it is not one of its operands.
    package var role: String?
    /// How the value is made of the operands right below.
    package var operation: String?
    /// What the operation is given beside its operands.
    package var parameters: [Parameter] = []
    /// What the result is multiplied by and divided by, in order.
    package var conversions: [[Double]] = []
    /// Where the number is printed or written.
    package var place: Place?

    /// Creates a record of nothing.
    package init() {}
  }

  /// The steps in reading order; the steps below one follow it with a greater depth.
  package private(set) var nodes: [Node] = []

  /// Creates an outline without steps.
  package init() {}

  /// Appends a step at `depth`, which becomes at most one more than that of the step before.
  package mutating func append(
    _ label: Phrase, value: Cell = .empty, details: [Phrase] = [], depth: Int = 0, record: Record = Record()
  ) {
    let deepest = nodes.last.map { $0.depth + 1 } ?? 0
    nodes.append(
      Node(depth: max(0, min(depth, deepest)), label: label, value: value, details: details, record: record))
  }

  /// Appends all steps of `other` with its top at `depth`, which becomes at most one more than that of the step before.
  package mutating func append(_ other: Outline, depth: Int = 0) {
    let top = max(0, min(depth, nodes.last.map { $0.depth + 1 } ?? 0))
    for var node in other.nodes {
      node.depth += top
      nodes.append(node)
    }
  }
}
