import Source

/// A text as a tree of productions that keeps every byte: printing its tokens with the blanks before them gives it back.
package struct SyntaxTree: Sendable {
  /// A node; its children are the nodes below it and, between them, the rest of its tokens.
  struct Node: Sendable {
    /// The production that it was made by.
    let production: Production
    /// The first of all nodes below it, which stand before it; its own number where there is none.
    let firstBelow: Int32
    /// The first of its children; -1 where there is none.
    let firstChild: Int32
    /// The node behind it below the same parent; -1 where there is none.
    var next: Int32
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
  /// The node of the whole text.
  package let root: Int

  /// Returns the production that made `node`.
  package func production(of node: Int) -> Production { nodes[node].production }

  /// Returns the children of `node`, in order.
  package func elements(of node: Int) -> Elements {
    let parent = nodes[node]
    return Elements(nodes: nodes, node: parent.firstChild, token: parent.firstToken, end: parent.endToken)
  }

  /// The children of a node, in order.
  package struct Elements: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    /// The node that comes next among nodes.
    fileprivate var node: Int32
    /// The token that comes next.
    fileprivate var token: Int32
    fileprivate let end: Int32

    /// Returns the next child.
    package mutating func next() -> Element? {
      guard token < end else { return nil }
      if node >= 0 {
        let next = nodes[Int(node)]
        if next.firstToken == token {
          let position = Int(node)
          token = next.endToken
          node = next.next
          return .node(position)
        }
      }
      token += 1
      return .token(Int(token - 1))
    }
  }

  /// Calls `read` with the bytes of the token at `index`, of which no part is copied or held.
  func withBytes<Result>(ofToken index: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let token = tokens[index]
    return source.bytes.withUnsafeBufferPointer {
      read(UnsafeBufferPointer(rebasing: $0[Int(token.start)..<Int(token.end)]))
    }
  }

  /// Returns where the token at `index` stands.
  package func range(ofToken index: Int) -> SourceRange {
    SourceRange(source.id, tokens[index].start, tokens[index].end)
  }

  /// Returns where `node` stands, from its first token to its last.
  package func range(of node: Int) -> SourceRange {
    let node = nodes[node]
    return SourceRange(source.id, tokens[Int(node.firstToken)].start, tokens[Int(node.endToken) - 1].end)
  }

  /// Returns the text of the tree, token by token in the order of its leaves.
  package func printed() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count)
    var stack = [Element.node(root)]
    while let element = stack.popLast() {
      switch element {
      case .node(let node): stack.append(contentsOf: Array(elements(of: node)).reversed())
      case .token(let index):
        let start = index == 0 ? 0 : Int(tokens[index - 1].end)
        result.append(contentsOf: source.bytes[start..<Int(tokens[index].end)])
      }
    }
    return result
  }
}
