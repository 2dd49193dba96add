/// Collects the nodes of a tree from the leaves up; what has no parent yet waits in a stack.
struct TreeBuilder {
  /// The most that expressions are nested in the abstract syntax, chains of operators included.
  static let greatestHeight: Int32 = 2_000

  private(set) var nodes: [SyntaxTree.Node] = []
  private(set) var children: [Int32] = []
  private var pending: [Int32] = []

  /// The place in the stack at which a node that begins now finds its children.
  var mark: Int { pending.count }

  /// Adds the token at `index`.
  mutating func add(token index: Int) { pending.append(Int32(clamping: index)) }

  /// Makes one node of what was added since `mark`; returns whether the node is the first that is too high.
  mutating func finish(_ production: Production, from mark: Int) -> Bool {
    let count = pending.count - mark
    if count == 0 || count == 1 && production.isTransparent && pending[mark] < 0 { return false }
    var height: Int32 = 0
    var highest: Int32 = 0
    for (position, child) in pending[mark...].enumerated() where child < 0 {
      let childHeight = nodes[Int(-1 - child)].height
      highest = max(highest, childHeight)
      height = production.isChain && position > 0 ? max(height, childHeight) + 1 : max(height, childHeight)
    }
    height += 1
    if !production.isExpression, highest <= Self.greatestHeight { height = min(height, Self.greatestHeight) }
    let node = SyntaxTree.Node(
      production: production, firstChild: Int32(clamping: children.count), childCount: Int32(clamping: count),
      firstToken: firstToken(of: pending[mark]), endToken: endToken(of: pending[pending.count - 1]), height: height)
    children.append(contentsOf: pending[mark...])
    pending.removeSubrange(mark...)
    pending.append(Int32(clamping: -1 - nodes.count))
    nodes.append(node)
    return height > Self.greatestHeight && highest <= Self.greatestHeight
  }

  /// The last child that was added, if it is a node.
  var lastNode: Int? {
    guard let last = pending.last, last < 0 else { return nil }
    return Int(-1 - last)
  }

  private func firstToken(of child: Int32) -> Int32 { child >= 0 ? child : nodes[Int(-1 - child)].firstToken }

  private func endToken(of child: Int32) -> Int32 { child >= 0 ? child + 1 : nodes[Int(-1 - child)].endToken }
}
