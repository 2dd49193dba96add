import Indicators
import Semantics

/// What the cells of expressions rest on: each form joins what its operands rest on where they meet.
extension Evaluator {
  /// Returns what the cells of `expression` in `scenario` rest on; nil where that can only be settled data.
  package mutating func footings(of expression: CheckedExpression, in scenario: ScenarioID) -> Footings? {
    program.scenarios.isEmpty && !hasProvisionalData ? nil : Footings(footing(of: expression, scenario))
  }

  /// Returns what the cells of `expression` in `scenario` rest on, as numbers.
  mutating func footing(of expression: CheckedExpression, _ scenario: ScenarioID) -> Cube {
    switch expression.form {
    case .number, .missing, .truth, .period, .text, .word, .dimension, .weights, .column, .invalid: return Cube(0)
    case .definition(let definition): return footing(of: definition, in: scenario)
    case .selection(let inner, let selection):
      return select(footing(of: inner, selection.scenario ?? scenario), selection)
    case .fallback(let inner, let other), .filled(let inner, let other, _):
      // Where the second is taken, the first says why.
      let taken = chosen(expression, by: inner, [inner, other], scenario) { $0.reasons[$1] == .known ? 0 : 1 }
      return taken.joinedFootings(footing(of: inner, scenario))
    case .cells(.if, let arguments) where arguments.count == 3:
      let chosen = chosen(expression, by: arguments[0], [arguments[1], arguments[2]], scenario) {
        $0[$1].map { $0 != 0 ? 0 : 1 }
      }
      return chosen.joinedFootings(footing(of: arguments[0], scenario))
    case .time(let call): return footing(of: call, expression, scenario)
    case .aggregate(let call): return footing(of: call, scenario)
    case .converted, .negative, .not, .reason, .arithmetic, .comparison, .approximation, .between, .among, .and, .or,
      .cells, .distribution, .chance, .scaled:
      return joined(expression.parts, scenario)
    }
  }

  private mutating func joined(_ parts: [CheckedExpression], _ scenario: ScenarioID) -> Cube {
    parts.reduce(Cube(0)) { $0.joinedFootings(footing(of: $1, scenario)) }
  }

  /// Returns the footings of `whole`, each cell of which is that of one of the `sides`; `side` says which of them the
  /// cell of `decider` chooses.
  private mutating func chosen(
    _ whole: CheckedExpression, by decider: CheckedExpression, _ sides: [CheckedExpression], _ scenario: ScenarioID,
    _ side: (Cube, Int) -> Int?
  ) -> Cube {
    let axes = presence(of: whole, scenario).axes
    let decider = presence(of: decider, scenario).spread(over: axes)
    let footings = sides.map { footing(of: $0, scenario).spread(over: axes) }
    return Cube(
      axes: axes,
      footings: (0..<decider.count).map { cell in side(decider, cell).map { footings[$0].footing(at: cell) } ?? [] })
  }

  /// A value of time rests on what the periods that it takes rest on.
  private mutating func footing(of call: TimeCall, _ whole: CheckedExpression, _ scenario: ScenarioID) -> Cube {
    let own = presence(of: call.series, scenario)
    let result = presence(of: whole, scenario)
    let series = Series(own)
    let footing = joined([call.series] + (call.weight.map { [$0] } ?? []), scenario)
    guard own.axisIndex(of: .period) != nil, !result.isTooLarge else { return footing }
    let finder = CellFinder(footing.axes)
    let footings = (0..<result.count).map { cell -> Footing in
      let point = Dictionary(result.point(at: cell).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
      return sources(of: call, in: series, at: point).reduce(into: []) { joined, period in
        for offset in finder.offsets(at: point.merging([.period: .period(period)]) { $1 }) {
          joined.formUnion(footing.footing(at: offset))
        }
      }
    }
    return Cube(axes: result.axes, footings: footings)
  }

  /// An aggregate rests on what its members rest on, their weights and the condition among them; a missing member too,
  /// since an assumption may have made it missing.
  private mutating func footing(of call: AggregateCall, _ scenario: ScenarioID) -> Cube {
    if case .relation = call.frame { return Cube(0) }
    guard let argument = call.argument, let frame = frame(of: call, Surroundings(scenario: scenario)) else {
      return Cube(0)
    }
    let operands = [argument, call.second, call.weight, call.filter].compactMap { $0 }
    let footing = joined(operands, scenario).spread(over: frame.value.axes)
    var joined = Array(repeating: Footing(), count: frame.groups.count)
    for index in joined.indices {
      frame.groups.forEachMember(of: index) { joined[index].formUnion(footing.footing(at: $0)) }
    }
    guard call.function.keepsCells else { return Cube(axes: frame.groupAxes, footings: joined) }
    return Cube(
      axes: frame.value.axes,
      footings: (0..<frame.value.count).map { cell in frame.groups.group(of: cell).map { joined[$0] } ?? [] })
  }
}
