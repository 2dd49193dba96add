import Indicators
import Semantics
import Source
import Units

/// Where an indicator's cells stand.
extension Evaluator {
  /// Adds the cells, or the targets, that an indicator's value comes from, below the step at `own`.
  mutating func deriveOrigins(
    _ position: Int, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int, _ own: Int,
    _ walk: inout DerivationWalk
  ) {
    let rows = plannedRows(position, point, scenario)
    if !rows.isEmpty {
      for row in rows { add(target: row, depth, &walk) }
      return
    }
    let indicator = program.indicators[position]
    let data = data(ofIndicator: position)
    var isFound = false
    if let offset = data.cube.offset(at: point) {
      for (part, rows) in zip(indicator.parts, data.rows) where rows[offset] >= 0 {
        isFound = true
        add(cell: Int(rows[offset]), part, of: indicator, depth, &walk)
      }
    }
    if isFound { return }
    let gap = gap(data.cube, indicator)
    walk.change(own) { if $0.value == nil { $0.details.append(gap) } }
  }

  /// Returns the targets that give an indicator's cell its number in `scenario`, as positions in the rows of `actual`.
  private mutating func plannedRows(_ position: Int, _ point: [Dimension: Label], _ scenario: ScenarioID) -> [Int] {
    let layers = scenario.isDeclared ? layers(of: scenario) : nil
    guard (layers?.root ?? scenario) == .plan else { return [] }
    if let periods = layers?.planned, case .period(let period)? = point[.period], !periods.contains(period) {
      return []
    }
    let planned = plan(ofIndicator: position)
    return planned.cube.offset(at: point).map { planned.rows[$0] } ?? []
  }

  private func add(
    cell row: Int, _ part: CheckedIndicator.Part, of indicator: CheckedIndicator, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    let place = catalogue.sheets[part.sheet].place(ofRow: row)
    let origin = DerivationOrigin(
      file: place.file, line: place.line, column: place.column, content: place.content)
    var step = DerivationStep(depth, origin.label, origin: origin)
    if !part.conversion.isIdentity {
      step.conversions = [part.conversion]
      step.details = [
        Phrase(
          "from \(part.unit.symbol) to \(indicator.unit.symbol)",
          "由“\(part.unit.symbol)”换算为“\(indicator.unit.symbol)”")
      ]
    }
    if catalogue.sheets[part.sheet].observations.provisional.contains(Int32(clamping: row)) {
      step.details.append(Phrase("provisional", "初步数"))
    }
    walk.add(step)
  }

  /// Says that no sheet has a cell, and which periods there are.
  private func gap(_ cube: Cube, _ indicator: CheckedIndicator) -> Phrase {
    var files: [String] = []
    for part in indicator.parts where !files.contains(catalogue.sheets[part.sheet].file) {
      files.append(catalogue.sheets[part.sheet].file)
    }
    guard !files.isEmpty else { return Phrase("no sheet has it", "没有任何表含有此指标") }
    var (english, chinese) = (files.joined(separator: ", "), files.joined(separator: "、"))
    (english, chinese) = ("\(english) has no value for it", "“\(chinese)”中没有它的数值")
    if let first = cube.periods.first, let last = cube.periods.last, first != last {
      english += "; its periods run from \(first) to \(last)"
      chinese += "；现有时期为 \(first) 至 \(last)"
    }
    return Phrase(english, chinese)
  }

  /// Adds a target as printed or written, and as read.
  mutating func add(target row: Int, _ depth: Int, _ walk: inout DerivationWalk) {
    let target = targetRows(in: .actual)[row]
    guard let origin = origin(of: target) else { return }
    walk.add(
      DerivationStep(
        depth, origin.label,
        details: [Phrase("target: \(target.form.english)", "目标：\(target.form.chinese)")], origin: origin))
  }

  /// Returns where a target is printed or written.
  func origin(of target: TargetRow) -> DerivationOrigin? {
    switch target.site {
    case .script(let range): origin(of: range, content: target.raw)
    case .cell(let place):
      DerivationOrigin(file: place.file, line: place.line, column: place.column, content: place.content)
    case .file, .command: nil
    }
  }

  /// Returns the targets of `expression` whose cell and deadline are those of `point`.
  mutating func targetRows(of expression: CheckedExpression, at point: [Dimension: Label]) -> [Int] {
    let name = if case .definition(let definition) = expression.form { self.name(of: definition) } else { "" }
    let rows = targetRows(in: .actual)
    return targetRows(of: expression, named: name).filter { position in
      let own = self.point(of: rows[position])
      return point[.period] == .period(rows[position].deadline)
        && own.allSatisfy { point[$0.key] == nil || point[$0.key] == $0.value }
    }
  }
}
