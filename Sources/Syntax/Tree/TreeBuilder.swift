/// Collects the nodes of a tree from the leaves up; what has no parent yet waits in a stack.
struct TreeBuilder {
  /// The most that expressions are nested in the abstract syntax, chains of operators included.
  static let greatestHeight: Int32 = 2_000

  private(set) var nodes: [SyntaxTree.Node] = []
  private(set) var children: [Int32] = []
  private var pending: [Int32] = []

  /// The place in the stack at which a node that begins now finds its children.
  var mark: Int { pending.count }

  /// Makes room for the tree of `count` tokens.
  mutating func reserve(tokens count: Int) {
    nodes.reserveCapacity(count)
    children.reserveCapacity(count * 2)
  }

  /// Adds the token at `index`.
  mutating func add(token index: Int) { pending.append(Int32(clamping: index)) }

  /// Whether nothing was added since `mark`, or one node that `production` leaves as it is.
  func leavesAlone(_ production: Production, from mark: Int) -> Bool {
    let count = pending.count - mark
    return count == 0 || count == 1 && pending[mark] < 0 && production.isTransparent
  }

  /// Makes one node of what was added since `mark`; returns whether the node is the first that is too high.
  mutating func finish(_ production: Production, from mark: Int) -> Bool {
    if leavesAlone(production, from: mark) { return false }
    let count = pending.count - mark
    var height: Int32 = 0
    var highest: Int32 = 0
    let first = children.count
    for position in mark..<pending.count {
      let child = pending[position]
      children.append(child)
      if child >= 0 { continue }
      let childHeight = nodes[Int(-1 - child)].height
      highest = max(highest, childHeight)
      height = production.isChain && position > mark ? max(height, childHeight) + 1 : max(height, childHeight)
    }
    height += 1
    if !production.isExpression, highest <= Self.greatestHeight { height = min(height, Self.greatestHeight) }
    let node = SyntaxTree.Node(
      production: production, firstChild: Int32(clamping: first), childCount: Int32(clamping: count),
      firstToken: firstToken(of: pending[mark]), endToken: endToken(of: pending[pending.count - 1]), height: height)
    pending.removeLast(count)
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
