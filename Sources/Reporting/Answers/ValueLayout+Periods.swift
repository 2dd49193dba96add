import Indicators
import Source

/// Tables of values with a row for each period.
extension ValueLayout {
  /// Whether each period is a row.
  var isByPeriod: Bool { question.by.contains(.period) }

  /// Returns the title of the table, which names the one scenario that no row does.
  func titleOverPeriods(_ title: Phrase?) -> Phrase? {
    guard isByPeriod, !showsScenario, let scenario = question.scenarios.first, scenario != .actual else { return title }
    let (name, before) = (scenario.heading, title.map { ($0.english + " ", $0.chinese) } ?? ("", ""))
    return Phrase("\(before.0)under \(name.english)", "\(before.1)（\(name.chinese)情景）")
  }

  /// Returns `table` with its columns as rows where the question is asked `by period`; its rows are told apart by their
  /// first cells, as many as `dimensions` or the expression's name, and by a unit that may follow.
  func turned(_ table: Table, _ dimensions: [Dimension]) -> Table {
    guard isByPeriod else { return table }
    let names = max(1, dimensions.count)
    let unit = Phrase("unit", "单位")
    let labels = names + (table.columns.dropFirst(names).first?.heading == unit ? 1 : 0)
    let values = table.columns.indices.dropFirst(labels)
    // A unit that all columns share stands in the headings; each keeps its own beside its name where they differ.
    let units = Set(values.map { table.columns[$0].unit })
    let shared = units.count == 1 ? units.first ?? "" : ""
    var columns = [Column(Phrase("period", "时期"))]
    if units.count > 1 { columns.append(Column(unit)) }
    columns += table.rows.map { row in
      let name = row.cells.prefix(names).compactMap(\.name).joined(separator: " ")
      let own = labels > names ? row.cells[names].name ?? "" : shared
      return Column(name: name, unit: own, alignment: values.first.map { table.columns[$0].alignment } ?? .leading)
    }
    let rows = values.map { column -> Row in
      let heading = table.columns[column]
      let label = [Cell.phrase(heading.heading)] + (units.count > 1 ? [.text(heading.unit)] : [])
      return Row(label + table.rows.map { $0.cells[column] })
    }
    return Table(columns: columns, rows: rows)
  }
}

extension Cell {
  /// The words of a cell that names something.
  fileprivate var name: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
