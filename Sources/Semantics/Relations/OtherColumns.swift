/// The columns of the relation `rules`.
package enum RuleColumn: Int, CaseIterable, Sendable {
  case name, message, severity, scenario, status, chance, passed, failed, unknown

  /// The columns that `show rules` prints.
  static let shown: [RuleColumn] = [.name, .scenario, .status, .passed, .failed, .unknown, .severity, .message]

  /// The column's names and what it holds.
  var column: RelationColumn {
    switch self {
    case .name: RelationColumn("name", "名称", .text(.free), also: "rule", "规则")
    case .message: RelationColumn("message", "说明", .text(.free))
    case .severity: RelationColumn("severity", "严重性", .text(.fixed(.severity)))
    case .scenario: RelationColumn("scenario", "情景", .text(.scenarios))
    case .status: RelationColumn("status", "状态", .text(.fixed(.verdict)))
    case .chance: RelationColumn("chance", "概率", .number(.percent))
    case .passed: RelationColumn("passed", "通过", .number(.one))
    case .failed: RelationColumn("failed", "不通过", .number(.one))
    case .unknown: RelationColumn("unknown", "不明", .number(.one))
    }
  }
}

/// The columns of the relation `conflicts`.
package enum ConflictColumn: Int, CaseIterable, Sendable {
  case kind, name, period, first, firstPlace, second, secondPlace, difference, unit, firstSheet, secondSheet

  /// The columns that `show conflicts` prints.
  static let shown: [ConflictColumn] = [.kind, .name, .period, .first, .firstPlace, .second, .secondPlace, .difference]

  /// The column's names and what it holds.
  var column: RelationColumn {
    switch self {
    case .kind: RelationColumn("class", "种类", .text(.fixed(.conflict)))
    case .name: RelationColumn("name", "名称", .text(.indicators), also: "indicator", "指标")
    case .period: RelationColumn("period", "时期", .period)
    case .first: RelationColumn("first", "甲", .text(.free))
    case .firstPlace: RelationColumn("first_place", "甲出处", .text(.free))
    case .second: RelationColumn("second", "乙", .text(.free))
    case .secondPlace: RelationColumn("second_place", "乙出处", .text(.free))
    case .difference: RelationColumn("difference", "相差", .number(.percent))
    case .unit: RelationColumn("unit", "单位", .text(.free), also: "计量单位")
    case .firstSheet: RelationColumn("first_sheet", "甲表", .text(.sheets))
    case .secondSheet: RelationColumn("second_sheet", "乙表", .text(.sheets))
    }
  }
}

/// The columns of the relation `data`.
package enum DataColumn: Int, CaseIterable, Sendable {
  case kind, file, line, column, content, reason, sheet

  /// The columns that `show data` prints.
  static let shown: [DataColumn] = [.kind, .file, .line, .column, .content, .reason]

  /// The column's names and what it holds.
  var relationColumn: RelationColumn {
    switch self {
    case .kind: RelationColumn("class", "种类", .text(.fixed(.note)))
    case .file: RelationColumn("file", "文件", .text(.free))
    case .line: RelationColumn("line", "行", .number(.one))
    case .column: RelationColumn("column", "列", .number(.one))
    case .content: RelationColumn("content", "内容", .text(.free))
    case .reason: RelationColumn("reason", "原因", .text(.free))
    case .sheet: RelationColumn("sheet", "表", .text(.sheets))
    }
  }
}
