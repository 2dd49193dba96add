import Source

extension HTMLBody {
  /// The width of a table, in columns of a terminal, beyond which a phone has to scroll it.
  private static let phoneColumns = 30

  /// The width of a table, in columns of a terminal, beyond which a page of paper does not hold it in print that can be read.
  private static let paperColumns = 145

  /// How many rows a table has at most that is not broken between two pages of paper.
  private static let unbrokenRows = 12

  /// Writes a table under `title`.
  mutating func write(_ table: Table, title: String?) {
    guard !table.columns.isEmpty else { return }
    figures += 1
    let language = language
    let cells = table.cellTexts(language)
    let label = title ?? PageWording.table[language]
    let columns = table.columns.indices.map { HTMLColumn(table, cells, $0, language) }
    if columns.contains(where: \.showsChanges) { showsChanges = true }
    let width = columns.reduce(0) { $0 + $1.width + HTMLColumn.gap }
    let panels = columnPanels(columns.map(\.paperWidth), gap: 0, within: Self.paperColumns)
    region(label: label, isFocusable: width > Self.phoneColumns, isOnPaper: panels.count == 1) { writer in
      Self.write(table, columns, cells, title: title, language, to: &writer)
    }
    writer.newline()
    // Paper cannot be scrolled: there the columns stand in several tables that repeat the first.
    for (number, panel) in panels.enumerated() where panels.count > 1 {
      let caption = "\(label) (\(number + 1)/\(panels.count))"
      writer.element("div", [("class", "paper")]) { writer in
        Self.write(table, panel.map { columns[$0] }, cells, title: caption, language, to: &writer)
      }
      writer.newline()
    }
  }

  /// Writes those `columns` of a table.
  private static func write(
    _ table: Table, _ columns: [HTMLColumn], _ cells: [[CellText]], title: String?, _ language: Language,
    to writer: inout MarkupWriter
  ) {
    writer.element("table", [("class", table.rows.count > unbrokenRows ? nil : "short")]) { writer in
      if let title { writer.element("caption") { $0.element("span", text: title) } }
      writer.newline()
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for column in columns { column.writeHeading(to: &writer) }
        }
      }
      writer.newline()
      writer.element("tbody") { writer in
        for (row, texts) in zip(table.rows, cells) {
          writer.newline()
          writer.element("tr", [("class", row.className)]) { writer in
            if row.isHeadingAlone, let first = texts.first {
              let span = String(columns.count)
              writer.element("th", [("scope", "rowgroup"), ("colspan", span)], text: first.text)
              return
            }
            for column in columns { column.write(row.cell(column.index), texts[column.index], to: &writer, language) }
          }
        }
        writer.newline()
      }
    }
  }

  /// Writes what `content` writes into a box that scrolls by itself where the page is too narrow for it.
  mutating func region(
    label: String, isFocusable: Bool = true, isOnPaper: Bool = true, _ content: (inout MarkupWriter) -> Void
  ) {
    var attributes: [MarkupWriter.Attribute] = []
    if isFocusable {
      // Landmarks must be told apart by their names.
      let number = regions[label, default: 0] + 1
      regions[label] = number
      attributes = [("role", "region"), ("aria-label", number == 1 ? label : "\(label) \(number)"), ("tabindex", "0")]
    }
    writer.element("div", [("class", isOnPaper ? "scroll" : "scroll screen")] + attributes) { writer in
      writer.newline()
      content(&writer)
      writer.newline()
    }
  }
}

/// A column of a table as a page shows it.
private struct HTMLColumn {
  /// The longest text that stays in one line, in columns of a terminal.
  private static let lineLength = 24

  /// The longest word of a heading that is not broken.
  private static let wordLength = 12

  /// How far columns stand apart, in columns of a terminal.
  static let gap = 3

  let index: Int
  /// The columns of a terminal that the widest cell takes.
  let width: Int
  /// Whether a cell is a change, which has a colour.
  let showsChanges: Bool
  private let heading: String
  private let unit: String
  private let isNumber: Bool
  /// How many characters the longest fraction has, its point among them.
  private let fraction: Int

  /// What the column takes on paper, in columns of a terminal: long texts are broken, and there is more room between.
  var paperWidth: Int { min(width, 18) + 5 }

  init(_ table: Table, _ cells: [[CellText]], _ index: Int, _ language: Language) {
    let column = table.columns[index]
    self.index = index
    heading = column.heading[language]
    unit = column.unit
    isNumber = column.alignment == .trailing
    var width = 0
    var fraction = 0
    var units: Set<String?> = []
    for (row, texts) in zip(table.rows, cells) where !row.isHeadingAlone {
      width = max(width, min(Self.lineLength, texts[index].text.displayWidth))
      guard case .number(let number) = texts[index], case .number(_, let style) = row.cell(index) else { continue }
      if number.unit.isEmpty { fraction = max(fraction, number.fraction.count) }
      units.insert(style.unit)
    }
    // Numbers in different units need no common point.
    if units.count > 1 { fraction = 0 }
    self.width = width
    self.fraction = fraction
    showsChanges = table.rows.contains { row in
      if case .number(_, let style) = row.cell(index) { style.isChange } else { false }
    }
  }

  /// Writes the cell above the column.
  func writeHeading(to writer: inout MarkupWriter) {
    guard !heading.isEmpty || !unit.isEmpty else {
      writer.element("td")
      return
    }
    writer.element("th", [("scope", "col"), ("class", isNumber ? "number" : nil)]) { writer in
      for (index, word) in heading.split(separator: " ").enumerated() {
        if index > 0 { writer.write(" ") }
        // Chinese may be broken between any two characters, which leaves single ones in a line.
        let isShort = word.displayWidth <= Self.wordLength
        if isShort {
          writer.element("span", [("class", "word")], text: String(word))
        } else {
          writer.write(String(word))
        }
      }
      if !unit.isEmpty {
        if !heading.isEmpty { writer.write(" ") }
        writer.element("span", [("class", "unit")], text: unit)
      }
    }
  }

  /// Writes `cell`, whose text is `text`.
  func write(_ cell: Cell, _ text: CellText, to writer: inout MarkupWriter, _ language: Language) {
    var classes = isNumber ? ["number"] : []
    // What a row is of heads it.
    let name = index == 0 && !isNumber ? "th" : "td"
    let scope: MarkupWriter.Attribute = ("scope", name == "th" ? "row" : nil)
    switch text {
    case .number(let number):
      classes += numberClasses(cell, number)
      writer.element(name, [scope, ("class", classes.joined(separator: " ").nilIfEmpty)]) { writer in
        writer.write(number.whole + number.fraction)
        if !number.mark.isEmpty {
          writer.element("span", [("class", number.unit.isEmpty ? "mark hanging" : "mark")], text: number.mark)
        }
        writer.write(number.unit)
      }
    case .missing(let word):
      writer.element(name, [scope, ("class", (classes + ["missing"]).joined(separator: " "))], text: word)
    case .plain(let plain):
      if plain.displayWidth > Self.lineLength { classes.append("long") }
      writer.element(name, [scope, ("class", classes.joined(separator: " ").nilIfEmpty)]) { writer in
        if case .sparkline(let values) = cell {
          writer.write(sparkline: values, text: plain, language)
        } else if case .phrase(let phrase) = cell, let shape = StatusShape(phrase) {
          writer.element("span", [("class", "status \(shape.rawValue)")], text: plain)
        } else {
          writer.write(plain)
        }
      }
    }
  }

  /// Returns the classes of a number: what it lacks behind its last digit, and the colour of a change.
  private func numberClasses(_ cell: Cell, _ number: NumberText) -> [String] {
    var classes: [String] = []
    if isNumber, number.unit.isEmpty, number.fraction.count < fraction {
      let isWhole = number.fraction.isEmpty
      classes.append("\(isWhole ? "point" : "pad")-\(fraction - max(number.fraction.count, 1))")
    }
    if case .number(let value, let style) = cell, style.isChange, value != 0 {
      classes.append(value > 0 ? "up" : "down")
    }
    return classes
  }
}

extension Row {
  fileprivate var className: String? {
    switch kind {
    case .body: nil
    case .total: "total"
    case .groupHeading: "group"
    }
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
