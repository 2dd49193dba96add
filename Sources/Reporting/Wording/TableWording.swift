import Source

/// The fixed words in and around tables.
enum TableWording {
  static let yes = Phrase("yes", "是")
  static let no = Phrase("no", "否")
  static let noRows = Phrase("no rows", "无记录")
  static let level = Phrase("level", "层级")
  static let step = Phrase("step", "步骤")
  static let value = Phrase("value", "数值")
  static let unit = Phrase("unit", "单位")
  static let details = Phrase("details", "说明")

  /// Heads the column that says why values of the column called `name` are missing.
  static func missing(of name: String) -> Phrase {
    name.isEmpty ? Phrase("missing", "缺失原因") : Phrase("\(name) missing", "\(name)缺失原因")
  }

  /// Heads the column with the units of the column called `name`.
  static func unit(of name: String) -> Phrase {
    name.isEmpty ? unit : Phrase("\(name) unit", "\(name)单位")
  }

  /// Heads the column with the marks of the column called `name`.
  static func mark(of name: String) -> Phrase {
    name.isEmpty ? Phrase("mark", "标注") : Phrase("\(name) mark", "\(name)标注")
  }
}

extension NumberStyle.Mark {
  /// The sign behind the number.
  package var sign: String {
    switch self {
    case .provisional: "*"
    case .held: "~"
    }
  }

  /// What the sign means.
  package var explanation: Phrase {
    switch self {
    case .provisional: Phrase("provisional", "初步数")
    case .held: Phrase("held at the last known value", "沿用最近的已知值")
    }
  }
}

extension Column {
  /// Returns the heading with the unit, as it stands over the column.
  func title(_ language: Language) -> String {
    let name = heading[language]
    if unit.isEmpty { return name }
    return name.isEmpty ? "(\(unit))" : "\(name) (\(unit))"
  }
}
