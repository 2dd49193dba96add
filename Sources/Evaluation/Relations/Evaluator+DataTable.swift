import Indicators
import Semantics

extension Evaluator {
  /// Returns the relation `data`: the load report of every sheet, and the cells on which sheets disagree.
  mutating func dataTable() -> RelationTable {
    var builder = RelationBuilder(.data)
    for (position, sheet) in catalogue.sheets.enumerated() {
      for note in sheet.notes + catalogue.clashes(sheet: position) + sheet.readings {
        builder.addRow()
        builder.set(DataColumn.kind.rawValue, note.kind.rawValue)
        builder.set(DataColumn.file.rawValue, note.place.file)
        builder.set(DataColumn.line.rawValue, note.place.line > 0 ? Double(note.place.line) : nil)
        builder.set(DataColumn.column.rawValue, note.place.column > 0 ? Double(note.place.column) : nil)
        builder.set(DataColumn.content.rawValue, note.place.content)
        builder.set(DataColumn.reason.rawValue, note.reason[language])
        builder.set(DataColumn.sheet.rawValue, sheet.name)
      }
    }
    for conflict in conflicts() where conflict.kind == .actual || conflict.kind == .rounding {
      guard case .cell(let first) = conflict.first.site, case .cell(let second) = conflict.second.site else { continue }
      builder.addRow()
      builder.set(DataColumn.kind.rawValue, LoadNote.Kind.clash.rawValue)
      builder.set(DataColumn.file.rawValue, second.file)
      builder.set(DataColumn.line.rawValue, Double(second.line))
      builder.set(DataColumn.column.rawValue, Double(second.column))
      builder.set(DataColumn.content.rawValue, second.content)
      let elsewhere = "\(first.file):\(first.line): \(first.content)"
      builder.set(
        DataColumn.reason.rawValue,
        language == .chinese ? "与另一处不同：\(elsewhere)" : "differs from \(elsewhere)")
    }
    return builder.table
  }
}
