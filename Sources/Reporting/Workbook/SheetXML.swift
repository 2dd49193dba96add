import Source
import Units

let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
let spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

extension WorkbookSheet {
  /// Returns the part that holds the sheet, and adds its styles to `styles`; the sheet `isFirst` is seen on opening.
  func xml(_ styles: inout WorkbookStyles, isFirst: Bool) -> [UInt8] {
    let columnCount = rows.reduce(1) { max($0, $1.count) }
    let last = "\(Self.letters(of: columnCount - 1))\(max(rows.count, 1))"
    var xml = xmlDeclaration + "<worksheet xmlns=\"\(spreadsheetNamespace)\">"
    xml += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:\(last)\"/>"
    xml += "<sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId=\"0\">"
    if frozenRows > 0 {
      let place = "A\(frozenRows + 1)"
      xml += "<pane ySplit=\"\(frozenRows)\" topLeftCell=\"\(place)\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      xml += "<selection pane=\"bottomLeft\" activeCell=\"\(place)\" sqref=\"\(place)\"/>"
    }
    xml += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    if !widths.isEmpty {
      let columns = widths.enumerated().map {
        "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" width=\"\($1)\" customWidth=\"1\"/>"
      }
      xml += "<cols>\(columns.joined())</cols>"
    }
    var bytes = Array(xml.utf8)
    bytes += Array("<sheetData>".utf8)
    for (index, row) in rows.enumerated() where !row.isEmpty {
      var line = "<row r=\"\(index + 1)\" ht=\"\(height(of: row))\" customHeight=\"1\">"
      for (column, cell) in row.enumerated() {
        line += cell.xml(at: "\(Self.letters(of: column))\(index + 1)", styles.position(of: cell.style))
      }
      bytes += Array((line + "</row>").utf8)
    }
    return bytes + Array(("</sheetData>" + links + Self.page + "</worksheet>").utf8)
  }

  private static let page =
    "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
    + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"

  /// Returns the height of `row` in points, in which all lines of its texts are seen.
  private func height(of row: [Cell]) -> Int {
    let heights = row.enumerated().map { column, cell in
      let width = column < widths.count ? widths[column] : 10
      guard case .text(let text) = cell.value, cell.style.isWrapped else { return cell.style.role.lineHeight }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
        $0 + max(1, ($1.displayWidth + width - 3) / max(width - 2, 1))
      }
      return lines * cell.style.role.lineHeight
    }
    return min(heights.max() ?? 0, Self.tallestRow)
  }

  /// The height that no row of Excel may exceed.
  private static let tallestRow = 409

  private var links: String {
    var links = ""
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() {
        guard let target = cell.link else { continue }
        let location = "\(SheetNames.quoted(target))!A1".escapedForXML
        links += "<hyperlink ref=\"\(Self.letters(of: column))\(index + 1)\" location=\"\(location)\"/>"
      }
    }
    return links.isEmpty ? "" : "<hyperlinks>\(links)</hyperlinks>"
  }

  /// Returns the letters of the column at `index`: A, Z, AA.
  static func letters(of index: Int) -> String {
    var letters: [UInt8] = []
    var rest = index + 1
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

extension WorkbookSheet.Cell {
  fileprivate func xml(at place: String, _ style: Int) -> String {
    let opening = "<c r=\"\(place)\"" + (style == 0 ? "" : " s=\"\(style)\"")
    switch value {
    case .blank: return opening + "/>"
    case .number(let number): return opening + "><v>\(shortestString(number))</v></c>"
    case .truth(let truth): return opening + " t=\"b\"><v>\(truth ? 1 : 0)</v></c>"
    case .text(let text):
      return opening + " t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text.escapedForXML)</t></is></c>"
    }
  }
}
