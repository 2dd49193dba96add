extension SheetReader {
  /// Remembers in which region that of `row` lies; one that another row places elsewhere is noted.
  mutating func readParent(_ row: Row, _ region: Int32) {
    guard case .column(let column) = layout.parent, region >= 0 else { return }
    let (range, isEscaped) = field(column, row)
    let name = foldedName(row.coding.text(row.bytes, range, isEscaped: isEscaped))
    guard !name.isEmpty, marks.reason(of: name) == nil else { return }
    let parent = names.member(name).code
    if parent == region { return }
    if let known = parentOfRegion[region] {
      if known != parent {
        note(.clash, row, column, LineRemark.otherParent(names[Member(code: known)]).phrase)
      }
      return
    }
    parentOfRegion[region] = parent
    sheet.parents.append(
      ParentLink(
        child: Member(code: region), parent: Member(code: parent), place: row.place(column, file: sheet.file)))
  }
}
