/// The columns of the relation `cells`.
package enum CellColumn: Int, CaseIterable, Sendable {
  case name, region, member, period, value, unit, reason, owner, raw, file, line, column, sheet, attribute, group

  /// The columns that `show cells` prints; `region` and `member` are shown by themselves where there are any.
  static let shown: [CellColumn] = [.name, .period, .value, .unit, .reason, .owner, .file, .line]

  /// The columns that `show cells` prints where any row has them, behind the name.
  package static let shownWhereFilled: [CellColumn] = [.region, .member]

  /// The column's names and what it holds.
  var relationColumn: RelationColumn {
    switch self {
    case .name: RelationColumn("indicator", "指标", .text(.indicators), also: "name", "名称")
    case .region: RelationColumn("region", "地区", .text(.dimension(.region)))
    case .member: RelationColumn("member", "成员", .text(.free))
    case .period: RelationColumn("period", "时期", .period)
    case .value: RelationColumn("value", "数值", .mixed, also: "现值")
    case .unit: RelationColumn("unit", "单位", .text(.free), also: "计量单位")
    case .reason: RelationColumn("reason", "缺失原因", .text(.fixed(.reason)), also: "原因")
    case .owner: RelationColumn("owner", "责任单位", .text(.owners))
    case .raw: RelationColumn("raw", "原文", .text(.free))
    case .file: RelationColumn("file", "文件", .text(.free))
    case .line: RelationColumn("line", "行", .number(.one))
    case .column: RelationColumn("column", "列", .number(.one))
    case .sheet: RelationColumn("sheet", "表", .text(.sheets))
    case .attribute: RelationColumn("attribute", "指标属性", .text(.attributes))
    case .group: RelationColumn("group", "类别", .text(.groups))
    }
  }
}
