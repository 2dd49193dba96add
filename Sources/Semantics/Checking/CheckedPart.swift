/// The formulas of a part as checked.
struct CheckedPart: Sendable {
  /// The formulas of aliases, and the positions of these.
  private var aliases: [CheckedExpression] = []
  private var positions: [Int32] = []
  /// The formulas of whatever is no alias.
  private(set) var others: [(definition: Definition, formula: CheckedFormula)] = []
  /// The group that each finding is about, in the order of the findings.
  private(set) var groupsOfFindings: [Int] = []
  /// The aliases among which all those of the part stand.
  private(set) var range = 0..<0

  /// Creates a part with room for `count` formulas.
  init(count: Int) {
    aliases.reserveCapacity(count)
    positions.reserveCapacity(count)
  }

  /// Adds the formula of `definition`, which stands in `group` and with which there are `findings` of the part.
  mutating func add(_ formula: CheckedFormula, as definition: Definition, _ group: Int, findings: Int) {
    while groupsOfFindings.count < findings { groupsOfFindings.append(group) }
    guard case .alias(let position) = definition else { return others.append((definition, formula)) }
    aliases.append(formula.expression)
    positions.append(Int32(truncatingIfNeeded: position))
    range =
      range.isEmpty
      ? position..<position + 1 : min(range.lowerBound, position)..<max(range.upperBound, position + 1)
  }

  /// Calls `enter` with the position and the formula of each alias.
  func forEachAlias(_ enter: (Int, CheckedExpression) -> Void) {
    for (position, formula) in zip(positions, aliases) { enter(Int(position), formula) }
  }

  /// Returns the aliases of each of `parts`; nil where those of some part do not stand behind those of all before it.
  static func ranges(of parts: [CheckedPart]) -> [Range<Int>]? {
    var end = 0
    var ranges: [Range<Int>] = []
    for part in parts {
      let range = part.range.isEmpty ? end..<end : part.range
      if range.lowerBound < end { return nil }
      ranges.append(range)
      end = range.upperBound
    }
    return ranges
  }
}
