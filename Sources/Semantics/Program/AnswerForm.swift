import Source

/// The forms that `as` gives an answer.
package enum AnswerForm: CaseIterable, Sendable {
  /// Rows and columns.
  case table
  /// Paths over time.
  case line
  /// Columns side by side for each row.
  case bar
  /// A bar for each row, against its target and its value a year before.
  case bullet
  /// Paths over time with five quantiles.
  case fan
  /// What each param does to a value.
  case tornado
  /// The first and the last column of each row, joined by a line.
  case slope
  /// A table with a small line for each row.
  case sparkline

  /// The word behind `as` in each language.
  package var name: Phrase {
    switch self {
    case .table: Phrase("table", "表格")
    case .line: Phrase("line", "折线")
    case .bar: Phrase("bar", "柱形")
    case .bullet: Phrase("bullet", "子弹图")
    case .fan: Phrase("fan", "扇形")
    case .tornado: Phrase("tornado", "龙卷风")
    case .slope: Phrase("slope", "坡度")
    case .sparkline: Phrase("sparkline", "迷你图")
    }
  }

  /// The forms of `show` for values.
  static let ofValues: [AnswerForm] = [.table, .line, .bar, .bullet, .slope, .sparkline]
  /// The forms of `show targets`.
  static let ofTargets: [AnswerForm] = [.table, .bullet]
  /// The forms of `show` for other relations.
  static let ofRelations: [AnswerForm] = [.table]
  /// The forms of `project`.
  static let ofProjections: [AnswerForm] = [.table, .line, .fan]
  /// The forms of `sensitivity`.
  static let ofSensitivities: [AnswerForm] = [.table, .tornado]
}
