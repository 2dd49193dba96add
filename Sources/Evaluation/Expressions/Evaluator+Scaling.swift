import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Returns values brought to one scale: each against all members of the same period and indicator, the better the higher.
  mutating func scaled(_ call: ScalingCall, _ surroundings: Surroundings) -> Cube {
    if call.method == .plan { return completions(call.argument, surroundings.scenario) }
    let value = cube(call.argument, surroundings)
    let kept = value.axes.filter { [.period, .scenario, .indicator, .sample].contains($0.dimension) }
    let groups = Alignment.positions(of: kept, in: value.axes)
    let frame = Cube(axes: kept, missing: .undefined)
    var members: [[Int]] = Array(repeating: [], count: frame.count)
    for (offset, group) in groups.enumerated() where value.reasons[offset] == .known {
      members[Int(group)].append(offset)
    }
    var result = value
    for (group, offsets) in members.enumerated() {
      var isLowerBetter = call.isLowerBetter
      if !call.lowerBetter.isEmpty,
        let label = frame.point(at: group).first(where: { $0.dimension == .indicator })?.label
      {
        isLowerBetter = call.lowerBetter.contains(text(label))
      }
      let numbers = offsets.map { value.values[$0] }
      let scaled =
        call.method == .range
        ? Kernels.rangeScaled(numbers, isLowerBetter: isLowerBetter)
        : Kernels.standardised(numbers, isLowerBetter: isLowerBetter)
      for (place, offset) in offsets.enumerated() {
        if let scaled { result.values[offset] = scaled[place] } else { result.reasons[offset] = .undefined }
      }
    }
    return result
  }

  /// Returns what share of its target an indicator, or each of a set, has reached: of the number asked at the first
  /// deadline that has not passed in the period.
  private mutating func completions(_ argument: CheckedExpression, _ scenario: ScenarioID) -> Cube {
    switch argument.form {
    case .definition(.set(let position)):
      var cubes: [Cube] = []
      for element in program.sets[position].elements { cubes.append(completions(element.value, scenario)) }
      let shared = cubes.reduce([]) { Alignment.axes($0, $1.axes) }
      let labels = program.sets[position].elements.map { Label.member(names.member($0.name)) }
      let spread = cubes.map { $0.spread(over: shared) }
      return Cube(
        axes: [Axis(.indicator, labels)] + shared, values: spread.flatMap(\.values), reasons: spread.flatMap(\.reasons))
    case .converted(let inner, _): return completions(inner, scenario)
    case .definition(.indicator(let position)):
      let values = cube(ofIndicator: position, in: scenario)
      let plan = plan(ofIndicator: position)
      let rows = targetRows(in: .actual)
      var result = Cube(axes: values.axes, missing: .outsideData)
      for offset in 0..<values.count {
        result.reasons[offset] = values.reasons[offset] == .known ? .notApplicable : values.reasons[offset]
        guard let value = values[offset] else { continue }
        var point = Dictionary(values.point(at: offset).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
        guard case .period(let period)? = point[.period] else { continue }
        for deadline in plan.cube.periods where deadline.frequency == period.frequency && period <= deadline {
          point[.period] = .period(deadline)
          guard let asked = plan.cube.offset(at: point), let row = plan.rows[asked].first else { continue }
          result.reasons[offset] = plan.cube.reasons[asked]
          guard let number = plan.cube[asked] else { break }
          let direction = rows[row].demands.first?.direction ?? program.indicators[position].better
          guard number != 0 else {
            result.reasons[offset] = .undefined
            break
          }
          let distance = (value - number) / abs(number)
          result.values[offset] = direction == .lower ? 1 - distance : 1 + distance
          break
        }
      }
      return result
    default: return Cube(axes: [], missing: .notApplicable)
    }
  }

  /// Returns the names of what is turned round in scaling because lower is better, for what `expressions` rest on.
  package func turnedRound(in expressions: [CheckedExpression]) -> [String] {
    var found: [String] = []
    var seen: Set<Definition> = []
    var open = Array(expressions.reversed())
    while let expression = open.popLast() {
      if case .scaled(let call) = expression.form, call.method != .plan {
        if call.isLowerBetter { found.append(text(call.argument.range)) }
        found += call.lowerBetter.sorted()
      }
      open += expression.parts.reversed()
      guard case .definition(let definition) = expression.form, seen.insert(definition).inserted else { continue }
      switch definition {
      case .alias(let position): open.append(program.aliases[position].formula)
      case .aggregate(let position): open.append(program.aggregates[position].formula)
      case .parameter, .indicator, .set: break
      }
    }
    var seenNames: Set<String> = []
    return found.filter { seenNames.insert($0).inserted }
  }

  /// Returns what a derivation says of a scaled cell: between which values it lies, or that it is turned round.
  mutating func scalingNote(
    _ call: ScalingCall, _ point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [Phrase] {
    var notes: [Phrase] = []
    if call.method == .range {
      let value = cube(call.argument, Surroundings(scenario: scenario))
      let fixed = point.filter { [.period, .indicator].contains($0.key) }
      let numbers = CellFinder(value.axes).offsets(at: fixed).compactMap { value[$0] }
      if let low = numbers.min(), let high = numbers.max() {
        let unit = type(of: call.argument, at: point).unit
        let (low, high) = (printed(low, unit), printed(high, unit))
        notes.append(Phrase("between \(low) and \(high)", "介于 \(low) 与 \(high) 之间"))
      }
    }
    let name = point[.indicator].map { text($0) }
    if call.isLowerBetter || name.map(call.lowerBetter.contains) ?? false {
      notes.append(Phrase("turned round: lower is better", "已反转：越低越好"))
    }
    return notes
  }

  private func printed(_ number: Double, _ unit: MeasurementUnit) -> String {
    let short = significantDecimal(number, digits: 12)
    let digits = shortestString(short == number ? number : significantDecimal(number, digits: 5))
    return unit.nature == .plain && !unit.factors.isEmpty ? "\(digits) \(unit.symbol)" : digits + unit.symbol
  }
}
