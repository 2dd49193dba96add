import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns the sets along whose dimension `indicator` the value of `expression` runs, each once.
  func sets(under expression: CheckedExpression) -> [Int] {
    if !hasSets { return [] }
    switch expression.form {
    case .definition(.set(let position)): return [position]
    case .definition(let definition): return definitionSets[definition] ?? []
    case .aggregate(let call) where call.frame.collapsesIndicators: return []
    case .selection(_, let selection) where selection.members.contains(where: { $0.dimension == .indicator }): return []
    default:
      var found: [Int] = []
      for part in expression.parts {
        for set in sets(under: part) where !found.contains(set) { found.append(set) }
      }
      return found
    }
  }

  /// Returns the weights of the set that an aggregate's argument rests on, which `weight` names; none is reported.
  mutating func weights(of sets: [Int], at range: SourceRange) -> CheckedExpression {
    guard sets.count == 1, let set = checkedSets[sets[0]] else {
      return invalid(.set(.weightsOfSets(sets.compactMap { checkedSets[$0]?.name })), at: range)
    }
    let bare = set.elements.filter { $0.weight == nil }.map(\.name)
    guard bare.isEmpty else { return invalid(.set(.weightsMissing(set.name, bare)), at: range) }
    return CheckedExpression(.weights(sets[0]), ValueType(.number(.one)), range)
  }

  /// Returns the names of the indicators that lower is better of, among those of the sets under `expression`.
  func lowerBetter(in expression: CheckedExpression) -> Set<String> {
    Set(
      sets(under: expression).flatMap { checkedSets[$0]?.elements ?? [] }.filter { $0.better == .lower }.map(\.name))
  }

  /// Returns a selection's type: one indicator of a set is in its own unit.
  mutating func type(
    of value: CheckedExpression, at selection: Selection, frequency: Frequency?, _ range: SourceRange
  ) -> ValueType? {
    let own = value.type
    var type = ValueType(own.shape, frequency: frequency, isPrinted: own.isPrinted, kind: own.kind)
    guard let wanted = selection.members.first(where: { $0.dimension == .indicator })?.name else { return type }
    let name = catalogue.names.canonical(wanted)
    let elements = sets(under: value).flatMap { checkedSets[$0]?.elements ?? [] }
    let names = elements.map(\.name)
    guard let element = elements.first(where: { $0.name == name }) else {
      let nearest = nearestNames(to: name, among: names, atMost: 3)
      report(
        .unknownMember(wanted, of: Phrase("indicator", "指标"), members: names, nearest: nearest), at: range)
      return nil
    }
    type = type.ofIndicator(name)
    if case .definition(.set) = value.form {
      type = ValueType(type.shape, frequency: frequency, kind: element.value.type.kind)
    }
    return type
  }

  /// Returns values of sets joined by an operator, or nil where no units but one are at hand.
  mutating func arithmeticOfSets(
    _ left: CheckedExpression, _ operation: ArithmeticOperator, _ right: CheckedExpression, _ range: SourceRange
  ) -> CheckedExpression? {
    guard left.type.indicatorUnits != nil || right.type.indicatorUnits != nil else { return nil }
    let frequency = commonFrequency([left, right], range)
    let clash = SemanticProblem.set(.mixedIndicators(text((left.type.indicatorUnits == nil ? right : left).range)))
    guard let shape = shape(of: left.type.shape, operation, right.type.shape) else { return invalid(clash, at: range) }
    return CheckedExpression(
      .arithmetic(left, operation, right),
      ValueType(shape, frequency: frequency, kind: kind(of: left, operation, right)), range)
  }

  /// Returns the units of two values joined, or nil where they do not go together without conversion.
  private func shape(
    of left: ValueType.Shape, _ operation: ArithmeticOperator, _ right: ValueType.Shape
  ) -> ValueType.Shape? {
    switch (left, right) {
    case (.several(let first), .several(let second)):
      guard first.names == second.names else { return nil }
      if operation == .divide, first == second { return .number(.one) }
      return joined(first, operation, second)
    case (.several(let first), .number(let unit)):
      return joined(first, operation, IndicatorUnits(names: first.names, units: first.units.map { _ in unit }))
    case (.number(let unit), .several(let second)):
      return joined(IndicatorUnits(names: second.names, units: second.units.map { _ in unit }), operation, second)
    case (.several, .flexible) where operation != .power: return left
    case (.flexible, .several) where operation != .power && operation != .divide: return right
    default: return nil
    }
  }

  private func joined(
    _ first: IndicatorUnits, _ operation: ArithmeticOperator, _ second: IndicatorUnits
  ) -> ValueType.Shape? {
    var units: [MeasurementUnit] = []
    for (left, right) in zip(first.units, second.units) {
      let unit: MeasurementUnit
      let steps: [Conversion]
      switch operation {
      case .add, .subtract:
        guard case .success(let sum) = left.sum(right, subtracting: operation == .subtract) else { return nil }
        (unit, steps) = (sum.0, [sum.1, sum.2])
      case .multiply: (unit, steps) = { ($0.unit, [$0.factor]) }(left.product(right))
      case .divide: (unit, steps) = { ($0.unit, [$0.factor]) }(left.quotient(right))
      case .power: return nil
      }
      guard steps.allSatisfy(\.isIdentity) else { return nil }
      units.append(unit)
    }
    return .several(IndicatorUnits(names: first.names, units: units))
  }

  /// Returns whether `values` can be compared or chosen from as they are: all of one set's units, or fitting any.
  func shareIndicatorUnits(_ values: [CheckedExpression]) -> Bool {
    let shapes = values.map(\.type.shape).filter { $0 != .flexible && $0 != .invalid }
    return shapes.allSatisfy { $0 == shapes[0] }
  }
}

extension AggregateCall.Frame {
  /// Whether the dimension `indicator` is collapsed; as the period, it is only where it is named.
  var collapsesIndicators: Bool {
    switch self {
    case .data, .by: false
    case .over(let dimensions): dimensions.contains(.indicator)
    case .relation: true
    }
  }
}
