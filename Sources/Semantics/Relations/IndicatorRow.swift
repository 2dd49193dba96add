import Indicators
import Units

/// One indicator in the relation `indicators`.
package struct IndicatorRow: Sendable {
  /// What stands in one column of the row.
  package enum Entry: Sendable {
    case words([String])
    case number(Double)
    case period(Period?)
  }

  /// The position of the indicator in the program.
  package let position: Int
  private let indicator: CheckedIndicator
  private let sheets: [String]
  private let owners: [String]
  private let group: String?
  private let attribute: String?
  private let span: (first: Period, last: Period)?
  private let known: Int
  private let targets: Int

  /// Returns what stands in `column`.
  package func entry(_ column: IndicatorColumn) -> Entry {
    switch column {
    case .name: .words([indicator.name])
    case .unit: .words(indicator.unit.factors.isEmpty ? [] : [indicator.unit.symbol])
    case .kind: .words(indicator.kind.map { [$0.rawValue] } ?? [])
    case .better: .words(indicator.better.map { [$0 == .higher ? "higher" : "lower"] } ?? [])
    case .owner: .words(owners)
    case .group: .words(group.map { [$0] } ?? [])
    case .attribute: .words(attribute.map { [$0] } ?? [])
    case .sheet: .words(sheets)
    case .frequency: .words(indicator.frequency.map { [String(describing: $0)] } ?? [])
    case .first: .period(span?.first)
    case .last: .period(span?.last)
    case .known: .number(Double(known))
    case .targets: .number(Double(targets))
    }
  }

  /// Returns a row for each indicator of all sheets, in the program's order.
  package static func rows(of program: CheckedProgram, in catalogue: Catalogue) -> [IndicatorRow] {
    let spans = catalogue.summaries.map(\.knownSpans)
    let targetCounts = catalogue.sheets.map { sheet in
      sheet.targets.indicators.reduce(into: Array(repeating: 0, count: sheet.indicators.count)) { $0[Int($1)] += 1 }
    }
    return program.indicators.enumerated().compactMap { position, indicator in
      if indicator.qualifier != nil { return nil }
      let parts = indicator.parts.map { part in (part, catalogue.sheets[part.sheet].indicators[part.index].attributes) }
      var owners = OrderedNames(indicator.owners)
      if indicator.owners.isEmpty { owners.insert(parts.flatMap { $0.1.owners }) }
      let found = parts.compactMap { spans[$0.0.sheet][$0.0.index] }
      var sheets = OrderedNames()
      sheets.insert(parts.map { catalogue.sheets[$0.0.sheet].name })
      let first = found.map(\.first).min()
      return IndicatorRow(
        position: position, indicator: indicator, sheets: sheets.list,
        owners: owners.list.map(catalogue.names.canonical),
        group: (indicator.group ?? parts.lazy.compactMap { $0.1.group }.first).map(catalogue.names.canonical),
        attribute: (indicator.attribute ?? parts.lazy.compactMap { $0.1.attribute }.first)
          .map(catalogue.names.canonical),
        span: first.flatMap { first in found.map(\.last).max().map { (first, $0) } },
        known: parts.reduce(0) { $0 + catalogue.summaries[$1.0.sheet].knownCounts[$1.0.index] },
        targets: parts.reduce(program.statedTargets[position] ?? 0) { $0 + targetCounts[$1.0.sheet][$1.0.index] })
    }
  }
}
