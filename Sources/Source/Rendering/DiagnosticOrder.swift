/// Sorts findings the way people read them, each once: the command line, scripts by place, then sheets by place.
///
/// Sheets stand in the order in which they first occur; what lies at one place keeps its order.
package func inReadingOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var seen: Set<Diagnostic> = []
  var files: [String: Int] = [:]
  var keyed: [(key: [Int], diagnostic: Diagnostic)] = []
  for diagnostic in diagnostics where seen.insert(diagnostic).inserted {
    let rank: [Int]
    switch diagnostic.site {
    case .command: rank = [0]
    case .script(let range): rank = [1, Int(range.source.index), Int(range.start), Int(range.end)]
    case .file(let name): rank = [2, files.index(of: name), 0, 0]
    case .cell(let place): rank = [2, files.index(of: place.file), place.line, place.column]
    }
    keyed.append((rank + [keyed.count], diagnostic))
  }
  return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.diagnostic)
}

extension [String: Int] {
  /// Returns the position of `name` in order of first appearance.
  fileprivate mutating func index(of name: String) -> Int {
    if let index = self[name] { return index }
    self[name] = count
    return count - 1
  }
}
