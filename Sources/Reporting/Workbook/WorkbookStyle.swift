/// How a cell of a workbook looks.
struct WorkbookStyle: Hashable {
  /// The part that the cell plays.
  enum Role: Int, Hashable, CaseIterable {
    case body, heading, total, group, missing, title, section, note, link
  }

  /// The part that the cell plays.
  var role = Role.body
  /// How a number is shown, in the notation of spreadsheets; nil for text.
  var numberFormat: String?
  /// Whether the text stands at the right edge.
  var isTrailing = false
  /// Whether the text stands a little away from the left edge.
  var isIndented = false
  /// Whether a long text is broken into lines.
  var isWrapped = false
  /// Whether the text must not be taken for a formula when it is edited.
  var isQuoted = false
}

/// The styles of a workbook, each once, in order of first use.
struct WorkbookStyles {
  private(set) var list: [WorkbookStyle] = [WorkbookStyle()]
  private var positions: [WorkbookStyle: Int] = [WorkbookStyle(): 0]

  /// Returns the position of `style`, which is added where it is new.
  mutating func position(of style: WorkbookStyle) -> Int {
    if let known = positions[style] { return known }
    positions[style] = list.count
    list.append(style)
    return list.count - 1
  }

  /// The part `styles.xml`.
  var xml: String {
    // Formats below 164 are the spreadsheet's own.
    var formats: [String] = []
    func formatNumber(_ format: String) -> Int {
      if let known = formats.firstIndex(of: format) { return 164 + known }
      formats.append(format)
      return 163 + formats.count
    }
    let cells = list.map { style in
      let number = style.numberFormat.map(formatNumber) ?? 0
      let role = style.role.rawValue
      let horizontal =
        style.isTrailing ? " horizontal=\"right\"" : style.isIndented ? " horizontal=\"left\" indent=\"1\"" : ""
      let wrap = style.isWrapped ? " wrapText=\"1\"" : ""
      return
        "<xf numFmtId=\"\(number)\" fontId=\"\(role)\" fillId=\"\(style.role.fill)\" borderId=\"\(style.role.border)\""
        + " xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\""
        + (style.isQuoted ? " quotePrefix=\"1\"" : "") + "><alignment vertical=\"center\"\(horizontal)\(wrap)/></xf>"
    }
    let numbers = formats.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1.escapedForXML)\"/>"
    }
    let fonts = WorkbookStyle.Role.allCases.map(\.font)
    return xmlDeclaration + "<styleSheet xmlns=\"\(spreadsheetNamespace)\">"
      + (numbers.isEmpty ? "" : "<numFmts count=\"\(numbers.count)\">\(numbers.joined())</numFmts>")
      + "<fonts count=\"\(fonts.count)\">\(fonts.joined())</fonts>" + Self.fills + Self.borders
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      + "<cellXfs count=\"\(cells.count)\">\(cells.joined())</cellXfs>"
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
  }

  private static let fills =
    "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>"
    + "<fill><patternFill patternType=\"gray125\"/></fill>"
    + ["FFE8EEF4", "FFF4F4F4"].map {
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\($0)\"/><bgColor indexed=\"64\"/></patternFill></fill>"
    }.joined() + "</fills>"

  private static let borders =
    "<borders count=\"3\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    + "<border><left/><right/><top/><bottom style=\"thin\"><color rgb=\"FF808080\"/></bottom><diagonal/></border>"
    + "<border><left/><right/><top style=\"thin\"><color rgb=\"FF808080\"/></top><bottom/><diagonal/></border></borders>"
}

extension WorkbookStyle.Role {
  /// The height of a line in points.
  var lineHeight: Int {
    switch self {
    case .body, .heading, .total, .group, .missing, .note, .link: 18
    case .title: 24
    case .section: 28
    }
  }

  fileprivate var font: String {
    let (marks, size, color) =
      switch self {
      case .body: ("", 11, "FF000000")
      case .heading, .total, .group: ("<b/>", 11, "FF000000")
      case .missing: ("<i/>", 11, "FF707070")
      case .title: ("<b/>", 14, "FF000000")
      case .section: ("<b/>", 16, "FF000000")
      case .note: ("", 10, "FF505050")
      case .link: ("<u/>", 11, "FF0563C1")
      }
    return "<font>\(marks)<sz val=\"\(size)\"/><color rgb=\"\(color)\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
  }

  fileprivate var fill: Int {
    switch self {
    case .heading: 2
    case .group: 3
    case .body, .total, .missing, .title, .section, .note, .link: 0
    }
  }

  fileprivate var border: Int {
    switch self {
    case .heading: 1
    case .total: 2
    case .body, .group, .missing, .title, .section, .note, .link: 0
    }
  }
}
