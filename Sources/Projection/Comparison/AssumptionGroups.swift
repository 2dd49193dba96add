import Indicators
import Semantics

/// Groups the assumptions that two scenarios do not share: those that replace each other are one change.
struct AssumptionGroups {
  /// An assumption that only one of the scenarios has.
  struct Member {
    let assumption: CheckedAssumption
    let place: ScenarioChange.Place
    /// Whether the second scenario has it.
    let isTaken: Bool

    /// Whether it is written on the same line of the same scenario as `other`.
    func isOfOneLine(with other: Member) -> Bool {
      isTaken == other.isTaken && place.layer == other.place.layer && assumption.range == other.assumption.range
    }
  }

  private let found: [Member]
  private let names: NameTable
  /// The position of an earlier assumption in the same group, or the own.
  private var links: [Int]

  /// Begins with a group for each of `found`.
  init(_ found: [Member], _ names: NameTable) {
    self.found = found
    self.names = names
    links = Array(found.indices)
  }

  /// The groups, each in the order of its assumptions; groups stand in the order of what the second scenario assumes.
  var members: [[Member]] {
    var groups: [Int: [Member]] = [:]
    for position in found.indices { groups[root(of: position), default: []].append(found[position]) }
    var order: [Int] = []
    let positions = found.indices.filter { found[$0].isTaken } + found.indices.filter { !found[$0].isTaken }
    for position in positions where !order.contains(root(of: position)) { order.append(root(of: position)) }
    return order.compactMap { groups[$0] }
  }

  /// Joins the groups of assumptions of which one replaces the other, and those that one line makes of a set.
  mutating func join() {
    var bySubject: [Definition: [Int]] = [:]
    for position in found.indices {
      if position > 0, found[position].isOfOneLine(with: found[position - 1]) {
        links[root(of: position)] = root(of: position - 1)
      }
      let subject = found[position].assumption.subject
      for earlier in bySubject[subject] ?? [] where replaces(position, earlier) {
        links[root(of: position)] = root(of: earlier)
      }
      bySubject[subject, default: []].append(position)
    }
  }

  /// Whether the assumption at `later` stands in the place of the one at `earlier`: it is the other scenario's, or a
  /// child's path over its parent's.
  private func replaces(_ later: Int, _ earlier: Int) -> Bool {
    let (one, other) = (found[later], found[earlier])
    guard one.assumption.meets(other.assumption, names) else { return false }
    if one.isTaken != other.isTaken { return true }
    return one.place.layer != other.place.layer && one.assumption.hasPath
  }

  private func root(of position: Int) -> Int {
    var position = position
    while links[position] != position { position = links[position] }
    return position
  }
}

extension CheckedAssumption {
  /// Whether any of its stretches is a path and no shift.
  var hasPath: Bool { courses.contains { !$0.isShift } }

  /// Whether it can cover a cell that `other` covers too.
  func meets(_ other: CheckedAssumption, _ names: NameTable) -> Bool {
    guard subject == other.subject else { return false }
    return members.allSatisfy { own in
      other.members.allSatisfy {
        own.dimension != $0.dimension || names.canonical(own.name) == names.canonical($0.name)
      }
    }
  }
}
