/// Which definitions need which, with an order in which they can be computed.
package struct DependencyGraph {
  /// One definition's need of another.
  package struct Edge: Sendable {
    /// Twice the target, and 1 for a lag: scripts have many needs.
    private let code: Int32

    /// The definition that is needed.
    package var target: Int { Int(code >> 1) }
    /// Whether only earlier periods of it are needed.
    package var isLagged: Bool { code & 1 == 1 }

    /// Creates the need of the definition at `target`.
    package init(target: Int, isLagged: Bool) {
      code = Int32(truncatingIfNeeded: target) << 1 | (isLagged ? 1 : 0)
    }
  }

  /// The needs of each definition.
  package var edges: [[Edge]]

  /// Creates a graph of `count` definitions without needs.
  package init(count: Int) {
    edges = Array(repeating: [], count: count)
  }

  /// Returns the groups of definitions that need each other, each group after those that it needs.
  ///
  /// The walk is Tarjan's, with a stack of its own: chains of any length are fine.
  package func components(followingLags: Bool) -> [[Int]] {
    let count = edges.count
    var index = Array(repeating: -1, count: count)
    var low = Array(repeating: 0, count: count)
    var isOnStack = Array(repeating: false, count: count)
    var stack: [Int] = []
    var components: [[Int]] = []
    var next = 0

    for root in 0..<count where index[root] < 0 {
      var walk: [(node: Int, edge: Int)] = [(root, 0)]
      while let (node, edge) = walk.last {
        if edge == 0, index[node] < 0 {
          index[node] = next
          low[node] = next
          next += 1
          stack.append(node)
          isOnStack[node] = true
        }
        if edge < edges[node].count {
          walk[walk.count - 1].edge += 1
          let step = edges[node][edge]
          if step.isLagged && !followingLags { continue }
          if index[step.target] < 0 {
            walk.append((step.target, 0))
          } else if isOnStack[step.target] {
            low[node] = min(low[node], index[step.target])
          }
          continue
        }
        walk.removeLast()
        if let parent = walk.last { low[parent.node] = min(low[parent.node], low[node]) }
        if low[node] == index[node] {
          if stack.last == node {
            isOnStack[node] = false
            stack.removeLast()
            components.append([node])
            continue
          }
          var component: [Int] = []
          while let member = stack.popLast() {
            isOnStack[member] = false
            component.append(member)
            if member == node { break }
          }
          components.append(component.sorted())
        }
      }
    }
    return components
  }

  /// Returns a way from `start` back to itself through `members` without a lag, if there is one.
  package func cycle(through start: Int, within members: [Int]) -> [Int]? {
    if members.count == 1 { return edges[start].contains { $0.target == start && !$0.isLagged } ? [start] : nil }
    let allowed = Set(members)
    var previous: [Int: Int] = [:]
    var queue = [start]
    var position = 0
    while position < queue.count {
      let node = queue[position]
      position += 1
      for edge in edges[node] where !edge.isLagged && allowed.contains(edge.target) {
        if edge.target == start {
          var path = [node]
          while let before = previous[path[path.count - 1]] { path.append(before) }
          return path.reversed()
        }
        if previous[edge.target] == nil {
          previous[edge.target] = node
          queue.append(edge.target)
        }
      }
    }
    return nil
  }
}
