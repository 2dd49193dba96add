import Indicators
import Semantics
import Source

/// The hierarchies of one dimension.
struct MemberTree: Sendable {
  /// A member that is the sum of others.
  struct Whole: Sendable {
    let member: Member
    let parts: [Member]
    let tolerance: Double?
    let site: Site
  }

  let dimension: Dimension
  /// The wholes, each after those among its parts.
  private(set) var wholes: [Whole] = []
  /// Every member below each whole.
  private(set) var below: [Member: Set<Member>] = [:]

  init(_ dimension: Dimension) {
    self.dimension = dimension
  }

  mutating func add(_ whole: Whole) {
    wholes.append(whole)
    below[whole.member] = whole.parts.reduce(into: Set(whole.parts)) { $0.formUnion(below[$1] ?? []) }
  }

  /// Returns the trees of `program`, with members that no sheet has added to `names`.
  static func trees(of program: CheckedProgram, _ names: inout NameTable) -> [MemberTree] {
    var trees: [MemberTree] = []
    for hierarchy in program.hierarchies {
      let whole = Whole(
        member: names.member(hierarchy.whole), parts: hierarchy.parts.map { names.member($0) },
        tolerance: hierarchy.tolerance, site: hierarchy.site)
      if let index = trees.firstIndex(where: { $0.dimension == hierarchy.dimension }) {
        trees[index].add(whole)
      } else {
        var tree = MemberTree(hierarchy.dimension)
        tree.add(whole)
        trees.append(tree)
      }
    }
    return trees
  }

  /// Returns whether `member` is a whole with a part among `labels`.
  func hasParts(of member: Member, among labels: [Label]) -> Bool {
    guard let below = below[member] else { return false }
    return labels.contains { if case .member(let part) = $0 { below.contains(part) } else { false } }
  }

  /// Returns `axis` with the wholes that it lacks and of which it has parts.
  func widened(_ axis: Axis) -> Axis {
    var present = Set(axis.labels)
    var labels = axis.labels
    for whole in wholes {
      let label = Label.member(whole.member)
      guard !present.contains(label), whole.parts.contains(where: { present.contains(.member($0)) }) else { continue }
      present.insert(label)
      labels.append(label)
    }
    return Axis(axis.dimension, labels)
  }
}

extension Evaluator {
  /// Returns whether `label` is a whole that is no member of any sheet.
  func isComputedWhole(_ label: Label, of dimension: Dimension) -> Bool {
    guard case .member(let member) = label,
      trees.contains(where: { $0.dimension == dimension && $0.below[member] != nil })
    else { return false }
    return !zip(catalogue.sheets, catalogue.summaries).contains { sheet, summary in
      sheet.dimensions.firstIndex(of: dimension).map { summary.members[$0].contains(member) } ?? false
    }
  }
}
