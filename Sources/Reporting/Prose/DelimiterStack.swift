/// The signs that may open or close what is stressed, matched as CommonMark does.
struct DelimiterStack {
  /// What decides which opening a closing may have; a search that failed need not be made again.
  private struct Kind: Hashable {
    let mark: Unicode.Scalar
    let canOpen: Bool
    let remainder: Int
  }

  /// The positions of the runs among the nodes, ascending.
  private var positions: [Int] = []

  /// Adds the run at `position` among the nodes.
  mutating func push(_ position: Int) {
    positions.append(position)
  }

  /// Matches all runs behind the node at `bottom`, and takes them off the stack.
  mutating func match(_ nodes: inout [InlineParser.Node], above bottom: Int) {
    let base = (positions.lastIndex { $0 < bottom } ?? -1) + 1
    var openers: [Int] = []
    var failed: [Kind: Int] = [:]
    for position in positions[base...] {
      guard case .run(var closer) = nodes[position] else { continue }
      while closer.canClose, closer.left > 0 {
        let kind = Kind(mark: closer.mark, canOpen: closer.canOpen, remainder: closer.length % 3)
        let lowest = failed[kind] ?? 0
        guard let index = index(for: closer, openers, nodes, from: lowest) else {
          failed[kind] = openers.count
          break
        }
        guard case .run(var opener) = nodes[openers[index]] else { break }
        let count = opener.left >= 2 && closer.left >= 2 ? 2 : 1
        opener.left -= count
        closer.left -= count
        opener.openings.append(count)
        closer.closings.append(count)
        nodes[openers[index]] = .run(opener)
        openers.removeLast(openers.count - index - 1)
        if opener.left == 0 { openers.removeLast() }
        for (kind, count) in failed where count > openers.count { failed[kind] = openers.count }
      }
      nodes[position] = .run(closer)
      if closer.canOpen, closer.left > 0 { openers.append(position) }
    }
    positions.removeLast(positions.count - base)
  }

  /// Returns which of `openers` the run `closer` closes, the nearest that fits.
  private func index(
    for closer: InlineParser.Run, _ openers: [Int], _ nodes: [InlineParser.Node], from lowest: Int
  ) -> Int? {
    var index = openers.count
    while index > lowest {
      index -= 1
      guard case .run(let opener) = nodes[openers[index]], opener.mark == closer.mark else { continue }
      // Signs that could do both must not be read in a way that leaves an odd rest.
      let isOdd = (opener.length + closer.length) % 3 == 0 && opener.length % 3 != 0
      if !isOdd || !(opener.canClose || closer.canOpen) { return index }
    }
    return nil
  }
}
