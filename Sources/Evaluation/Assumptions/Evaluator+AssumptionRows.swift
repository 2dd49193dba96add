import Indicators
import Semantics
import Source

/// The rows of the relation `assumptions`.
extension Evaluator {
  /// Returns what becomes of every assumption of `scenario` and of those that it rests on, the nearest first, then what
  /// it holds by default of all that the program's values need.
  package mutating func assumptionRows(in scenario: ScenarioID) -> [AssumptionRow] {
    if let known = assumptionRows[scenario] { return known }
    let layers = layers(of: scenario)
    var positions: [Definition: Int] = [:]
    var rows: [AssumptionRow] = []
    for layer in program.chain(of: scenario).declared {
      for assumption in layer.assumptions {
        let position = positions[assumption.subject, default: 0]
        positions[assumption.subject] = position + 1
        rows.append(row(of: assumption, position, layer.id, layers, scenario))
      }
    }
    let reached = definitionsReached(from: expressionsAsked(of: scenario), in: scenario)
    for position in program.indicators.indices where reached.contains(.indicator(position)) {
      if let row = heldRow(ofIndicator: position, in: scenario) { rows.append(row) }
    }
    assumptionRows[scenario] = rows
    return rows
  }

  /// Returns the expressions whose values the program may ask `scenario` for.
  private func expressionsAsked(of scenario: ScenarioID) -> [CheckedExpression] {
    guard scenario.isDeclared else { return [] }
    let questions = program.questions.filter { $0.scenarios.contains(scenario) }
    var asked = program.aliases.map(\.formula) + program.aggregates.map(\.formula)
    asked += program.rules.flatMap { [$0.condition] + [$0.filter].compactMap { $0 } }
    asked += program.targets.map(\.subject) + questions.flatMap(\.expressions)
    if questions.contains(where: \.showsTargets) {
      for sheet in catalogue.sheets.indices {
        for indicator in Set(catalogue.sheets[sheet].targets.indicators).sorted() {
          asked.append(expression(for: .indicator(wholePositions[sheet][Int(indicator)])))
        }
      }
    }
    return asked
  }

  /// Returns the expression that is no more than `definition`.
  func expression(for definition: Definition) -> CheckedExpression {
    CheckedExpression(.definition(definition), type(of: definition), SourceRange(SourceID(0), 0, 0))
  }

  private mutating func row(
    of assumption: CheckedAssumption, _ position: Int, _ layer: ScenarioID, _ layers: ScenarioLayers,
    _ scenario: ScenarioID
  ) -> AssumptionRow {
    let definition = assumption.subject
    var row = AssumptionRow(
      scenario: scenario, layer: layer, definition: definition, name: assumption.subjectText,
      members: assumption.members, wording: wording(of: assumption), because: oneLine(assumption.reasons),
      source: oneLine(assumption.sources), range: assumption.range, unit: assumption.type.unit)
    guard let overlaid = overlaidCube(of: definition, in: scenario) else {
      // A parameter takes the nearest scenario's value.
      row.state = position == 0 ? .applies : .overridden
      if position == 0, case .numbers(let cube) = value(of: definition, in: scenario), cube.count == 1 {
        (row.value, row.valueReason) = (cube[0], cube.reasons[0])
      }
      return row
    }
    let own = layers.assumptions(of: definition)
    let cells = LaidCells(position, own, overlaid, rootValues(of: definition, layers), names)
    take(cells.covered, of: overlaid.cube, &row)
    switch (cells.covered.isEmpty, cells.hasLost) {
    case (false, false): row.state = .applies
    case (false, true): row.state = .partlyOverridden
    case (true, true): row.state = .overridden
    case (true, false): row.state = .idle
    }
    let covered = Set(cells.covered)
    row.stopped = (overlaid.stopped + overlaid.stoppedByRange).filter(covered.contains).compactMap {
      overlaid.cube.period(at: $0)
    }.min()
    row.replacesData = overlaid.replaced.contains(where: covered.contains)
    if case .alias = definition {
      row.cutsFormula = cells.covered.contains { if case .assumed = overlaid.sources[$0] { true } else { false } }
    }
    return row
  }

  /// Returns an indicator of which `scenario` holds the last value in some cell; nil where it does in none.
  private mutating func heldRow(ofIndicator position: Int, in scenario: ScenarioID) -> AssumptionRow? {
    guard let overlaid = overlaidCube(of: .indicator(position), in: scenario) else { return nil }
    let cube = overlaid.cube
    let held = (0..<cube.count).filter {
      overlaid.sources[$0] == .held && cube.reasons[$0] == .known && overlaid.rolled[$0] == nil
    }
    let lanes = PeriodLanes(cube.axes)
    let since = held.compactMap(lanes.before).filter { overlaid.sources[$0] != .held }
      .compactMap { cube.period(at: $0) }
    guard let first = since.min(), let last = since.max() else { return nil }
    let wording =
      first == last
      ? Phrase("holds its value of \(first)", "沿用 \(first) 的值")
      : Phrase("holds its values of \(first)..\(last)", "沿用 \(first)..\(last) 的值")
    var row = AssumptionRow(
      scenario: scenario, layer: nil, definition: .indicator(position), name: program.indicators[position].name,
      members: [], wording: wording, because: nil, source: nil, range: nil, unit: program.indicators[position].unit)
    row.state = .held
    row.heldSince = first...last
    row.held = (Set(held.map(lanes.lane)).count, cube.lastKnownPeriods.count)
    take(held, of: cube, &row)
    return row
  }

  /// Takes the span and the last value of the cells at `offsets`.
  private func take(_ offsets: [Int], of cube: Cube, _ row: inout AssumptionRow) {
    // Members without any value say nothing of when it begins.
    let known = offsets.filter { cube.reasons[$0] == .known }
    let offsets = known.isEmpty ? offsets : known
    let periods = offsets.compactMap { cube.period(at: $0) }
    guard let first = periods.min(), let last = periods.max() else { return }
    row.span = first...last
    let ends = offsets.filter { cube.period(at: $0) == last }
    // Where members end at different periods, none of them stands for all.
    if ends.count == 1, offsets.count == Set(periods).count {
      (row.value, row.valueReason) = (cube[ends[0]], cube.reasons[ends[0]])
    }
  }

  /// Returns the stretches of an assumption as written, on one line.
  private func wording(of assumption: CheckedAssumption) -> Phrase {
    guard let first = assumption.courses.first?.range, let last = assumption.courses.last?.range else {
      return Phrase(same: "")
    }
    let written = text(SourceRange(first.source, Int(first.start), Int(last.end)))
    return Phrase(same: oneLine([written]) ?? "")
  }

  /// Returns texts on one line; nil where there is none.
  private func oneLine(_ texts: [String]) -> String? {
    let words = texts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// Returns a row for each parameter among `definitions` that `scenario` takes as it is declared.
  package mutating func parameterRows(
    among definitions: Set<Definition>, in scenario: ScenarioID
  ) -> [AssumptionRow] {
    let layers = layers(of: scenario)
    return program.parameters.enumerated().compactMap { position, parameter in
      let definition = Definition.parameter(position)
      guard definitions.contains(definition), layers.assumptions(of: definition).isEmpty else { return nil }
      var row = AssumptionRow(
        scenario: scenario, layer: nil, definition: definition, name: parameter.name, members: [],
        wording: Phrase(same: "= \(oneLine([text(parameter.value.range)]) ?? "")"), because: nil, source: nil,
        range: parameter.range, unit: parameter.value.type.unit)
      row.state = .applies
      return row
    }
  }

  /// Returns the line on which something of a script is written, as `file:line`.
  package func place(ofWritten range: SourceRange) -> String { place(.script(range)) }
}
