import Evaluation
import Indicators
import Projection
import Semantics
import Source

/// The table that says what makes the differences of one expression between two scenarios: a row for each change, and
/// where there are several, one for what they do jointly and one for the whole.
struct AttributionTable {
  private let evaluator: Evaluator
  private let item: ValueQuestion.Item
  private let cells: [(cell: ComparedCell, attribution: Attribution)]
  private let texts: [ChangeText]
  private let hasReplaced: Bool
  private let hasReasons: Bool
  private let hasPlaces: Bool

  /// Prepares the table of `source`, which tells what makes the differences of `item`.
  init(
    _ source: ScenarioComparison.Source, of item: ValueQuestion.Item, _ comparison: ScenarioComparison,
    _ evaluator: Evaluator
  ) {
    self.evaluator = evaluator
    self.item = item
    cells = source.cells.map { (comparison.lines[$0.line].cell, $0.attribution) }
    let texts = source.changes.map { ChangeText($0, evaluator) }
    self.texts = texts
    let seen = Set(source.cells.flatMap(\.attribution.effects).map(\.change))
    hasReplaced = seen.contains { !texts[$0].replaced.english.isEmpty }
    hasReasons = seen.contains { !texts[$0].reasons.isEmpty }
    hasPlaces = seen.contains { !texts[$0].place.isEmpty }
  }

  /// The name of the expression, with what all cells have in common in parentheses.
  func name(_ dimensions: [Dimension]) -> String {
    guard let first = cells.first?.cell else { return item.heading }
    var parts = dimensions.filter { !varies($0) }.compactMap { first.members[$0] }.map { evaluator.text($0) }
    if !periodVaries, let period = first.period { parts.append(period.description) }
    return parts.isEmpty ? item.heading : "\(item.heading) (\(parts.joined(separator: ", ")))"
  }

  /// Returns the table; those of `dimensions` along which the cells differ have columns.
  func table(_ dimensions: [Dimension]) -> Table {
    let dimensions = dimensions.filter { varies($0) }
    var columns = dimensions.map { Column(evaluator.heading(of: $0)) }
    if periodVaries { columns.append(Column(Phrase("period", "时期"))) }
    columns.append(Column(Phrase("assumption", "假设")))
    if hasReplaced { columns.append(Column(Phrase("instead of", "原假设"))) }
    if hasReasons { columns.append(Column(Phrase("because", "理由"))) }
    if hasPlaces { columns.append(Column(Phrase("place", "位置"))) }
    let unit = hasRowUnits ? "" : RowTypes(item, cells[0].cell, evaluator).differenceUnit.symbol
    columns += [Phrase("alone", "单独"), Phrase("in order", "依次")].map {
      Column($0, unit: unit, alignment: .trailing)
    }
    return Table(columns: columns, rows: cells.flatMap { rows($0.cell, $0.attribution, dimensions) })
  }

  /// Returns the rows of one cell.
  private func rows(_ cell: ComparedCell, _ attribution: Attribution, _ dimensions: [Dimension]) -> [Row] {
    var place = dimensions.map { cell.memberCell($0, evaluator) }
    if periodVaries { place.append(cell.period.map { .text($0.description) } ?? .empty) }
    let types = RowTypes(item, cell, evaluator)
    let style = hasRowUnits ? NumberStyle(unit: types.differenceUnit.symbol) : NumberStyle()
    func number(_ value: CellValue) -> Cell { types.inUnitOfDifference(value).cell(style) }
    var rows = attribution.effects.map { effect in
      let text = texts[effect.change]
      var words: [Cell] = [.phrase(text.name)]
      if hasReplaced { words.append(.phrase(text.replaced)) }
      if hasReasons { words.append(.text(text.reasons)) }
      if hasPlaces { words.append(.text(text.place)) }
      return Row(place + words + [number(effect.alone), number(effect.inOrder)])
    }
    // What one change makes is the whole difference.
    if attribution.effects.count == 1 { return rows }
    let blanks = Array(repeating: Cell.empty, count: [hasReplaced, hasReasons, hasPlaces].count { $0 })
    let interaction = Cell.phrase(Phrase("interaction", "交互作用"))
    rows.append(Row(place + [interaction] + blanks + [number(attribution.interaction), .empty]))
    let whole = number(CellValue(attribution.difference))
    rows.append(Row(place + [.phrase(Phrase("difference", "差值"))] + blanks + [whole, whole], kind: .total))
    return rows
  }

  /// Whether each indicator of a set has a unit of its own.
  private var hasRowUnits: Bool { item.expression.type.indicatorUnits != nil }

  private func varies(_ dimension: Dimension) -> Bool {
    cells.contains { $0.cell.members[dimension] != cells[0].cell.members[dimension] }
  }

  private var periodVaries: Bool {
    cells.contains { $0.cell.period != cells[0].cell.period }
  }
}
