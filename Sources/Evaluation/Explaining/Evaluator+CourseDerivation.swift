import Indicators
import Semantics
import Source

/// How an assumption's stretch gives a cell its value.
extension Evaluator {
  /// Adds a stretch of an assumption and the values that it starts from.
  mutating func derive(
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
      walk.make(own, by: .grown, [("periods", Double(per.perYear) / Double(frequency))])
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
      derive(rate.asWritten, cell.point, cell.scenario, depth + 1, &walk)
    case .rises(let amount, let per):
      walk.make(own, by: .risen, [("periods", Double(per.perYear) / Double(frequency))])
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
      derive(amount, cell.point, cell.scenario, depth + 1, &walk)
    case .reaches(let goal, by: let end, along: let curve):
      if let here = cell.period, end <= here {
        walk.make(own, by: .same)
        derive(goal, cell.point, cell.scenario, depth + 1, &walk)
        return
      }
      if let start = cell.origin, let here = cell.period {
        let share = Double(here.ordinal - start.ordinal) / Double(end.ordinal - start.ordinal)
        walk.make(own, by: .approached(curve), [("share", share)])
        deriveOwn(cell, at: start, depth + 1, &walk)
      }
      derive(goal, cell.point, cell.scenario, depth + 1, &walk)
    case .holds:
      walk.make(own, by: .same)
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
    case .pins(let value):
      walk.make(own, by: .same)
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
      walk.make(own, by: isPercentage ? .movedAlike : .grownAlike)
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
      var other = cell
      other.point[dimension] = names.find(name).map(Label.member)
      deriveOwn(other, at: cell.period, depth + 1, &walk)
      deriveOwn(other, at: cell.previous, depth + 1, &walk)
    case .growth(let first, let last):
      deriveOwn(cell, at: cell.previous, depth + 1, &walk)
      for period in [last, first] { deriveRoot(cell, at: period, depth + 1, &walk) }
      walk.make(own, by: .grownAsBetween, [("years", Double(last.months - first.months) / 12)])
    case .trend(let first, let last, let isLog):
      walk.make(own, by: isLog ? .logTrend : .trend)
      let root = layers(of: cell.scenario).root
      guard case .numbers(let cube) = value(of: cell.definition, in: root) else { return }
      for period in cube.periods where first <= period && period <= last {
        deriveRoot(cell, at: period, depth + 1, &walk)
      }
    }
  }

  /// Adds the cell's own value in another period of the scenario, before shifts where it is shifted there.
  mutating func deriveOwn(
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

  func type(of definition: Definition) -> ValueType {
    switch definition {
    case .indicator(let position): ValueType(.number(program.indicators[position].unit))
    case .alias(let position): program.aliases[position].formula.type
    case .aggregate(let position): program.aggregates[position].formula.type
    case .parameter(let position): program.parameters[position].value.type
    case .set(let position): program.sets[position].elements.first?.value.type ?? .plain
    }
  }
}

extension CheckedExpression {
  /// A rate in percent, where it is used as a share.
  fileprivate var asWritten: CheckedExpression {
    if case .converted(let inner, _) = form, inner.type.unit.nature == .percentage { inner } else { self }
  }
}
