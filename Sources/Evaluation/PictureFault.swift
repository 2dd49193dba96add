import Source

/// Why nothing can be drawn of an answer.
package enum PictureFault: Hashable, Sendable {
  /// No column is a period, or nothing has periods.
  case noPeriods
  /// The periods are of several lengths.
  case severalFrequencies
  /// No cell is a number.
  case noNumbers
  /// Each row has one number, and the picture joins two.
  case oneColumn
  /// The value itself is missing.
  case noBase
  /// Rows of a relation are gathered in groups, and single ones are drawn.
  case grouped

  /// Returns the finding that nothing is drawn in the form called `form`.
  func diagnostic(as form: Phrase, at site: Site) -> Diagnostic {
    Diagnostic(
      .warning, .nothingToDraw,
      Phrase(
        "nothing is drawn as \(form.english): \(message.english)", "无法画成\(form.chinese)：\(message.chinese)"),
      at: site, help: [help])
  }

  private var message: Phrase {
    switch self {
    case .noPeriods: Phrase("there are no periods for the axis", "没有可作横轴的时期")
    case .severalFrequencies: Phrase("the periods are of several lengths", "时期长短不一")
    case .noNumbers: Phrase("there are no numbers", "没有数值")
    case .oneColumn: Phrase("there is one column, and two are joined", "只有一列，而须有两列可连")
    case .noBase: Phrase("the value as it stands is missing", "现值缺失")
    case .grouped: Phrase("the rows are gathered, and bars stand for single ones", "各行已归并，而图中一条对应一行")
    }
  }

  /// Says what could be drawn instead.
  private var help: Phrase {
    switch self {
    case .noPeriods:
      Phrase("show a series, or name periods: at 2015..2023", "请展示有时期的序列，或写明时期：时点 2015..2023")
    case .severalFrequencies:
      Phrase("name periods of one length: at 2020..2023", "请写明同样长短的时期：时点 2020..2023")
    case .noNumbers: Phrase("leave out as …, and the answer is a table", "去掉“作为 …”，即以表格列出")
    case .oneColumn: Phrase("name two periods: at 2015, 2023", "请写明两个时期：时点 2015, 2023")
    case .grouped: Phrase("leave out by …", "去掉“按照 …”")
    case .noBase: Phrase("leave out as …, and the table says what is missing", "去掉“作为 …”，表中列出缺失的原因")
    }
  }
}
