import Indicators

/// The members with names that totals go by, each name looked at once.
struct NamedTotals: Sendable {
  private var members: Set<Member> = []
  /// How many names have been looked at.
  private var seen = 0

  /// Returns the members of `names`, which may have grown, that are named as totals.
  mutating func members(of names: NameTable) -> Set<Member> {
    for code in seen..<max(seen, names.names.count) where TotalNames.isTotal(names.names[code]) {
      members.insert(Member(code: Int32(code)))
    }
    seen = max(seen, names.names.count)
    return members
  }
}

/// The names that totals go by, as an editable table.
private enum TotalNames {
  private static let words = [
    "全市", "全省", "全国", "全区", "全县", "全州", "全盟", "全旗", "全镇", "全乡", "全域", "全球", "合计", "总计", "总和", "汇总", "全部",
    "total", "totals", "grand total", "sum", "all", "overall", "world", "nationwide", "all regions",
  ]

  /// The first bytes of all of them, letters small and large.
  private static let beginnings: [Bool] = {
    var beginnings = Array(repeating: false, count: 256)
    for first in words.lazy.compactMap(\.utf8.first) {
      beginnings[Int(first)] = true
      if (0x61...0x7A).contains(first) { beginnings[Int(first ^ 0x20)] = true }
    }
    return beginnings
  }()

  /// Whether `name` is one of them; few names begin like one, and only those are compared.
  static func isTotal(_ name: String) -> Bool {
    guard let first = name.utf8.first, beginnings[Int(first)] else { return false }
    return words.contains(name.lowercased())
  }
}
