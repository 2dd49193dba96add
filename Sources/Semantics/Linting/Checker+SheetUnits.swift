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

  /// Reports the names whose rows have units that do not convert, and are read as several indicators.
  mutating func lintSplitNames() {
    for sheet in catalogue.sheets {
      let names = Set(sheet.indicators.map(\.name))
      var parts: [String: [SheetIndicator]] = [:]
      var order = OrderedNames()
      for indicator in sheet.indicators {
        guard let unit = indicator.unit, indicator.name.hasSuffix("(\(unit.symbol))") else { continue }
        let base = String(indicator.name.dropLast(unit.symbol.count + 2))
        guard names.contains(base) else { continue }
        parts[base, default: []].append(indicator)
        order.insert(base)
      }
      for base in order.list {
        guard let others = parts[base], let first = others.first else { continue }
        let place = CellPlace(file: sheet.file, line: first.line, column: first.column, content: base)
        diagnostics.append(
          Lint.splitByUnit(base, others: others.map { quotedWhereNeeded($0.name) }).diagnostic(at: .cell(place)))
      }
    }
  }

  /// Returns what is declared so that `name` is known: 族 for 万族.
  private func withoutPrefix(_ name: String) -> String {
    let rest = String(name.dropFirst())
    return name.hasPrefix("万") || name.hasPrefix("亿") ? (rest.isEmpty ? name : rest) : name
  }
}
