import Source

/// Writes documents as workbooks (Office Open XML): a sheet with the texts and links, and one for each table.
struct WorkbookRenderer {
  let language: Language
  var limits = WorkbookLimits()

  /// Returns the workbook of `document`.
  func render(_ document: Document) -> [UInt8] {
    var layout = WorkbookLayout(language: language, limits: limits)
    for block in document.blocks { layout.add(block) }
    return archive(layout.sheets)
  }

  private func archive(_ sheets: [WorkbookSheet]) -> [UInt8] {
    var styles = WorkbookStyles()
    let parts = sheets.enumerated().map { $1.xml(&styles, isFirst: $0 == 0) }
    var zip = ZipArchive()
    zip.add("[Content_Types].xml", Array(contentTypes(sheets.count).utf8))
    zip.add("_rels/.rels", Array(Self.rootRelations.utf8))
    zip.add("xl/workbook.xml", Array(workbook(sheets).utf8))
    zip.add("xl/_rels/workbook.xml.rels", Array(relations(sheets.count).utf8))
    zip.add("xl/styles.xml", Array(styles.xml.utf8))
    for (index, part) in parts.enumerated() { zip.add("xl/worksheets/sheet\(index + 1).xml", part) }
    return zip.archive
  }

  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let mime = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let rootRelations =
    xmlDeclaration + "<Relationships xmlns=\"\(package)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

  private func contentTypes(_ count: Int) -> String {
    func part(_ name: String, _ type: String) -> String {
      "<Override PartName=\"/xl/\(name).xml\" ContentType=\"\(Self.mime).\(type)+xml\"/>"
    }
    return xmlDeclaration + "<Types xmlns=\"\(Self.package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + part("workbook", "sheet.main")
      + part("styles", "styles") + (1...count).map { part("worksheets/sheet\($0)", "worksheet") }.joined() + "</Types>"
  }

  private func relations(_ count: Int) -> String {
    func relation(_ number: Int, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"rId\(number)\" Type=\"\(Self.office)/\(type)\" Target=\"\(target).xml\"/>"
    }
    return xmlDeclaration + "<Relationships xmlns=\"\(Self.package)/relationships\">"
      + (1...count).map { relation($0, "worksheet", "worksheets/sheet\($0)") }.joined()
      + relation(count + 1, "styles", "styles") + "</Relationships>"
  }

  private func workbook(_ sheets: [WorkbookSheet]) -> String {
    let entries = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name.escapedForXML)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    let titles = sheets.enumerated().compactMap { index, sheet in
      sheet.headingRow.map { row in
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
          + "\(SheetNames.quoted(sheet.name))!$\(row):$\(row)".escapedForXML + "</definedName>"
      }
    }
    return xmlDeclaration
      + "<workbook xmlns=\"\(spreadsheetNamespace)\" xmlns:r=\"\(Self.office)\"><bookViews><workbookView/></bookViews>"
      + "<sheets>\(entries.joined())</sheets>"
      + (titles.isEmpty ? "" : "<definedNames>\(titles.joined())</definedNames>") + "</workbook>"
  }
}

/// Returns `document` as a workbook that Excel, WPS and LibreOffice open.
package func workbook(_ document: Document, language: Language) -> [UInt8] {
  WorkbookRenderer(language: language).render(document)
}
