/// The columns of the relation `assumptions`.
package enum AssumptionColumn: Int, CaseIterable, Sendable {
  case scenario, layer, name, region, member, assumption, first, last, state, value, unit, stopped, because, source
  case replaces, cuts, place

  /// The columns that `show assumptions` prints.
  static let shown: [AssumptionColumn] = [
    .layer, .name, .region, .member, .assumption, .first, .last, .state, .value, .unit, .stopped, .because, .source,
    .place,
  ]

  /// Those of them that it leaves out where no row has them.
  package static let hiddenWhereEmpty: [AssumptionColumn] = [
    .region, .member, .value, .unit, .stopped, .because, .source,
  ]

  /// The column's names and what it holds.
  var relationColumn: RelationColumn {
    switch self {
    case .scenario: RelationColumn("scenario", "情景", .text(.scenarios))
    case .layer: RelationColumn("stated_in", "所在情景", .text(.scenarios))
    case .name: RelationColumn("subject", "对象", .text(.free), also: "name", "名称", "indicator", "指标")
    case .region: RelationColumn("region", "地区", .text(.dimension(.region)))
    case .member: RelationColumn("member", "成员", .text(.free))
    case .assumption: RelationColumn("assumption", "假设", .text(.free))
    case .first: RelationColumn("first_period", "首期", .period)
    case .last: RelationColumn("last_period", "末期", .period)
    case .state: RelationColumn("state", "状态", .text(.fixed(.assumption)))
    case .value: RelationColumn("value", "末期值", .mixed, also: "数值")
    case .unit: RelationColumn("unit", "单位", .text(.free), also: "计量单位")
    case .stopped: RelationColumn("stopped_in", "触界时期", .period)
    case .because: RelationColumn("because", "理由", .text(.free))
    case .source: RelationColumn("source", "来源", .text(.free))
    case .replaces: RelationColumn("replaces_data", "替换数据", .truth)
    case .cuts: RelationColumn("cuts_formula", "取代公式", .truth)
    case .place: RelationColumn("place", "出处", .text(.free))
    }
  }
}
