import Indicators
import Semantics

/// The cells that an aggregate collapses, with what meets and weighs them, and which of them take part.
struct AggregateFrame {
  /// The values; those that `balanced` leaves out are missing.
  var value: Cube
  /// What meets each value, over the same axes.
  let second: Cube?
  /// The weight of each value, over the same axes.
  let weight: Cube?
  /// Which group each cell belongs to.
  var groups: Grouping
  /// The axes of the groups.
  let groupAxes: [Axis]
  /// What is collapsed.
  let collapsed: [Dimension]
  /// How many cells there are before the filter.
  let total: Int
  /// Which the filter keeps, wholes beside their parts included.
  let kept: Grouping
  /// The wholes that stand beside their parts, and so take no part.
  let totals: LeftOutTotals?
  /// How many members remain where only those take part that are known in every period, and how many there are.
  var balance: (kept: Int, frame: Int)?
}

extension Evaluator {
  /// Returns what `call` collapses, its argument's values where they are `computed` already; nil for what is not over data.
  mutating func frame(of call: AggregateCall, _ surroundings: Surroundings, _ computed: Cube? = nil) -> AggregateFrame?
  {
    guard let argument = call.argument else { return nil }
    let filter = call.filter.map { operand($0, surroundings) }
    var value =
      computed ?? memberwiseOperand(argument, surroundings)
      ?? countable(self.value(of: argument, labelledAs: filter, surroundings))
    let second = call.second.map { operand($0, surroundings) }
    let weight = call.weight.map { operand($0, surroundings) }
    // What decides, weighs or meets it may vary where the argument does not.
    for other in [second, filter, weight].compactMap({ $0 }) {
      value = value.spread(over: Alignment.axes(value.axes, other.axes))
    }
    let collapsed = call.frame.collapsed(of: value.axes)
    let groupAxes = value.axes.filter { !collapsed.contains($0.dimension) }
    var groups = Grouping(value.axes, collapsing: collapsed)
    let (alignedSecond, alignedWeight) = (second?.spread(over: value.axes), weight?.spread(over: value.axes))
    groups.leaveOut(value, alignedSecond)
    let total = groups.memberCount
    groups.apply(filter?.spread(over: value.axes))
    let kept = groups
    let totals = totals(in: value, collapsed, filter: call.filter) { kept.takesPart($0) }
    if let totals { groups.leaveOut(totals) }
    var frame = AggregateFrame(
      value: value, second: alignedSecond, weight: alignedWeight, groups: groups, groupAxes: groupAxes,
      collapsed: collapsed, total: total, kept: kept, totals: totals)
    if call.isBalanced {
      frame.balance = groups.balance(&frame.value, alignedSecond, alignedWeight, groupAxes: groupAxes)
    }
    return frame
  }

  private mutating func operand(_ expression: CheckedExpression, _ surroundings: Surroundings) -> Cube {
    memberwiseOperand(expression, surroundings) ?? cube(expression, surroundings)
  }

  /// Returns the values of an expression computed member by member; nil for another, and for a set itself, whose values are
  /// kept.
  private mutating func memberwiseOperand(_ expression: CheckedExpression, _ surroundings: Surroundings) -> Cube? {
    if case .definition = expression.form { nil } else { memberwise(expression, surroundings) }
  }
}
