import Source

/// A text as a tree of productions that keeps every byte: printing its tokens with the blanks before them gives it back.
package struct SyntaxTree: Sendable {
  /// A node; its children stand side by side in the tree's list of children.
  struct Node: Sendable {
    /// The production that it was made by.
    let production: Production
    /// The position of its first child in the list of children.
    let firstChild: Int32
    /// How many children it has.
    let childCount: Int32
    /// The first token below it.
    let firstToken: Int32
    /// The token after the last below it.
    let endToken: Int32
    /// A bound on how deep the expression that it lowers to is nested.
    let height: Int32
  }

  /// A child of a node, or the root.
  package enum Element: Hashable, Sendable {
    /// The token at this position of the tokens.
    case token(Int)
    /// The node with this number.
    case node(Int)
  }

  /// The text.
  package let source: SourceText
  /// The tokens, in order; the last is the end.
  package let tokens: [Token]
  /// The nodes, children before their parents.
  let nodes: [Node]
  /// The children of all nodes: tokens as they are numbered, nodes as -1 - number.
  let children: [Int32]
  /// The node of the whole text.
  package let root: Int

  /// Returns the production that made `node`.
  package func production(of node: Int) -> Production { nodes[node].production }

  /// Returns the children of `node`, in order.
  package func elements(of node: Int) -> some BidirectionalCollection<Element> {
    let first = Int(nodes[node].firstChild)
    return children[first..<first + Int(nodes[node].childCount)].lazy.map { child in
      child >= 0 ? .token(Int(child)) : .node(Int(-1 - child))
    }
  }

  /// Returns where the token at `index` stands.
  package func range(ofToken index: Int) -> SourceRange {
    SourceRange(source.id, Int(tokens[index].start), Int(tokens[index].end))
  }

  /// Returns where `node` stands, from its first token to its last.
  package func range(of node: Int) -> SourceRange {
    let first = range(ofToken: Int(nodes[node].firstToken))
    return first.joined(to: range(ofToken: max(Int(nodes[node].firstToken), Int(nodes[node].endToken) - 1)))
  }

  /// Returns the text of the tree, token by token in the order of its leaves.
  package func printed() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count)
    var stack = [Element.node(root)]
    while let element = stack.popLast() {
      switch element {
      case .node(let node): stack.append(contentsOf: elements(of: node).reversed())
      case .token(let index):
        let start = index == 0 ? 0 : Int(tokens[index - 1].end)
        result.append(contentsOf: source.bytes[start..<Int(tokens[index].end)])
      }
    }
    return result
  }
}
