import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns how the argument of `call` is computed, where that is a formula of which only one number over all cells may be wanted;
  /// else nil.
  mutating func streamedPlan(of call: AggregateCall, _ surroundings: Surroundings) -> ArithmeticPlan? {
    guard let argument = call.argument, call.filter == nil, call.second == nil, call.weight == nil, !call.isBalanced,
      block == nil, surroundings.member == nil, argument.memberwiseSet(in: surroundings.scenario, of: program) == nil
    else { return nil }
    switch call.function {
    case .sum, .mean, .min, .max: guard case .arithmetic = argument.form else { return nil }
    case .count: guard case .cells(.known, _) = argument.form else { return nil }
    case .median, .quantile, .stdev, .cv, .gini, .theil, .share, .rank, .first, .last, .distinct, .list, .ratio,
      .correlation, .contribution, .proportion:
      return nil
    }
    var plan = ArithmeticPlan()
    self.plan(argument, surroundings, &plan)
    return plan
  }

  /// Returns the value of an aggregate over all cells of what `plan` computes, where all of them are known; nil for another.
  ///
  /// The cells are collapsed as they are computed, and never lie in memory together.
  mutating func streamed(_ call: AggregateCall, _ plan: ArithmeticPlan, _ surroundings: Surroundings)
    -> StreamedAggregate?
  {
    guard let axes = plan.blockAxes else { return nil }
    let collapsed = call.frame.collapsed(of: axes)
    guard collapsed.count == axes.count, !trees.contains(where: { collapsed.contains($0.dimension) }),
      axes.allSatisfy({ unstatedTotals(on: $0).isEmpty }),
      let number = number(call.function, plan, axes.cellCount, workers(surroundings)), number.isFinite
    else { return nil }
    return StreamedAggregate(number: number, axes: axes, collapsed: collapsed)
  }

  private func number(
    _ function: AggregateFunction, _ plan: ArithmeticPlan, _ count: Int, _ workers: Workers
  ) -> Double? {
    switch function {
    case .sum: plan.total(isSummed: true, workers)?.sum
    case .mean: plan.total(isSummed: true, workers)?.sum.map { $0 / Double(count) }
    case .min: plan.total(isSummed: false, workers)?.least
    case .max: plan.total(isSummed: false, workers)?.greatest
    case .count: plan.knownCount.map { Double($0) }
    case .median, .quantile, .stdev, .cv, .gini, .theil, .share, .rank, .first, .last, .distinct, .list, .ratio,
      .correlation, .contribution, .proportion:
      nil
    }
  }
}

/// An aggregate over all cells of a formula, all of which are known.
struct StreamedAggregate {
  /// What it comes to.
  let number: Double
  /// The axes of what is collapsed.
  let axes: [Axis]
  /// What is collapsed: all of them.
  let collapsed: [Dimension]

  /// Returns what the aggregate `call` rests on.
  func coverage(of call: AggregateCall, in scenario: ScenarioID) -> Coverage {
    let count = Double(axes.cellCount)
    return Coverage(
      known: Cube(count), frame: Cube(count), total: nil, weightShare: nil, unknownWeights: Cube(0), droppedUnknown: 0,
      collapsed: collapsed,
      members: KnownMembers(
        call: call, scenario: scenario, answers: Cube(number), axes: axes, collapsed: collapsed, isComplete: true))
  }
}
