import Source

/// What the manual says of one word of the language: a statement, a function, a relation.
package struct ManualEntry: Sendable {
  /// The name in each language.
  package let name: Phrase
  /// How it is written, a form each.
  package let forms: [Phrase]
  /// What it does or gives, in one sentence without a period.
  package let summary: Phrase
  /// What else must be known to use it rightly, a sentence without a period each.
  package let details: [Phrase]
  /// A script that shows it.
  package let example: Builtin.Example?

  init(
    _ name: Phrase, forms: [Phrase], _ summary: Phrase, details: [Phrase] = [], example: Builtin.Example? = nil
  ) {
    self.name = name
    self.forms = forms
    self.summary = summary
    self.details = details
    self.example = example
  }
}

extension ManualEntry {
  /// Every entry: statements in the order of the grammar, functions, relations.
  package static let all: [ManualEntry] =
    declarations + questions + Builtin.all.map(ManualEntry.init) + Relation.allCases.map(ManualEntry.init)

  /// Returns the entries called `name` in either language; `min` and `max` have two.
  package static func named(_ name: String) -> [ManualEntry] {
    all.filter { $0.name.english == name || $0.name.chinese == name }
  }

  private init(_ builtin: Builtin) {
    self.init(
      Phrase(builtin.english, builtin.chinese), forms: [Phrase(same: builtin.signature)], builtin.summary,
      details: builtin.details, example: builtin.example)
  }

  private init(_ relation: Relation) {
    self.init(
      relation.name,
      forms: [
        Phrase("show \(relation.name.english)", "展示 \(relation.name.chinese)"),
        Phrase("aggregate n = count() over \(relation.name.english)", "聚合 数 = 计数() 针对 \(relation.name.chinese)"),
      ],
      relation.summary,
      details: [
        Phrase(
          "Its columns: \(relation.columns.map(\.heading.english).joined(separator: ", "))",
          "各列：\(relation.columns.map(\.heading.chinese).joined(separator: "、"))")
      ])
  }
}

extension Relation {
  /// What its rows are, in one sentence without a period.
  fileprivate var summary: Phrase {
    switch self {
    case .targets: Phrase("the targets of sheets and scripts, as judged, a row for each member", "各表与脚本中的目标及其判定，每个成员一行")
    case .rules: Phrase("the rules, as judged, a row for each scenario", "各条规则及其判定，每个情景一行")
    case .conflicts: Phrase("places that contradict each other, a row for each two", "互相矛盾之处，每两处一行")
    case .indicators: Phrase("what sheets and scripts say of each indicator, a row for each", "各表与脚本对每项指标的说明，每项一行")
    case .data: Phrase("what was ignored, unreadable, or read in a way that should be known", "读表时忽略、无法读取或应当知晓的读法")
    case .cells: Phrase("the cells that are printed or due, and why any of them is missing", "已填或应填的每个单元格，以及缺失原因")
    case .ledger: Phrase("what became of the sheets' rows in each statement, by cause", "各语句所用与未用的行数，按去向分列")
    case .assumptions:
      Phrase(
        "the assumptions of a scenario, what becomes of each, and what is held by default", "情景的各项假设、其作用，以及默认沿用的指标")
    }
  }
}
