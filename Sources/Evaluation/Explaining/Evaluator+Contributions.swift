import Indicators
import Semantics
import Source

/// How an aggregate's value comes from the cells it takes.
extension Evaluator {
  /// Returns the cells of `whole` that take part in an aggregate's value at `point`, missing ones included.
  mutating func framedCells(
    of whole: Cube, _ call: AggregateCall, _ point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [Int] {
    let filter = call.filter.map { cube($0, Surroundings(scenario: scenario)) }
    return (0..<whole.count).filter { offset in
      let labels = whole.point(at: offset)
      guard whole.reasons[offset] != .noSuchCombination,
        labels.allSatisfy({ point[$0.dimension] ?? $0.label == $0.label })
      else { return false }
      guard let filter else { return true }
      return filter.value(at: labels).map { $0 != 0 } ?? false
    }
  }

  /// Adds the largest of the known `cells` of `argument`, and one line for the rest with its sum.
  mutating func deriveLargest(
    _ cells: [Int], _ argument: CheckedExpression, _ whole: Cube, _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    let cells = cells.sorted { abs(whole.values[$0]) > abs(whole.values[$1]) }
    for offset in cells.prefix(contributionLimit) {
      let inner = Dictionary(whole.point(at: offset).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
      derive(argument, inner, scenario, depth, &walk)
    }
    let rest = cells.dropFirst(contributionLimit)
    guard !rest.isEmpty else { return }
    walk.add(
      depth, Phrase("\(rest.count) more, their sum", "其余 \(rest.count) 项之和"),
      value: Kernels.sum(rest.map { whole.values[$0] }), type: argument.type, limit: Evaluator.stepLimit)
  }

  /// Adds the two values that meet in a function of two arguments: the sum of each over the cells where both are
  /// known, with what it is made of.
  mutating func derivePairs(
    _ call: AggregateCall, _ argument: CheckedExpression, _ second: CheckedExpression, _ point: [Dimension: Label],
    _ scenario: ScenarioID, _ depth: Int, _ walk: inout DerivationWalk
  ) {
    guard let (first, other) = pair(argument, second, scenario) else { return }
    let framed = framedCells(of: first, call, point, scenario)
    let cells = framed.filter { first.reasons[$0] == .known && other.reasons[$0] == .known }
    for (expression, cube) in [(argument, first), (second, other)] {
      let name = text(expression.range)
      walk.add(
        depth,
        Phrase(
          "sum of \(name) where both are known, \(cells.count) of \(framed.count) cells",
          "两者都已知处“\(name)”之和，\(cells.count)/\(framed.count) 个单元格"),
        value: Kernels.sum(cells.map { cube.values[$0] }), type: expression.type, limit: Evaluator.stepLimit)
      deriveLargest(cells, expression, cube, scenario, depth + 1, &walk)
    }
  }

  /// Adds a cell's own value and the whole that it is placed in.
  mutating func derivePlace(
    _ call: AggregateCall, _ argument: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ depth: Int, _ walk: inout DerivationWalk
  ) {
    derive(argument, point, scenario, depth, &walk)
    if let second = call.second, case .time(let lag) = second.form {
      for source in sources(of: lag, point, scenario) { derive(argument, source, scenario, depth, &walk) }
    }
    guard let (first, other) = pair(argument, call.second ?? argument, scenario) else { return }
    let collapsed = Set(collapsedDimensions(of: first, call.frame))
    let framed = framedCells(of: first, call, point.filter { !collapsed.contains($0.key) }, scenario)
    let cells = framed.filter { first.reasons[$0] == .known && other.reasons[$0] == .known }
    let name = text(argument.range)
    switch call.function {
    case .rank:
      walk.add(
        depth, Phrase("among \(cells.count) known cells", "在 \(cells.count) 个已知单元格中"), type: .plain,
        limit: Evaluator.stepLimit)
    case .contribution:
      addWhole(Phrase("the period before: \(name)", "上期“\(name)”"))
    default: addWhole(Phrase(same: name))
    }
    func addWhole(_ name: Phrase) {
      walk.add(
        depth,
        Phrase(
          "sum of \(name.english), \(cells.count) of \(framed.count) cells",
          "\(name.chinese)之和，\(cells.count)/\(framed.count) 个单元格"),
        value: Kernels.sum(cells.map { other.values[$0] }), type: argument.type, limit: Evaluator.stepLimit)
    }
  }

  /// Returns two values over the axes of both.
  private mutating func pair(
    _ first: CheckedExpression, _ second: CheckedExpression, _ scenario: ScenarioID
  ) -> (Cube, Cube)? {
    guard case .numbers(let left) = value(of: first, in: scenario),
      case .numbers(let right) = value(of: second, in: scenario)
    else { return nil }
    let axes = Alignment(left.axes, right.axes).axes
    return (left.spread(over: axes), right.spread(over: axes))
  }
}
