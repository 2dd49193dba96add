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

  /// Adds a stretch of an assumption and the values that it starts from.
  private mutating func derive(
    _ course: CheckedCourse, of assumption: CheckedAssumption, _ cell: AssumedCell, _ depth: Int, _ own: Int,
    _ walk: inout DerivationWalk
  ) {
    add(course, of: assumption, depth + 1, &walk)
    if cell.overlaid.stopped.contains(cell.offset) {
      walk.change(own) { step in
        step.operation = .same
        step.details.append(Phrase("stopped at its bound", "止于所设界限"))
      }
      let bounds = [course.upper, course.lower].compactMap { $0 }
      let value = walk.steps.indices.contains(own) ? walk.steps[own].value : nil
      for bound in bounds {
        guard let cube = cube(of: bound, cell.scenario, &walk), Cube.number(of: cube, at: cell.point) == value else {
          continue
        }
        derive(bound, cell.point, cell.scenario, depth + 1, &walk)
        return
      }
      return
    }
    let frequency = cell.period?.frequency.perYear ?? 1
    switch course.move {
    case .grows(let rate, let per):
      set(.grown, [("periods", Double(per.perYear) / Double(frequency))], own, &walk)
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
      derive(rate.asWritten, cell.point, cell.scenario, depth + 1, &walk)
    case .rises(let amount, let per):
      set(.risen, [("periods", Double(per.perYear) / Double(frequency))], own, &walk)
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
      derive(amount, cell.point, cell.scenario, depth + 1, &walk)
    case .reaches(let goal, by: let end, along: let curve):
      if let here = cell.period, end <= here {
        set(.same, [], own, &walk)
        derive(goal, cell.point, cell.scenario, depth + 1, &walk)
        return
      }
      if let start = cell.origin, let here = cell.period {
        let share = Double(here.ordinal - start.ordinal) / Double(end.ordinal - start.ordinal)
        set(.approached(curve), [("share", share)], own, &walk)
        deriveOwn(cell, at: start, depth + 1, &walk)
      }
      derive(goal, cell.point, cell.scenario, depth + 1, &walk)
    case .holds:
      set(.same, [], own, &walk)
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
    case .pins(let value):
      set(.same, [], own, &walk)
      derive(value, cell.point, cell.scenario, depth + 1, &walk)
    case .follows(let guide): derive(following: guide, cell, depth, own, &walk)
    case .adds, .multiplies: break
    }
  }

  /// Adds what a path follows: another member, or the observations that it is fitted to.
  private mutating func derive(
    following guide: CheckedCourse.Guide, _ cell: AssumedCell, _ depth: Int, _ own: Int, _ walk: inout DerivationWalk
  ) {
    switch guide {
    case .member(let dimension, let name):
      let isPercentage = walk.steps.indices.contains(own) && walk.steps[own].type.unit.nature == .percentage
      set(isPercentage ? .movedAlike : .grownAlike, [], own, &walk)
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
      var other = cell
      other.point[dimension] = names.find(name).map(Label.member)
      deriveOwn(other, at: cell.period, depth + 1, &walk)
      deriveOwn(other, at: cell.previous, depth + 1, &walk)
    case .growth(let first, let last):
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
      for period in [last, first] { deriveRoot(cell, at: period, depth + 1, &walk) }
      set(.grownAsBetween, [("years", Double(last.months - first.months) / 12)], own, &walk)
    case .trend(let first, let last, let isLog):
      set(isLog ? .logTrend : .trend, [], own, &walk)
      let root = layers(of: cell.scenario).root
      guard case .numbers(let cube) = value(of: cell.definition, in: root) else { return }
      for period in cube.periods where first <= period && period <= last {
        deriveRoot(cell, at: period, depth + 1, &walk)
      }
    }
  }

  private func set(
    _ operation: DerivationOperation, _ parameters: [(name: String, value: Double)], _ own: Int,
    _ walk: inout DerivationWalk
  ) {
    walk.change(own) { step in
      step.operation = operation
      step.parameters = parameters.map { .init(name: $0.name, value: $0.value) }
    }
  }

  /// Adds the cell's own value in another period of the scenario, before shifts where it is shifted there.
  private mutating func deriveOwn(
    _ cell: AssumedCell, at period: Period?, _ depth: Int, _ walk: inout DerivationWalk
  ) {
    guard let period else { return }
    derive(cell.definition, at: period, cell, cell.scenario, depth, &walk)
    guard let offset = cell.overlaid.cube.offset(at: cell.point.merging([.period: .period(period)]) { $1 }),
      let unshifted = cell.overlaid.unshifted[offset]
    else { return }
    walk.add(
      DerivationStep(
        depth, Phrase("before its shift in \(period)", "\(period) 调整之前"), value: unshifted,
        type: type(of: cell.definition), role: .unshifted))
  }

  private mutating func deriveRoot(
    _ cell: AssumedCell, at period: Period, _ depth: Int, _ walk: inout DerivationWalk
  ) {
    derive(cell.definition, at: period, cell, layers(of: cell.scenario).root, depth, &walk)
  }

  private mutating func derive(
    _ definition: Definition, at period: Period, _ cell: AssumedCell, _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    var point = cell.point
    point[.period] = .period(period)
    let expression = CheckedExpression(.definition(definition), type(of: definition), cell.assumptionRange)
    derive(expression, point, scenario, depth, &walk)
  }

  private func type(of definition: Definition) -> ValueType {
    switch definition {
    case .indicator(let position): ValueType(.number(program.indicators[position].unit))
    case .alias(let position): program.aliases[position].formula.type
    case .aggregate(let position): program.aggregates[position].formula.type
    case .parameter(let position): program.parameters[position].value.type
    case .set(let position): program.sets[position].elements.first?.value.type ?? .plain
    }
  }

  /// Adds the line on which a stretch is written, with its reasons.
  private func add(
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

/// A cell of a declared scenario with what the scenario assumes of it.
private struct AssumedCell {
  let definition: Definition
  let scenario: ScenarioID
  let overlaid: OverlaidCube
  let offset: Int
  var point: [Dimension: Label]
  let assumptions: [CheckedAssumption]

  var source: OverlaidCube.Source { overlaid.sources[offset] }

  /// The cell's period.
  var period: Period? { if case .period(let period)? = point[.period] { period } else { nil } }

  /// The period before.
  var previous: Period? { period?.advanced(by: -1) }

  /// The last period before those that have the cell's source.
  var origin: Period? {
    guard var period else { return nil }
    while let offset = overlaid.cube.offset(at: point.merging([.period: .period(period)]) { $1 }) {
      if overlaid.sources[offset] != source { return period }
      period = period.advanced(by: -1)
    }
    return nil
  }

  /// Where the first assumption is written, which stands for the subject.
  var assumptionRange: SourceRange { assumptions.first?.range ?? SourceRange(SourceID(0), 0, 0) }
}

extension CheckedExpression {
  /// A rate in percent, where it is used as a share.
  fileprivate var asWritten: CheckedExpression {
    if case .converted(let inner, _) = form, inner.type.unit.nature == .percentage { inner } else { self }
  }
}

extension Cube {
  /// Returns the number of `cube` at `point`.
  fileprivate static func number(of cube: Cube, at point: [Dimension: Label]) -> Double? {
    cube.offset(at: point).flatMap { cube[$0] }
  }
}
