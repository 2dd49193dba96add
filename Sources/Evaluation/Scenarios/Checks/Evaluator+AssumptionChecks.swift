import Indicators
import Semantics
import Source

/// Looks at what the assumptions of the scenarios that are asked for do to the values they are of.
extension Evaluator {
  /// Returns a finding for each stretch of an assumption that does not do what it says, or does more, in the order of the
  /// script; a stretch that works in one scenario is not doubted for another.
  package mutating func assumptionFindings() -> [Diagnostic] {
    var outcomes: [SourceRange: StretchOutcome] = [:]
    for scenario in program.declaredScenariosAsked {
      var seen: Set<Definition> = []
      let assumptions = program.chain(of: scenario).declared.reversed().flatMap(\.assumptions)
      for assumption in assumptions where seen.insert(assumption.subject).inserted {
        if case .parameter = assumption.subject {
          checkParameter(assumption.subject, in: scenario, &outcomes)
        } else {
          check(assumption.subject, in: scenario, &outcomes)
        }
      }
    }
    let parameters = parametersOutsideBounds()
    let places = outcomes.keys.sorted { ($0.source.index, $0.start) < ($1.source.index, $1.start) }
    return parameters
      + places.flatMap { place -> [Diagnostic] in
        guard let outcome = outcomes[place] else { return [] }
        let site = outcome.isPart ? place : outcome.assumption
        return outcome.faults.map { $0.diagnostic(at: site, isPart: outcome.isPart) }
      }
  }

  /// Notes which assumption of a param is taken: the nearest layer's.
  private mutating func checkParameter(
    _ definition: Definition, in scenario: ScenarioID, _ outcomes: inout [SourceRange: StretchOutcome]
  ) {
    let own = layers(of: scenario).assumptions(of: definition)
    for (position, layered) in own.enumerated() {
      guard let course = layered.assumption.courses.first else { continue }
      var outcome = outcomes[course.range] ?? StretchOutcome(assumption: layered.assumption.range, isPart: false)
      if position == 0 {
        outcome.isReached = true
        outcome.isKnown = true
        noteMass(course, layered.assumption, definition, scenario, &outcome)
      } else if outcome.unreached == nil {
        outcome.unreached = shadow(of: layered.assumption, by: own[0].assumption, scenario)
      }
      outcomes[course.range] = outcome
    }
  }

  /// Returns that `winner` takes the cells of `assumption`.
  func shadow(
    of assumption: CheckedAssumption, by winner: CheckedAssumption, _ scenario: ScenarioID
  ) -> AssumptionFault {
    .shadowed(assumption.subjectText, by: text(winner.range), at: winner.range, scenario: scenario.word)
  }

  /// Notes what the assumptions of `definition` do in `scenario`.
  private mutating func check(
    _ definition: Definition, in scenario: ScenarioID, _ outcomes: inout [SourceRange: StretchOutcome]
  ) {
    let known = passedOverlays[Key(definition: definition, scenario: scenario)]?.stretches
    for stretch in known ?? stretches(of: definition, in: scenario, doubted: { outcomes[$0]?.needsNoReason != true }) {
      outcomes[stretch.place]?.join(stretch.outcome)
      if outcomes[stretch.place] == nil { outcomes[stretch.place] = stretch.outcome }
    }
  }

  /// Returns what becomes of the stretches that `scenario` assumes of `definition`; why one is not reached is found out only
  /// where it is `doubted` for that.
  mutating func stretches(
    of definition: Definition, in scenario: ScenarioID, doubted: (SourceRange) -> Bool = { _ in true }
  ) -> [CheckedStretch] {
    _ = value(of: definition, in: scenario)
    guard let overlaid = overlays[Key(definition: definition, scenario: scenario)] else { return [] }
    let layers = layers(of: scenario)
    let own = layers.assumptions(of: definition)
    let cells = StretchCells(overlaid, own)
    var checked: [CheckedStretch] = []
    for (position, layered) in own.enumerated() {
      let assumption = layered.assumption
      for (index, course) in assumption.courses.enumerated() {
        var outcome = StretchOutcome(assumption: assumption.range, isPart: assumption.courses.count > 1)
        let found = cells[position, index]
        if !found.isEmpty {
          outcome.isReached = true
          note(found, course, assumption, definition, overlaid, layers, &outcome)
          noteMass(course, assumption, definition, scenario, &outcome)
        } else if doubted(course.range) {
          outcome.unreached = reasonUntouched(
            (position, index), of: definition, overlaid, layers: layers, scenario: scenario)
        }
        checked.append(CheckedStretch(place: course.range, outcome: outcome))
      }
    }
    return checked
  }

  /// Adds to `outcome` what is to be said of the cells `found`, which `course` gives their values.
  private func note(
    _ found: StretchCells.Cells, _ course: CheckedCourse, _ assumption: CheckedAssumption, _ definition: Definition,
    _ overlaid: OverlaidCube, _ layers: ScenarioLayers, _ outcome: inout StretchOutcome
  ) {
    let cube = overlaid.cube
    func valueNote(_ offset: Int) -> AssumptionFault.ValueNote {
      .init(
        name: cellName(assumption.subjectText, cube, offset),
        value: assumption.type.unit.written(cube.values[offset]), period: cube.period(at: offset))
    }
    if found.isKnown { outcome.isKnown = true }
    // That cells need themselves has been reported.
    if cube.reasons[found.first] == .circular { outcome.isKnown = true }
    if outcome.missing == nil {
      outcome.missing = .givesNothing(assumption.subjectText, cube.reasons[found.first])
    }
    if let offset = found.firstOutOfRange { outcome.note(.stoppedByRange(valueNote(offset))) }
    if let offset = found.firstBounded {
      let isFirst = cube.period(at: offset) == cube.period(at: found.first)
      outcome.note(
        isFirst && startsBeyondBound(course, offset, cube)
          ? .beginsBeyondBound(valueNote(offset)) : .stoppedByBound(valueNote(offset)))
    }
    if case .reaches(_, by: let goal, _) = course.move, let begin = cube.period(at: found.first), goal < begin {
      outcome.note(.reachesAtOnce(assumption.subjectText, by: goal, begin: begin))
    }
    if let range = range(of: definition), course.isShift || course.isPin,
      let offset = found.offsets(in: overlaid).first(where: { cube[$0].map { !range.contains($0) } ?? false })
    {
      outcome.note(.outside(valueNote(offset), range: assumption.type.unit.written(range)))
    }
    if case .alias(let position) = definition {
      guard !course.isShift else { return }
      let periods = found.offsets(in: overlaid).compactMap { cube.period(at: $0) }
      outcome.note(
        .cutsFormula(assumption.subjectText, formula: program.aliases[position].formula.range, from: periods.min()))
    } else if !found.replaced.isEmpty {
      let periods = found.replaced.compactMap { cube.period(at: $0) }
      guard let first = periods.min(), let last = periods.max() else { return }
      outcome.note(
        .replaces(
          assumption.subjectText, count: found.replaced.count, first: first, last: last, isPlan: layers.root == .plan))
    }
  }

  /// Whether the value before the cell at `offset` lies beyond the bound that stops `course` there.
  private func startsBeyondBound(_ course: CheckedCourse, _ offset: Int, _ cube: Cube) -> Bool {
    guard let position = cube.axisIndex(of: .period), position == cube.axes.count - 1,
      offset % cube.axes[position].labels.count > 0, let before = cube[offset - 1], let value = cube[offset]
    else { return false }
    return course.upper != nil && before > value || course.lower != nil && before < value
  }

  private func cellName(_ name: String, _ cube: Cube, _ offset: Int) -> String {
    let members = cube.point(at: offset).filter { $0.dimension != .period }.map { text($0.label) }
    return members.isEmpty ? name : "\(name)[\(members.joined(separator: ", "))]"
  }

  /// Returns the values that an indicator may take, also where an alias is its formula, or a param.
  func range(of definition: Definition) -> ClosedRange<Double>? {
    switch definition {
    case .indicator(let position): program.indicators[position].bounds
    case .alias(let position): program.indicators.first { $0.formula == position }?.bounds
    case .parameter(let position): program.parameters[position].bounds
    case .aggregate, .set: nil
    }
  }
}

extension CheckedProgram {
  /// The declared scenarios that questions ask for, in order of first mention.
  fileprivate var declaredScenariosAsked: [ScenarioID] {
    var seen: Set<ScenarioID> = []
    return questions.flatMap(\.scenarios).filter { $0.isDeclared && seen.insert($0).inserted }
  }
}
