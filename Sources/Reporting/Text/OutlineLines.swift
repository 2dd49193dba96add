import Source

/// A step of an outline with what is drawn before it.
struct OutlineLine {
  /// What stands before the step itself.
  let branch: String
  /// What stands before its details.
  let continuation: String
  /// The step.
  let node: Outline.Node
}

extension Outline {
  /// The deepest level that is drawn further in; below it a number gives the depth.
  static let deepestDrawn = 40

  /// Returns the steps with the branches that join each to the one above it.
  func drawn() -> [OutlineLine] {
    let continues = hasLaterSibling()
    var open: [Bool] = []
    return nodes.indices.map { index in
      let node = nodes[index]
      let level = min(node.depth, Self.deepestDrawn)
      open.removeLast(max(0, open.count - level))
      let trunk = open.dropFirst().map { $0 ? "│  " : "   " }.joined()
      open.append(continues[index])
      let hasChildren = index + 1 < nodes.count && nodes[index + 1].depth > node.depth
      let twig = level == 0 ? "" : (continues[index] ? "├─ " : "└─ ")
      let stem = level == 0 ? "" : (continues[index] ? "│  " : "   ")
      return OutlineLine(
        branch: trunk + twig + (node.depth > level ? "[\(node.depth)] " : ""),
        continuation: trunk + stem + (hasChildren ? "│  " : "   "), node: node)
    }
  }

  /// Returns for each step whether another one follows under the same parent.
  private func hasLaterSibling() -> [Bool] {
    var result = Array(repeating: false, count: nodes.count)
    var seen: [Bool] = []
    for index in nodes.indices.reversed() {
      let level = min(nodes[index].depth, Self.deepestDrawn)
      seen.removeLast(max(0, seen.count - level - 1))
      while seen.count <= level { seen.append(false) }
      result[index] = seen[level]
      seen[level] = true
    }
    return result
  }
}

extension Outline.Node {
  /// Returns the step in one line: `label = value`.
  func text(_ language: Language) -> String {
    let name = label[language].printable
    let digits = ColumnDigits(for: numbers)
    let value = CellText(value, language, column: digits).text
    // A number as written says what it comes to.
    if value.isEmpty || value == name { return name }
    return name.isEmpty ? value : "\(name) = \(value)"
  }

  private var numbers: [Double] {
    if case .number(let number, _) = value { [number] } else { [] }
  }
}
