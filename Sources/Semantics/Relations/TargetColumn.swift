/// The columns of the relation `targets`.
package enum TargetColumn: Int, CaseIterable, Sendable {
  case name, region, sheet, line, raw, form, deadline, status, chance, value, period, plan, baseline, gap, completion
  case fromBaseline, required, requiredAbsolute, retreat, metAlready, unit, owner, attribute, group, item, weight,
    scenario
  case basis, share, elapsed, ahead, pace, need, light, footing

  /// The columns that hold differences of the values, which for percentages are in percentage points.
  package static let differences = [TargetColumn.gap.rawValue, TargetColumn.requiredAbsolute.rawValue]

  /// The columns that `show targets` prints.
  static let shown: [TargetColumn] = [
    .name, .unit, .form, .deadline, .value, .period, .status, .gap, .completion, .required, .owner,
  ]

  /// The columns that `show targets as of …` prints.
  static let shownAsOf: [TargetColumn] = [
    .name, .unit, .form, .value, .basis, .share, .elapsed, .ahead, .pace, .need, .status, .light, .owner,
  ]

  /// The columns of percentages and points that are printed with one decimal.
  package static let roundedToOneDecimal = [
    completion, fromBaseline, share, elapsed, ahead, pace,
  ].map(\.rawValue)

  /// The column's names and what it holds.
  var column: RelationColumn {
    switch self {
    case .name: RelationColumn("name", "名称", .text(.indicators), also: "indicator", "指标")
    case .region: RelationColumn("region", "地区", .text(.dimension(.region)))
    case .sheet: RelationColumn("sheet", "表", .text(.sheets))
    case .line: RelationColumn("line", "行", .number(.one), also: "row")
    case .raw: RelationColumn("raw", "原文", .text(.free))
    case .form: RelationColumn("form", "要求", .text(.free))
    case .deadline: RelationColumn("deadline", "期限", .period)
    case .status: RelationColumn("status", "状态", .text(.fixed(.status)))
    case .chance: RelationColumn("chance", "概率", .number(.percent))
    case .value: RelationColumn("value", "现值", .mixed, also: "数值")
    case .period: RelationColumn("period", "时期", .period)
    case .plan: RelationColumn("plan", "目标值", .mixed, also: "计划值")
    case .baseline: RelationColumn("baseline", "基期值", .mixed)
    case .gap: RelationColumn("gap", "差距", .mixed)
    case .completion: RelationColumn("completion", "完成度", .number(.percent))
    case .fromBaseline: RelationColumn("from_baseline", "基期进度", .number(.percent))
    case .required: RelationColumn("required", "年均需增", .number(.percent))
    case .requiredAbsolute: RelationColumn("required_absolute", "年均需增量", .mixed)
    case .retreat: RelationColumn("retreat", "倒退", .truth)
    case .metAlready: RelationColumn("met_already", "现值已达标", .truth)
    case .unit: RelationColumn("unit", "单位", .text(.free), also: "计量单位")
    case .owner: RelationColumn("owner", "责任单位", .text(.owners))
    case .attribute: RelationColumn("attribute", "指标属性", .text(.attributes))
    case .group: RelationColumn("group", "类别", .text(.groups))
    case .item: RelationColumn("item", "事项", .text(.items))
    case .weight: RelationColumn("weight", "权重", .number(.one))
    case .scenario: RelationColumn("scenario", "情景", .text(.scenarios))
    case .basis: RelationColumn("basis", "取数口径", .text(.free))
    case .share: RelationColumn("share", "完成比例", .number(.percent))
    case .elapsed: RelationColumn("elapsed", "时间进度", .number(.percent), also: "时序进度")
    case .ahead: RelationColumn("ahead", "快于时序", .number(.points))
    case .pace: RelationColumn("pace", "上年同期比例", .number(.percent))
    case .need: RelationColumn("need", "后期每期需完成", .mixed)
    case .light: RelationColumn("light", "亮灯", .text(.fixed(.light)))
    case .footing: RelationColumn("rests_on", "依据", .text(.fixed(.footing)))
    }
  }
}
