import Indicators
import Semantics

/// The definitions of a program in an order in which one scenario's values can be computed.
struct ScenarioOrder {
  /// The groups of definitions that need each other, each after those that it needs.
  let groups: [[Definition]]
  /// The positions of the groups that each group needs.
  let needs: [[Int]]
  private let group: [Definition: Int]
  /// Whether a group's members need themselves, by way of others or not.
  let isMutual: [Bool]

  /// Orders the definitions of `program`, whose formulas and whose assumptions in `layers` need each other.
  init(_ program: CheckedProgram, _ layers: ScenarioLayers) {
    let definitions = program.definitions
    let positions = Dictionary(uniqueKeysWithValues: definitions.enumerated().map { ($1, $0) })
    var graph = DependencyGraph(count: definitions.count)
    for (position, definition) in definitions.enumerated() {
      var expressions = program.formula(of: definition).map { [$0] } ?? []
      if case .set(let set) = definition { expressions += program.sets[set].elements.map(\.value) }
      for layered in layers.assumptions(of: definition) {
        expressions += layered.assumption.courses.flatMap(\.expressions)
      }
      if expressions.isEmpty { continue }
      let needed = Set(expressions.flatMap(\.definitionsNeeded))
      graph.edges[position] = needed.compactMap { positions[$0] }.sorted().map { .init(target: $0, isLagged: false) }
    }
    let components = graph.components(followingLags: true)
    groups = components.map { $0.map { definitions[$0] } }
    var group = Dictionary<Definition, Int>(minimumCapacity: definitions.count)
    for (index, members) in groups.enumerated() { for member in members { group[member] = index } }
    self.group = group
    needs = components.map { members in
      if members.count == 1, graph.edges[members[0]].isEmpty { return [] }
      return Set(members.flatMap { graph.edges[$0] }.compactMap { group[definitions[$0.target]] }).sorted()
    }
    isMutual = components.map { members in
      members.count > 1 || graph.edges[members[0]].contains { $0.target == members[0] }
    }
  }

  /// Returns the position of the group of `definition`.
  func index(of definition: Definition) -> Int? { group[definition] }

  /// Returns the groups that must be computed for `definition`, in order, its own last.
  func groupsNeeded(by definition: Definition) -> [Int] {
    guard let position = group[definition] else { return [] }
    // A group needs none that stands behind it, unless they are the same.
    var isNeeded = Array(repeating: false, count: position + 1)
    isNeeded[position] = true
    for next in isNeeded.indices.reversed() where isNeeded[next] {
      for need in needs[next] { isNeeded[need] = true }
    }
    return isNeeded.indices.filter { isNeeded[$0] }
  }
}
