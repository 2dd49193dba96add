import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the relation `assumptions`, scenario by scenario; built-in scenarios have none.
  mutating func assumptionsTable(in scenarios: [ScenarioID]) -> RelationTable {
    var builder = RelationBuilder(.assumptions)
    for scenario in scenarios where scenario.isDeclared {
      for row in assumptionRows(in: scenario) { add(row, to: &builder) }
    }
    return builder.table
  }

  private func add(_ row: AssumptionRow, to builder: inout RelationBuilder) {
    builder.addRow(unit: row.unit.symbol)
    func text(_ column: AssumptionColumn, _ text: String?) { builder.set(column.rawValue, text) }
    func number(_ column: AssumptionColumn, _ number: Double?, _ reason: MissingReason = .notApplicable) {
      builder.set(column.rawValue, number, reason)
    }
    text(.scenario, row.scenario.word)
    text(.layer, row.layer?.word)
    text(.name, row.name)
    text(.region, row.members.first { $0.dimension == .region }?.name)
    let others = row.members.filter { $0.dimension != .region }.map(\.name)
    text(.member, others.isEmpty ? nil : others.joined(separator: " · "))
    text(.assumption, row.wording.english)
    builder.setWording(AssumptionColumn.assumption.rawValue, row.wording)
    number(.first, row.span?.lowerBound.code)
    number(.last, row.span?.upperBound.code)
    text(.state, row.state.rawValue)
    number(.value, row.value, row.valueReason)
    text(.unit, row.unit.factors.isEmpty ? nil : row.unit.symbol)
    number(.stopped, row.stopped?.code)
    text(.because, row.because)
    text(.source, row.source)
    number(.replaces, row.replacesData ? 1 : 0)
    number(.cuts, row.cutsFormula ? 1 : 0)
    text(.place, row.range.map { place(.script($0)) })
  }
}
