import Indicators
import Source
import Syntax

/// A hierarchy before its members are known to be of one dimension.
private struct StatedHierarchy {
  let whole: String
  let parts: [(name: String, range: SourceRange?)]
  let tolerance: Double?
  let site: Site
  /// The dimension, where a sheet's column gives it.
  var dimension: Dimension?
}

extension Checker {
  /// Enters the hierarchies that scripts state and that sheets have as a column of parents, each after those of its
  /// parts.
  mutating func checkHierarchies() {
    let stated = statedHierarchies()
    var positions: [String: Int] = [:]
    for (position, hierarchy) in stated.enumerated() { positions[hierarchy.whole] = position }
    var graph = DependencyGraph(count: stated.count)
    for (position, hierarchy) in stated.enumerated() {
      graph.edges[position] = hierarchy.parts.compactMap { part in
        positions[part.name].map { DependencyGraph.Edge(target: $0, isLagged: false) }
      }
    }
    for group in graph.components(followingLags: true) {
      if let path = group.lazy.compactMap({ graph.cycle(through: $0, within: group) }).first {
        let problem = SemanticProblem.cycle(path.map { stated[$0].whole })
        diagnostics.append(Diagnostic(.error, problem.code, problem.message, at: stated[path[0]].site))
        continue
      }
      for position in group { enter(stated[position]) }
    }
  }

  /// Enters a hierarchy whose parts are members of one dimension, or reports those that are not.
  private mutating func enter(_ stated: StatedHierarchy) {
    let names = stated.parts.map(\.name)
    let dimension = stated.dimension ?? dimension(ofMost: names)
    let known = members.ofDimension[dimension] ?? []
    for part in stated.parts where !known.contains(part.name) {
      guard let range = part.range else { continue }
      report(
        .unknownMember(
          part.name, of: Phrase(dimension.name, dimension == .region ? "地区" : dimension.name), members: known,
          nearest: nearestNames(to: part.name, among: known, atMost: 3)),
        at: range)
    }
    guard names.allSatisfy(known.contains) || stated.dimension != nil else { return }
    members.insert(stated.whole, into: dimension)
    program.hierarchies.append(
      CheckedHierarchy(
        dimension: dimension, whole: stated.whole, parts: names, tolerance: stated.tolerance, site: stated.site))
  }

  /// Returns the dimension that has most of `names` as members; the region where several have as many.
  private func dimension(ofMost names: [String]) -> Dimension {
    var best = (dimension: Dimension.region, count: 0)
    for dimension in [.region] + catalogue.sheets.flatMap(\.dimensions) {
      let known = members.ofDimension[dimension] ?? []
      let count = names.count { known.contains($0) }
      if count > best.count { best = (dimension, count) }
    }
    return best.dimension
  }

  /// Returns the hierarchies of the scripts, then those of sheets that no script states.
  private mutating func statedHierarchies() -> [StatedHierarchy] {
    var found: [StatedHierarchy] = []
    for statement in statements.hierarchies {
      guard case .hierarchy(let hierarchy) = statement.form else { continue }
      let whole = members.names.canonical(hierarchy.whole.text)
      if let first = found.first(where: { $0.whole == whole }) {
        report(.nameTaken(whole, first: first.site), at: hierarchy.whole.range)
        continue
      }
      var parts: [(name: String, range: SourceRange?)] = []
      for part in hierarchy.parts {
        let name = members.names.canonical(part.text)
        if parts.contains(where: { $0.name == name }) {
          report(.partTwice(name), at: part.range)
        } else {
          parts.append((name, part.range))
        }
      }
      guard let tolerance = tolerance(hierarchy.tolerance) else { continue }
      found.append(
        StatedHierarchy(whole: whole, parts: parts, tolerance: tolerance.share, site: .script(statement.range)))
    }
    let scripted = Set(found.map(\.whole))
    for sheet in catalogue.sheets {
      for (parent, links) in sheet.childrenByParent {
        let whole = catalogue.names[parent]
        guard !scripted.contains(whole), let first = links.first else { continue }
        let parts = links.map { (name: catalogue.names[$0.child], range: SourceRange?.none) }
        if let position = found.firstIndex(where: { $0.whole == whole }) {
          let known = found[position]
          let added = parts.filter { part in !known.parts.contains { $0.name == part.name } }
          found[position] = StatedHierarchy(
            whole: whole, parts: known.parts + added, tolerance: nil, site: known.site, dimension: known.dimension)
        } else {
          found.append(
            StatedHierarchy(whole: whole, parts: parts, tolerance: nil, site: .cell(first.place), dimension: .region))
        }
      }
    }
    return found
  }

  /// Returns the tolerance written as `syntax`, if any, or nil after reporting one that is no share.
  private mutating func tolerance(_ syntax: ExpressionSyntax?) -> (share: Double?, Void)? {
    guard let syntax else { return (nil, ()) }
    let value = number(syntax, .values)
    guard let share = plain(value).flatMap({ constant($0) }), share >= 0, share <= 1 else {
      if !value.isInvalid { report(.expected(.share), at: syntax.range) }
      return nil
    }
    return (share, ())
  }
}
