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
  private static let words: Set<String> = [
    "全市", "全省", "全国", "全区", "全县", "全州", "全盟", "全旗", "全镇", "全乡", "全域", "全球", "合计", "总计", "总和", "汇总", "全部",
    "total", "totals", "grand total", "sum", "all", "overall", "world", "nationwide", "all regions",
  ]

  /// How many bytes the longest has.
  private static let longest = words.map(\.utf8.count).max() ?? 0
  /// Whether a name that begins with each byte may be one; capitals begin like small letters.
  private static let mayBegin: [Bool] = {
    var mayBegin = Array(repeating: false, count: 256)
    for first in words.compactMap(\.utf8.first) {
      mayBegin[Int(first)] = true
      if first < 0x80 { mayBegin[Int(first & ~0x20)] = true }
    }
    return mayBegin
  }()

  static func isTotal(_ name: String) -> Bool {
    let bytes = name.utf8
    guard bytes.count <= longest, let first = bytes.first, mayBegin[Int(first)] else { return false }
    return words.contains(name.lowercased())
  }
}
