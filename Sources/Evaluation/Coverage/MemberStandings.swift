import Indicators

/// How the members of each group of an aggregate stand to it.
///
/// A group's members are told apart by a fingerprint; only where two differ are the members themselves looked up.
struct MemberStandings {
  /// How a member stands to the aggregate.
  enum Standing: UInt8 {
    /// It takes part and is missing.
    case missing
    /// It takes part and is known.
    case known
    /// A filter left it out.
    case leftOut
  }

  /// For each group the sum of the keys of its known members.
  let fingerprints: [UInt64]
  private let group: [Int32]
  private let keys: [UInt64]
  private let standings: [Standing]
  private let hasFilter: Bool

  /// Finds the members that are gathered in `frame`, of a call that has a filter or not.
  init(_ frame: AggregateFrame, hasFilter: Bool) {
    let value = frame.value
    let keys = Self.keys(value.axes, frame.collapsed)
    let whole = Alignment.positions(of: frame.groupAxes, in: value.axes)
    var fingerprints = Array(repeating: UInt64(0), count: frame.groups.count)
    var standings = Array(repeating: Standing.missing, count: value.count)
    for offset in 0..<value.count {
      if !frame.groups.takesPart(offset) {
        standings[offset] = value.reasons[offset] == .noSuchCombination ? .missing : .leftOut
      } else if value.reasons[offset] == .known, frame.second.map({ $0.reasons[offset] == .known }) ?? true,
        frame.weight.map({ $0.reasons[offset] == .known }) ?? true
      {
        standings[offset] = .known
        fingerprints[Int(whole[offset])] &+= keys[offset]
      }
    }
    self.fingerprints = fingerprints
    group = whole
    self.keys = keys
    self.standings = standings
    self.hasFilter = hasFilter
  }

  /// The members of one group: how each stands, and its labels on the collapsed dimensions.
  struct Group {
    fileprivate(set) var members: [(key: UInt64, standing: Standing, offset: Int)] = []
  }

  /// Returns the members of every group.
  func groups() -> [Group] {
    var groups = Array(repeating: Group(), count: fingerprints.count)
    for offset in group.indices {
      groups[Int(group[offset])].members.append((keys[offset], standings[offset], offset))
    }
    return groups
  }

  /// Returns the members that are known in `group` and are missing in `other` of `others`; what a filter left out there
  /// counts as missing only where both are of one aggregate, whose filter then chooses differently.
  func missing(in other: Group, of others: MemberStandings, but group: Group, isSame: Bool) -> [Int] {
    let standings = Dictionary(other.members.map { ($0.key, $0.standing) }, uniquingKeysWith: { first, _ in first })
    return group.members.filter { member in
      guard member.standing == .known else { return false }
      switch standings[member.key] {
      case .known: return false
      case .leftOut: return isSame
      case .missing: return true
      case nil: return isSame || !others.hasFilter
      }
    }.map(\.offset)
  }

  /// Returns a key for each cell, the same for the same labels on the collapsed dimensions in whatever order they lie.
  private static func keys(_ axes: [Axis], _ collapsed: [Dimension]) -> [UInt64] {
    var keys: [UInt64] = [0]
    for axis in axes {
      let seed = axis.dimension.name.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
        ($0 ^ UInt64($1)) &* 1_099_511_628_211
      }
      let steps =
        collapsed.contains(axis.dimension)
        ? axis.labels.map { mixed(seed ^ code($0)) } : Array(repeating: 0, count: axis.labels.count)
      var next: [UInt64] = []
      next.reserveCapacity(keys.count * steps.count)
      for key in keys { for step in steps { next.append(key &+ step) } }
      keys = next
    }
    return keys.map(mixed)
  }

  private static func code(_ label: Label) -> UInt64 {
    switch label {
    case .member(let member): UInt64(UInt32(bitPattern: member.code))
    case .period(let period): period.code.bitPattern
    case .row(let row): UInt64(UInt32(bitPattern: row))
    }
  }

  /// Spreads the bits of `key`, after S. Vigna's splitmix64.
  private static func mixed(_ key: UInt64) -> UInt64 {
    var key = key &+ 0x9e37_79b9_7f4a_7c15
    key = (key ^ (key >> 30)) &* 0xbf58_476d_1ce4_e5b9
    key = (key ^ (key >> 27)) &* 0x94d0_49bb_1331_11eb
    return key ^ (key >> 31)
  }
}
