import Source

/// That one region lies in another, as a sheet's column of parents says.
package struct ParentLink: Hashable, Sendable {
  /// The part.
  package let child: Member
  /// The whole.
  package let parent: Member
  /// The cell that says so first.
  package let place: CellPlace
}

extension Sheet {
  /// The regions that lie in each parent, in order of first appearance.
  package var childrenByParent: [(parent: Member, links: [ParentLink])] {
    var positions: [Member: Int] = [:]
    var found: [(parent: Member, links: [ParentLink])] = []
    for link in parents {
      if let position = positions[link.parent] {
        found[position].links.append(link)
      } else {
        positions[link.parent] = found.count
        found.append((link.parent, [link]))
      }
    }
    return found
  }
}
