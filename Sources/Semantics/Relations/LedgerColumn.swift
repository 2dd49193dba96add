/// The columns of the relation `ledger`.
package enum LedgerColumn: Int, CaseIterable, Sendable {
  case statement, place, indicator, sheet, input, used, cause, rows

  /// The column's names and what it holds.
  var relationColumn: RelationColumn {
    switch self {
    case .statement: RelationColumn("statement", "语句", .text(.free))
    case .place: RelationColumn("place", "出处", .text(.free))
    case .indicator: RelationColumn("indicator", "指标", .text(.indicators), also: "name", "名称")
    case .sheet: RelationColumn("sheet", "表", .text(.sheets))
    case .input: RelationColumn("rows_in", "输入行数", .number(.one))
    case .used: RelationColumn("used", "已用行数", .number(.one))
    case .cause: RelationColumn("cause", "去向", .text(.fixed(.cause)))
    case .rows: RelationColumn("rows", "行数", .number(.one))
    }
  }
}
