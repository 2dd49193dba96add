import Indicators
import Semantics
import Source

/// Where two values of aggregates that meet rest on different members.
struct MemberDifference {
  /// One of the two values, and the members it lacks.
  struct Side {
    /// The aggregate, with the labels of its first differing cell.
    let name: String
    /// The members that the other side rests on and that are missing here.
    let missing: [String]
  }

  /// How many cells differ.
  let count: Int
  /// The two values at the first cell that differs.
  let sides: (Side, Side)

  /// Says that the aggregates called `names`, one at two periods or two, rest on different members.
  func message(_ names: [String]) -> Phrase {
    let cells = Phrase(count == 1 ? "1 cell" : "\(count) cells", "\(count) 个单元格")
    guard names.count > 1 else {
      return Phrase(
        "the values of \(names[0]) compared in \(cells.english) rest on different members",
        "“\(names[0])”前后相比的值所含成员不同（\(cells.chinese)）")
    }
    return Phrase(
      "\(names[0]) and \(names[1]) rest on different members in \(cells.english)",
      "“\(names[0])”与“\(names[1])”所含成员不同（\(cells.chinese)）")
  }

  /// What each side lacks, a line each.
  var help: [Phrase] {
    [sides.0, sides.1].filter { !$0.missing.isEmpty }.map { side in
      let names = enumeration(side.missing)
      return Phrase("\(side.name) lacks \(names.english)", "“\(side.name)”缺：\(names.chinese)")
    }
  }
}

/// How a formula can be made to rest on the same members.
enum MemberRemedy {
  /// A quotient of the sums of two expressions.
  case ratio(String, String)
  /// Two aggregates of different values.
  case bothKnown
  /// One aggregate at two periods.
  case balanced

  /// What to write instead.
  var help: Phrase {
    switch self {
    case .ratio(let above, let below):
      Phrase("take the members that have both: ratio(\(above), \(below))", "只取两者都有的成员：比值(\(above), \(below))")
    case .bothKnown:
      Phrase(
        "take the members that have both: ratio(a, b), or where known(a) and known(b)",
        "只取两者都有的成员：比值(a, b)，或 筛选 已知(a) 并且 已知(b)")
    case .balanced:
      Phrase(
        "keep the members known in every period: balanced: true", "只保留各期都有数的成员：平衡样本: true")
    }
  }
}
