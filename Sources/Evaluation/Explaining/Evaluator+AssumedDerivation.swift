import Indicators
import Semantics
import Source
import Units

/// How a cell of a declared scenario comes about: by an assumption, by holding the last value, or as the root has it.
extension Evaluator {
  /// Adds what `scenario` assumes for a cell whose step stands at `own`; returns whether it assumes anything.
  mutating func deriveAssumed(
    _ definition: Definition, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int, _ own: Int,
    _ walk: inout DerivationWalk
  ) -> Bool {
    let assumptions = layers(of: scenario).assumptions(of: definition)
    if case .parameter = definition {
      guard let layered = assumptions.first, let course = layered.assumption.courses.last,
        case .pins(let value) = course.move
      else { return false }
      walk.change(own) { $0.operation = .same }
      add(course, of: layered.assumption, depth + 1, &walk)
      derive(value, point, scenario, depth + 1, &walk)
      return true
    }
    guard let overlaid = overlays[Key(definition: definition, scenario: scenario)],
      let offset = overlaid.cube.offset(at: point)
    else { return false }
    let cell = AssumedCell(
      definition: definition, scenario: scenario, overlaid: overlaid, offset: offset, point: point,
      assumptions: assumptions.map(\.assumption))
    guard let shifts = overlaid.shifts[offset] else {
      return derivePath(cell, depth, own, &walk)
    }
    var before = DerivationStep(depth + 1, Phrase("before the shift", "调整之前"))
    if walk.steps.indices.contains(own) { before.type = walk.steps[own].type }
    before.value = overlaid.unshifted[offset]
    walk.change(own) { $0.operation = .shifted }
    let position = walk.steps.count
    walk.add(before)
    if !derivePath(cell, depth + 1, position, &walk) {
      deriveBase(cell, depth + 1, position, &walk)
    }
    for shift in shifts {
      let assumption = cell.assumptions[shift.position]
      let course = assumption.courses[shift.course]
      let place = walk.steps.count
      add(course, of: assumption, depth + 1, &walk)
      guard let amount = course.expressions.first, let cube = cube(of: amount, scenario, &walk) else { continue }
      let value = Cube.number(of: cube, at: point)
      walk.change(place) { step in
        step.role = .operand
        step.value = value
        step.type = amount.type
        if case .multiplies = course.move { step.parameters = [.init(name: "multiplies", value: 1)] }
      }
      deriveUnlessWritten(amount, point, scenario, depth + 2, &walk)
    }
    return true
  }

  /// Adds what a shifted cell is where no assumption is its path: the formula, or what the root has.
  private mutating func deriveBase(_ cell: AssumedCell, _ depth: Int, _ own: Int, _ walk: inout DerivationWalk) {
    switch cell.definition {
    case .indicator(let position): deriveOrigins(position, cell.point, cell.scenario, depth + 1, own, &walk)
    case .alias(let position):
      walk.change(own) { $0.operation = .same }
      derive(program.aliases[position].formula, cell.point, cell.scenario, depth + 1, &walk)
    case .aggregate, .parameter, .set: break
    }
  }

  /// Adds the assumption that a cell follows, or the cell that it holds; returns whether it does either.
  private mutating func derivePath(
    _ cell: AssumedCell, _ depth: Int, _ own: Int, _ walk: inout DerivationWalk
  ) -> Bool {
    switch cell.source {
    case .base: return false
    case .held:
      guard let origin = cell.origin else { return false }
      walk.change(own) { step in
        step.operation = .same
        step.details.append(Phrase("held from \(origin)", "沿用 \(origin) 的值"))
      }
      deriveOwn(cell, at: origin, depth + 1, &walk)
    case .assumed(let stretch):
      let assumption = cell.assumptions[stretch.position]
      derive(assumption.courses[stretch.course], of: assumption, cell, depth, own, &walk)
    }
    return true
  }

  /// Adds the line on which a stretch is written, with its reasons.
  func add(
    _ course: CheckedCourse, of assumption: CheckedAssumption, _ depth: Int, _ walk: inout DerivationWalk
  ) {
    guard let origin = origin(of: course.range, content: text(course.range)) else { return }
    var details: [Phrase] = []
    if walk.seen.insert("because \(origin.place)").inserted {
      details = assumption.reasons.map { Phrase("because “\($0)”", "理由：“\($0)”") }
      details += assumption.sources.map { Phrase("source “\($0)”", "来源：“\($0)”") }
    }
    walk.add(DerivationStep(depth, origin.label, details: details, origin: origin, role: .aside))
  }

  /// Adds how an amount comes about, unless it stands in the assumption as a number.
  private mutating func deriveUnlessWritten(
    _ amount: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    if case .number = amount.form { return }
    derive(amount, point, scenario, depth, &walk)
  }
}

extension Cube {
  /// Returns the number of `cube` at `point`.
  static func number(of cube: Cube, at point: [Dimension: Label]) -> Double? {
    cube.offset(at: point).flatMap { cube[$0] }
  }
}
