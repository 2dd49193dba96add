/// Collects the nodes of a tree from the leaves up, each behind all that are below it.
///
/// So the last node of all is the last child of the one that comes next, and before the first node below a child stands the
/// child before it: what waits for a parent is found without a list. Tokens are added in order, so those of a node need no
/// list either: they are what its nodes leave of its stretch of tokens.
struct TreeBuilder {
  /// The most that expressions are nested in the abstract syntax, chains of operators included.
  static let greatestHeight: Int32 = 2_000

  /// A place in the text at which a node begins.
  struct Mark {
    /// How many nodes there are.
    fileprivate let node: Int32
    /// The token that comes next.
    fileprivate let token: Int32

    /// The beginning of the text.
    static let start = Mark(node: 0, token: 0)
  }

  private(set) var nodes: [SyntaxTree.Node] = []
  /// How many tokens have been added.
  private var tokenCount: Int32 = 0

  private var nodeCount: Int32 { Int32(truncatingIfNeeded: nodes.count) }

  /// The place at which a node begins now.
  var mark: Mark { Mark(node: nodeCount, token: tokenCount) }

  /// Makes room for the tree of `count` tokens, which has about as many nodes.
  mutating func reserve(tokens count: Int) { nodes.reserveCapacity(count + count / 4) }

  /// Adds the next token.
  mutating func addToken() { tokenCount += 1 }

  /// Whether nothing was added since `mark`, or one node that `production` leaves as it is.
  func leavesAlone(_ production: Production, from mark: Mark) -> Bool {
    if tokenCount == mark.token { return true }
    guard production.isExpression, nodeCount > mark.node else { return false }
    let last = nodes[nodes.count - 1]
    return last.firstBelow == mark.node && last.firstToken == mark.token && last.endToken == tokenCount
  }

  /// Makes one node of what was added since `mark`; returns whether the node is the first that is too high.
  mutating func finish(_ production: Production, from mark: Mark) -> Bool {
    if nodeCount == mark.node {
      // Most nodes have none below them.
      add(production, from: mark, firstChild: -1, height: 1)
      return false
    }
    return join(production, from: mark)
  }

  /// Makes one node of the nodes and tokens that were added since `mark`.
  private mutating func join(_ production: Production, from mark: Mark) -> Bool {
    var height: Int32 = 0
    var highest: Int32 = 0
    var joints: Int32 = 0
    var child = nodeCount - 1
    var behind: Int32 = -1
    let isChain = production.isChain
    var nodes = nodes.mutableSpan
    while child >= mark.node {
      let own = nodes[Int(child)]
      if isChain, own.firstToken > mark.token { joints += 1 }
      highest = max(highest, own.height)
      // A child stands below all joints from its own on.
      height = max(height, own.height + joints)
      if behind >= 0 { nodes[Int(child)].next = behind }
      behind = child
      child = own.firstBelow - 1
    }
    height += 1
    if !production.isExpression, highest <= Self.greatestHeight { height = min(height, Self.greatestHeight) }
    add(production, from: mark, firstChild: behind, height: height)
    return height > Self.greatestHeight && highest <= Self.greatestHeight
  }

  private mutating func add(_ production: Production, from mark: Mark, firstChild: Int32, height: Int32) {
    nodes.append(
      SyntaxTree.Node(
        production: production, firstBelow: mark.node, firstChild: firstChild, next: -1, firstToken: mark.token,
        endToken: tokenCount, height: height))
  }

  /// The node that was finished last.
  var lastNode: Int? { nodes.isEmpty ? nil : nodes.count - 1 }
}
