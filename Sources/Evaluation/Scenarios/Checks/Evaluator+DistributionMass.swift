import Indicators
import Semantics
import Source
import Units

/// Doubts distributions a part of which lies where no value can be.
extension Evaluator {
  /// The share of a distribution outside a range above which it is doubted.
  private static let greatestShareOutside = 0.01

  /// Adds to `outcome` the distributions of `course` that reach beyond what `definition` can be.
  mutating func noteMass(
    _ course: CheckedCourse, _ assumption: CheckedAssumption, _ definition: Definition, _ scenario: ScenarioID,
    _ outcome: inout StretchOutcome
  ) {
    switch course.move {
    case .grows(let rate, _):
      let below = greatestShare(of: rate, outside: -1 ... .infinity, in: scenario)
      if below > Self.greatestShareOutside {
        outcome.note(.massBelowNothing(share: percent(below), at: rate.range))
      }
    case .reaches(let value, _, _), .pins(let value):
      guard let range = possible(definition, assumption) else { return }
      let outside = greatestShare(of: value, outside: range, in: scenario)
      guard outside > Self.greatestShareOutside else { return }
      outcome.note(
        .massOutside(
          assumption.subjectText, share: percent(outside), assumption.type.unit.outside(range), at: value.range))
    case .rises, .follows, .holds, .adds, .multiplies: return
    }
  }

  /// Returns a finding for each param whose distribution reaches beyond its bounds.
  mutating func parametersOutsideBounds() -> [Diagnostic] {
    program.parameters.compactMap { parameter in
      guard let bounds = parameter.bounds else { return nil }
      let outside = greatestShare(of: parameter.value, outside: bounds, in: .actual)
      guard outside > Self.greatestShareOutside else { return nil }
      let fault = AssumptionFault.massOutside(
        parameter.name, share: percent(outside), parameter.value.type.unit.outside(bounds), at: parameter.value.range)
      return fault.diagnostic(at: parameter.value.range, isPart: false)
    }
  }

  /// Returns the values that `definition` can have: those of its range, or where all its data lie above 0, those from 0 up.
  private mutating func possible(_ definition: Definition, _ assumption: CheckedAssumption) -> ClosedRange<Double>? {
    if let range = range(of: definition) { return range }
    guard case .indicator(let position) = definition, assumption.type.unit.nature == .plain,
      assumption.type.kind != .rate
    else { return nil }
    let data = data(ofIndicator: position).cube
    let known = (0..<data.count).compactMap { data[$0] }
    return known.isEmpty || known.contains { $0 <= 0 } ? nil : 0 ... .infinity
  }

  /// Returns the greatest share of the distribution `value` that lies outside `range`, over all cells of its arguments; 0 for
  /// what is no distribution.
  private mutating func greatestShare(
    of value: CheckedExpression, outside range: ClosedRange<Double>, in scenario: ScenarioID
  ) -> Double {
    var steps: [(Double) -> Double] = []
    var inner = value
    var isTurned = false
    while true {
      switch inner.form {
      case .converted(let next, let step):
        steps.append { step($0) }
        inner = next
        continue
      case .negative(let next):
        steps.append { -$0 }
        isTurned.toggle()
        inner = next
        continue
      default: break
      }
      break
    }
    guard case .distribution(let call) = inner.form else { return 0 }
    let cubes = call.parts.map { cube($0, Surroundings(scenario: scenario)) }
    let axes = cubes.reduce([Axis]()) { Alignment.axes($0, $1.axes) }
    let spread = cubes.map { $0.spread(over: axes) }
    func final(_ number: Double) -> Double { steps.reversed().reduce(number) { $1($0) } }
    var greatest = 0.0
    for offset in 0..<(spread.first?.count ?? 0) {
      let arguments = spread.compactMap { $0[offset] }
      guard arguments.count == spread.count else { continue }
      let (low, high) = (range.lowerBound, range.upperBound)
      let first = call.form.share(arguments) { isTurned ? final($0) > high : final($0) < low } ?? 0
      let second = call.form.share(arguments) { isTurned ? final($0) >= low : final($0) <= high } ?? 1
      greatest = max(greatest, first + 1 - second)
    }
    return greatest
  }

  private func percent(_ share: Double) -> String { shortestString(significantDecimal(share * 100, digits: 2)) + "%" }
}

extension MeasurementUnit {
  /// Returns `number` in this unit as a finding writes it.
  func written(_ number: Double) -> String {
    let digits = shortestString(significantDecimal(number, digits: 6))
    return factors.isEmpty && nature == .plain ? digits : nature == .plain ? "\(digits) \(symbol)" : digits + symbol
  }

  /// Returns `range` in this unit as a finding writes it.
  func written(_ range: ClosedRange<Double>) -> String {
    "\(written(range.lowerBound))..\(written(range.upperBound))"
  }

  /// Returns what lies outside `range`, which may have no upper end.
  fileprivate func outside(_ range: ClosedRange<Double>) -> AssumptionFault.Outside {
    range.upperBound.isFinite ? .range(written(range)) : .below(written(range.lowerBound))
  }
}
