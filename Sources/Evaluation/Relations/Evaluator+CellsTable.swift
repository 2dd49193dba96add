import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// How many cells the relation `cells` lists at most.
  static let mostListedCells = 500_000

  /// Returns the relation `cells`: a row for each cell that a sheet prints or owes; none where there are too many.
  mutating func cellsTable() -> RelationTable {
    let none = RelationBuilder(.cells).table
    var builder = RelationBuilder(.cells)
    hasTooManyCells = catalogue.sheets.reduce(0) { $0 + $1.observations.count } > Evaluator.mostListedCells
    if hasTooManyCells { return none }
    for position in program.indicators.indices where !program.indicators[position].isOfOneSheet {
      let data = data(ofIndicator: position)
      guard data.cube.axisIndex(of: .period) != nil else { continue }
      let said = IndicatorWords(program.indicators[position], catalogue, names)
      for offset in 0..<data.cube.count where data.cube.reasons[offset] != .noSuchCombination {
        add(offset, of: data, program.indicators[position], said, to: &builder)
        if builder.rowCount > Evaluator.mostListedCells {
          hasTooManyCells = true
          return none
        }
      }
    }
    return builder.table
  }

  private func add(
    _ offset: Int, of data: IndicatorData, _ indicator: CheckedIndicator, _ said: IndicatorWords,
    to builder: inout RelationBuilder
  ) {
    builder.addRow(unit: indicator.unit.symbol, decimals: Int(data.decimals[offset]))
    builder.set(CellColumn.name.rawValue, said.name)
    builder.set(CellColumn.owner.rawValue, said.owners)
    builder.set(CellColumn.attribute.rawValue, said.attribute)
    builder.set(CellColumn.group.rawValue, said.group)
    builder.set(CellColumn.unit.rawValue, said.unit)
    var members: [String] = []
    for (dimension, label) in data.cube.point(at: offset) {
      switch label {
      case .period(let period): builder.set(CellColumn.period.rawValue, period.code)
      case .member(let member) where dimension == .region: builder.set(CellColumn.region.rawValue, names[member])
      case .member(let member): members.append(names[member])
      case .row: break
      }
    }
    if !members.isEmpty { builder.set(CellColumn.member.rawValue, members.joined(separator: " · ")) }
    let reason = data.cube.reasons[offset]
    builder.set(CellColumn.value.rawValue, data.cube[offset], reason)
    if reason != .known { builder.set(CellColumn.reason.rawValue, reason.name.english) }
    if let part = indicator.parts.indices.first(where: { data.rows[$0][offset] >= 0 }) {
      let sheet = catalogue.sheets[indicator.parts[part].sheet]
      let place = sheet.place(ofObservation: Int(data.rows[part][offset]))
      builder.set(CellColumn.raw.rawValue, place.content)
      builder.set(CellColumn.file.rawValue, said.files[part])
      builder.set(CellColumn.sheet.rawValue, said.sheets[part])
      builder.set(CellColumn.line.rawValue, Double(place.line))
      builder.set(CellColumn.column.rawValue, Double(place.column))
    } else if let file = said.files.first, let sheet = said.sheets.first {
      builder.set(CellColumn.file.rawValue, file)
      builder.set(CellColumn.sheet.rawValue, sheet)
    }
  }
}

/// What all cells of an indicator have in common, each text made once.
private struct IndicatorWords {
  let name: [String]
  let owners: [String]
  let attribute: [String]
  let group: [String]
  let unit: [String]
  /// The file and the name of the sheet of each part.
  let files: [[String]]
  let sheets: [[String]]

  init(_ indicator: CheckedIndicator, _ catalogue: Catalogue, _ names: NameTable) {
    let attributes = indicator.parts.map { catalogue.sheets[$0.sheet].indicators[$0.index].attributes }
    name = [indicator.name]
    owners = (indicator.owners.isEmpty ? attributes.first { !$0.owners.isEmpty }?.owners ?? [] : indicator.owners)
      .map(names.canonical)
    attribute = [indicator.attribute ?? attributes.lazy.compactMap(\.attribute).first].compactMap { $0 }
    group = [indicator.group ?? attributes.lazy.compactMap(\.group).first].compactMap { $0 }
    unit = indicator.unit.factors.isEmpty ? [] : [indicator.unit.symbol]
    files = indicator.parts.map { [catalogue.sheets[$0.sheet].file] }
    sheets = indicator.parts.map { [catalogue.sheets[$0.sheet].name] }
  }
}
