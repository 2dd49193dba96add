/// The columns of the relation `indicators`.
package enum IndicatorColumn: Int, CaseIterable, Sendable {
  case name, unit, kind, better, owner, group, attribute, sheet, frequency, first, last, known, targets

  /// The columns that `show indicators` prints.
  static let shown: [IndicatorColumn] = [
    .name, .unit, .kind, .better, .owner, .frequency, .first, .last, .known, .targets,
  ]

  /// The column's names and what it holds.
  var column: RelationColumn {
    switch self {
    case .name: RelationColumn("name", "名称", .text(.indicators), also: "indicator", "指标")
    case .unit: RelationColumn("unit", "单位", .text(.free), also: "计量单位")
    case .kind: RelationColumn("kind", "指标类型", .text(.fixed(.kind)))
    case .better: RelationColumn("better", "指标方向", .text(.fixed(.direction)))
    case .owner: RelationColumn("owner", "责任单位", .text(.owners))
    case .group: RelationColumn("group", "类别", .text(.groups))
    case .attribute: RelationColumn("attribute", "指标属性", .text(.attributes))
    case .sheet: RelationColumn("sheet", "表", .text(.sheets))
    case .frequency: RelationColumn("frequency", "频次", .text(.fixed(.frequency)))
    case .first: RelationColumn("first_period", "首期", .period)
    case .last: RelationColumn("last_period", "末期", .period)
    case .known: RelationColumn("known", "已知数", .number(.one))
    case .targets: RelationColumn("targets", "目标数", .number(.one))
    }
  }
}
