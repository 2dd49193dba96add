import Indicators
import Source

extension Checker {
  /// Reports the units of each sheet that nobody declares, in one finding with the declarations to paste.
  mutating func lintSheetUnits() {
    for sheet in catalogue.sheets {
      let found = sheet.notes.filter { $0.kind == .unknownUnit }
      let unknown = found.filter { $0.unit != nil }
      if let first = unknown.first {
        var names = OrderedNames()
        names.insert(unknown.compactMap { $0.unit.map(withoutPrefix) })
        diagnostics.append(Lint.undeclaredUnits(names.list).diagnostic(at: .cell(first.place)))
      }
      let unreadable = found.filter { $0.unit == nil }
      if let first = unreadable.first {
        diagnostics.append(Lint.unreadableUnits(count: unreadable.count).diagnostic(at: .cell(first.place)))
      }
    }
  }

  /// Returns what is declared so that `name` is known: 族 for 万族.
  private func withoutPrefix(_ name: String) -> String {
    let rest = String(name.dropFirst())
    return name.hasPrefix("万") || name.hasPrefix("亿") ? (rest.isEmpty ? name : rest) : name
  }
}
