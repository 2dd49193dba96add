import Indicators
import Source

/// What became of a row of a sheet in a statement; where a row has several fates the least one holds.
package enum LedgerCause: UInt8, CaseIterable, Comparable, Sendable {
  /// It reached a known cell of the result.
  case used
  /// The computation has no answer there, such as 0/0 or growth from what is not positive.
  case undefined
  /// The other operand is there and missing.
  case missingOperand
  /// A function of time would have to step over a period that is not there.
  case gap
  /// Too few of an aggregate's cells are known.
  case coverage
  /// The other operand has no such period or member.
  case alignment
  /// `if`, `??`, `fill` or a target took the other side.
  case unchosen
  /// The condition of a filter is unknown.
  case filterUnknown
  /// The condition of a filter is false.
  case filter
  /// Its period or member is not asked for.
  case selection
  /// The cell cannot be read as a number.
  case unreadable
  /// The cell is empty, or has a mark for nothing reported.
  case notReported
  /// The mark says that the figure is withheld.
  case suppressed
  /// The mark says that the figure does not apply.
  case notApplicable
  /// The cell is given again with the same value.
  case repeated
  /// The cell is given with different values.
  case conflict
  /// The result would be larger than the limit.
  case limit

  /// Orders by how near to use a row came.
  package static func < (left: LedgerCause, right: LedgerCause) -> Bool { left.rawValue < right.rawValue }

  /// The name in each language; the English one is how a cell stores it.
  package var name: Phrase {
    switch self {
    case .used: Phrase("used", "已用")
    case .undefined: Phrase("undefined", "无定义")
    case .missingOperand: Phrase("missing_operand", "对方缺失")
    case .gap: Phrase("gap", "期次中断")
    case .coverage: Phrase("coverage", "覆盖不足")
    case .alignment: Phrase("alignment", "对方无此项")
    case .unchosen: Phrase("unchosen", "未被选用")
    case .filterUnknown: Phrase("filter_unknown", "筛选条件不明")
    case .filter: Phrase("filter", "被筛除")
    case .selection: Phrase("selection", "不在所求范围")
    case .unreadable: Phrase("unreadable", "不可读")
    case .notReported: Phrase("not_reported", "未报")
    case .suppressed: Phrase("suppressed", "不公布")
    case .notApplicable: Phrase("not_applicable", "不适用")
    case .repeated: Phrase("repeated", "重复")
    case .conflict: Phrase("conflict", "冲突")
    case .limit: Phrase("limit", "超出规模上限")
    }
  }
}
