import Indicators
import Source

extension Checker {
  /// Reports the units of each sheet that nobody declares, in one finding with the declarations to paste.
  mutating func lintSheetUnits() {
    for sheet in catalogue.sheets {
      let found = sheet.notes.filter { $0.kind == .unknownUnit }
      let unknown = found.filter { $0.unit != nil }
      if let first = unknown.first {
        diagnostics.append(Lint.undeclaredUnits(unknown.compactMap(\.unit)).diagnostic(at: .cell(first.place)))
      }
      let unreadable = found.filter { $0.unit == nil }
      if let first = unreadable.first {
        diagnostics.append(Lint.unreadableUnits(count: unreadable.count).diagnostic(at: .cell(first.place)))
      }
    }
  }
}
