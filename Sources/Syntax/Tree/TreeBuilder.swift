/// Collects the nodes of a tree from the leaves up; what has no parent yet waits in a stack.
///
/// Tokens are added in order, so those of a node need no list: they are what its nodes leave of its stretch of tokens.
struct TreeBuilder {
  /// The most that expressions are nested in the abstract syntax, chains of operators included.
  static let greatestHeight: Int32 = 2_000

  /// A place in the text at which a node begins.
  struct Mark {
    /// How many nodes wait in the stack.
    fileprivate let waiting: Int
    /// The token that comes next.
    fileprivate let token: Int32

    /// The beginning of the text.
    static let start = Mark(waiting: 0, token: 0)
  }

  /// A node that waits for its parent, with what the parent asks of it.
  private struct Waiting {
    var node: Int32 = 0
    var firstToken: Int32 = 0
    var endToken: Int32 = 0
    var height: Int32 = 0
  }

  private(set) var nodes: [SyntaxTree.Node] = []
  /// The stack, of which the first `waiting` places are in use: to make it shorter would cost more than to keep it.
  private var stack = Array(repeating: Waiting(), count: 64)
  private var waiting = 0
  /// How many tokens have been added.
  private var tokenCount: Int32 = 0

  /// The place at which a node begins now.
  var mark: Mark { Mark(waiting: waiting, token: tokenCount) }

  /// Makes room for the tree of `count` tokens.
  mutating func reserve(tokens count: Int) { nodes.reserveCapacity(count) }

  /// Adds the next token.
  mutating func addToken() { tokenCount += 1 }

  /// Whether nothing was added since `mark`, or one node that `production` leaves as it is.
  func leavesAlone(_ production: Production, from mark: Mark) -> Bool {
    if tokenCount == mark.token { return true }
    guard production.isTransparent, waiting == mark.waiting + 1 else { return false }
    return stack[mark.waiting].firstToken == mark.token && stack[mark.waiting].endToken == tokenCount
  }

  /// Makes one node of what was added since `mark`; returns whether the node is the first that is too high.
  mutating func finish(_ production: Production, from mark: Mark) -> Bool {
    var height: Int32 = 0
    var highest: Int32 = 0
    var firstChild: Int32 = -1
    var before = -1
    for place in mark.waiting..<waiting {
      let child = stack[place]
      highest = max(highest, child.height)
      let isJoined = production.isChain && child.firstToken > mark.token
      height = max(height, child.height) + (isJoined ? 1 : 0)
      if before >= 0 { nodes[before].next = child.node } else { firstChild = child.node }
      before = Int(child.node)
    }
    height += 1
    if !production.isExpression, highest <= Self.greatestHeight { height = min(height, Self.greatestHeight) }
    waiting = mark.waiting + 1
    if waiting > stack.count { stack.append(Waiting()) }
    stack[mark.waiting] = Waiting(
      node: Int32(truncatingIfNeeded: nodes.count), firstToken: mark.token, endToken: tokenCount, height: height)
    nodes.append(
      SyntaxTree.Node(
        production: production, firstChild: firstChild, next: -1, firstToken: mark.token, endToken: tokenCount,
        height: height))
    return height > Self.greatestHeight && highest <= Self.greatestHeight
  }

  /// The node that was finished last, if it still waits for its parent.
  var lastNode: Int? { waiting > 0 ? Int(stack[waiting - 1].node) : nil }
}
