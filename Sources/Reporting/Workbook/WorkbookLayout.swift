import Source

/// Lays blocks out on sheets: texts on the first, which leads to the others.
struct WorkbookLayout {
  private let language: Language
  private let limits: WorkbookLimits
  private var names = SheetNames()
  private var contents: WorkbookSheet
  private var tables: [WorkbookSheet] = []

  init(language: Language, limits: WorkbookLimits) {
    self.language = language
    self.limits = limits
    let title = Phrase("Contents", "说明")[language]
    contents = WorkbookSheet(name: names.name(for: title, or: title))
    contents.widths = [100]
  }

  /// The sheets so far.
  var sheets: [WorkbookSheet] { [contents] + tables }

  /// Adds `block`, of a section its title and each answer in it.
  mutating func add(_ block: Block) {
    let title = block.title?[language]
    let notes = block.notes.map { $0[language] }
    switch block.content {
    case .table(let table): add(table, title: title, notes: notes)
    case .chart(let chart): add(chart.table, title: title, notes: [chart.description[language]] + notes)
    case .outline(let outline): add(outline.table(language), title: title, notes: notes)
    case .prose(let prose): addText(title, prose, notes)
    case .message(let sentence):
      if let title { addLine(title, .title) }
      addLine(sentence[language], .body)
      endText(notes)
    case .section(let section):
      if let title { addLine(title, section.role == .report ? .section : .title) }
      for block in section.blocks { add(block) }
    }
  }

  private mutating func addText(_ title: String?, _ prose: Prose, _ notes: [String]) {
    if let title { addLine(title, .title) }
    let text = ProseText(language: language, color: false, drawsRules: false)
    for block in prose.blocks {
      let role: WorkbookStyle.Role = if case .heading = block { .title } else { .body }
      for line in text.lines([block]) where !line.isEmpty { addLine(line, role) }
    }
    endText(notes)
  }

  private mutating func endText(_ notes: [String]) {
    for note in notes { addLine(note, .note) }
    contents.rows.append([])
  }

  private mutating func add(_ table: Table, title: String?, notes: [String]) {
    guard !table.columns.isEmpty else {
      if let title { addLine(title, .title) }
      return endText(notes)
    }
    let notes = (table.rows.isEmpty ? [TableWording.noRows[language]] : []) + table.legend(language) + notes
    let layout = TableSheets(language: language, limits: limits)
    let sheets = layout.sheets(table, title: title, notes: notes) { title in
      let substitute = Phrase("Table \(tables.count + 1)", "表\(tables.count + 1)")[language]
      return names.name(for: title ?? "", or: substitute)
    }
    tables += sheets
    for sheet in sheets {
      addLine(sheets.count == 1 ? title ?? sheet.name : sheet.name, .link, link: sheet.name)
    }
    endText(notes)
  }

  /// Adds a line to the contents, in several rows where it is longer than a cell holds.
  private mutating func addLine(_ text: String, _ role: WorkbookStyle.Role, link: String? = nil) {
    for piece in text.cellText.pieces(ofLength: limits.characters) {
      var style = WorkbookStyle(role: role)
      style.isWrapped = true
      var cell = WorkbookSheet.Cell(text: piece, style)
      cell.link = link
      contents.rows.append([cell])
    }
  }
}
