import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Returns the relation `targets`, scenario by scenario; the chances only where they are needed.
  mutating func targetsTable(in scenarios: [ScenarioID], chances needsChances: Bool) -> RelationTable {
    var builder = RelationBuilder(.targets)
    for scenario in scenarios {
      let verdicts = needsChances ? sampledTargets(in: scenario) : []
      for (position, (row, footing)) in zip(targetRows(in: scenario), targetFootings(in: scenario)).enumerated() {
        add(row, footing, scenario, to: &builder)
        guard let own = verdicts.indices.contains(position) ? verdicts[position] : nil else { continue }
        builder.set(TargetColumn.chance.rawValue, SampledShare(own).percent, .undefined)
      }
    }
    return builder.table
  }

  private func add(
    _ row: TargetRow, _ footing: Footing, _ scenario: ScenarioID, to builder: inout RelationBuilder
  ) {
    builder.addRow(unit: row.unit.symbol, decimals: row.decimals, footing: footing)
    builder.set(TargetColumn.footing.rawValue, row.value == nil ? nil : footing.word)
    func number(_ column: TargetColumn, _ number: Double?, _ reason: MissingReason = .notApplicable) {
      builder.set(column.rawValue, number, reason)
    }
    func text(_ column: TargetColumn, _ text: String?) { builder.set(column.rawValue, text) }
    text(.name, row.name)
    text(.region, row.members.first { $0.dimension == .region }?.name ?? row.members.first?.name)
    text(.sheet, row.sheet.map { catalogue.sheets[$0].name } ?? scriptName(row.site))
    number(.line, line(row.site).map(Double.init))
    text(.raw, row.raw)
    text(.form, row.form.english)
    builder.setWording(TargetColumn.form.rawValue, row.form)
    number(.deadline, row.deadline.code)
    text(.status, row.status.rawValue)
    number(.value, row.value, row.valueReason == .known ? .outsideData : row.valueReason)
    number(.period, row.period?.code, .outsideData)
    number(.plan, row.asked)
    number(.baseline, row.baseline, .outsideData)
    // Where there is no value, its own cell says so, and what rests on it is left empty.
    let hasReference = row.asked != nil || row.baseline != nil
    let reason: MissingReason = row.value == nil || !row.isMeasured || !hasReference ? .notApplicable : .undefined
    let reasonOfNumber: MissingReason = row.asked == nil ? .notApplicable : reason
    number(.gap, row.gap, reason)
    number(.completion, row.completion, reason)
    number(.fromBaseline, row.fromBaseline, row.baseline == nil ? .notApplicable : reasonOfNumber)
    // At the deadline nothing more can be required, and what is added up through the year has no yearly growth.
    let isOver = row.isPartial || (row.period.map { row.deadline <= $0 } ?? false)
    number(.required, row.required, isOver ? .notApplicable : reasonOfNumber)
    number(.requiredAbsolute, row.requiredAbsolute, isOver ? .notApplicable : reasonOfNumber)
    number(.retreat, row.retreat.map { $0 ? 1 : 0 }, reason)
    number(.metAlready, row.isMetAlready.map { $0 ? 1 : 0 }, reason)
    text(.unit, row.unit.symbol)
    builder.set(TargetColumn.owner.rawValue, row.owners)
    text(.attribute, row.attribute)
    text(.group, row.group)
    text(.item, row.item)
    number(.weight, row.weight)
    text(.scenario, scenario.word)
    let ungrouped =
      row.status != .unknown ? nil : row.ungrouped.map { Phrase("cannot be ranked in \($0)", "无法在“\($0)”范围内排名") }
    add(row.standing, basis: row.basis ?? ungrouped, to: &builder)
  }

  /// Adds how a target stands through the year; what does not apply to it is left empty.
  private func add(_ standing: Standing?, basis: Phrase?, to builder: inout RelationBuilder) {
    func number(_ column: TargetColumn, _ number: Double?, _ reason: MissingReason = .notApplicable) {
      builder.set(column.rawValue, number, reason)
    }
    builder.set(TargetColumn.basis.rawValue, basis?.english)
    if let basis { builder.setWording(TargetColumn.basis.rawValue, basis) }
    number(.share, standing?.share)
    number(.elapsed, standing?.elapsed)
    number(.ahead, standing?.ahead)
    // What goes by the time has a last year to go by, known or not.
    number(.pace, standing?.pace, standing?.need == nil ? .notApplicable : .outsideData)
    number(.need, standing?.need)
    builder.set(TargetColumn.light.rawValue, standing?.light?.rawValue)
  }

  private func scriptName(_ site: Site) -> String? {
    guard case .script(let range) = site else { return nil }
    return texts.first { $0.id == range.source }?.fileName
  }

  private func line(_ site: Site) -> Int? {
    switch site {
    case .script(let range): texts.first { $0.id == range.source }?.line(at: range.start)
    case .cell(let place): place.line
    case .file, .command: nil
    }
  }

  /// Returns `site` as `file:line`.
  func place(_ site: Site) -> String {
    switch site {
    case .script(let range):
      guard let text = texts.first(where: { $0.id == range.source }) else { return "" }
      return "\(text.fileName):\(text.line(at: range.start))"
    case .cell(let place): return "\(place.file):\(place.line)"
    case .file(let name): return name
    case .command: return ""
    }
  }
}
