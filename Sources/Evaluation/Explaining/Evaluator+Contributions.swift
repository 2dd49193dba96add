import Indicators
import Semantics
import Source

/// How an aggregate's value comes from the cells it takes.
extension Evaluator {
  /// Adds an aggregate and what it takes.
  mutating func derive(
    _ call: AggregateCall, _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ depth: Int, _ walk: inout DerivationWalk
  ) {
    if call.collapsesSamples {
      derive(overSamples: call, expression, point, scenario, depth, &walk)
      return
    }
    let axes = cube(of: expression, scenario, &walk)?.axes ?? []
    let label = cellName(text(expression.range), axes, point, scenario)
    let isNew = walk.seen.insert("\(label) \(expression.range) \(axes.compactMap { point[$0.dimension] })").inserted
    let details = isNew ? coverageNote(expression.range, point, scenario) : [shownAbove]
    let own = addStep(
      expression, .aggregate(call.function), point, scenario, depth, &walk, label: Phrase(same: label),
      details: details)
    if !isNew { return }
    if call.function == .quantile {
      walk.change(own) { step in
        step.parameters = [
          .init(name: "level", value: call.level), .init(name: "type", value: Double(call.quantileType)),
        ]
      }
    }
    if case .relation(let relation, let by) = call.frame {
      deriveRows(call, relation, by, point, scenario, depth + 1, &walk)
      return
    }
    let key = CoverageKey(range: expression.range, scenario: scenario)
    let frame = walk.frames[key] ?? self.frame(of: call, Surroundings(scenario: scenario))
    walk.frames[key] = frame
    guard let argument = call.argument, let cells = DerivedCells(call, frame, at: point, scenario) else { return }
    switch call.function {
    case .rank, .proportion, .contribution: derivePlace(cells, argument, point, depth + 1, &walk)
    case .ratio, .correlation: derivePairs(cells, argument, depth + 1, &walk)
    case .sum, .mean, .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .count, .share, .first, .last,
      .distinct, .list:
      let result = walk.steps.indices.contains(own) ? walk.steps[own].value : nil
      let used = cells.ordered(for: call.function, result: result)
      derive(used, of: cells, argument, depth + 1, &walk)
      if call.function != .first, call.function != .last { deriveLeftOut(cells, argument, depth + 1, &walk) }
    }
  }

  /// Adds the first of the cells at `offsets`, each with its weight, and one line for the rest.
  private mutating func derive(
    _ offsets: [Int], of cells: DerivedCells, _ argument: CheckedExpression, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    for offset in offsets.prefix(contributionLimit) {
      let own = walk.steps.count
      let cell = cells.frame.value.cell(at: offset)
      derive(argument, cell, cells.scenario, depth, &walk)
      guard let weight = cells.call.weight else { continue }
      if cells.call.function == .sum || cells.call.function == .mean, let share = cells.weightShare(offset) {
        walk.change(own) { $0.details.append(Phrase("\(share) of the weight", "占权重 \(share)")) }
      }
      deriveWeight(weight, cell, cells.scenario, depth + 1, &walk)
    }
    let rest = Array(offsets.dropFirst(contributionLimit))
    if !rest.isEmpty { walk.add(cells.rest(rest, type: argument.type, depth)) }
  }

  /// Adds the weight of the value whose steps come before it.
  mutating func deriveWeight(
    _ weight: CheckedExpression, _ cell: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    let own = walk.steps.count
    derive(weight, cell, scenario, depth, &walk)
    walk.change(own) { step in
      step.role = .weight
      step.label = Phrase("weight: \(step.label.english)", "权重：\(step.label.chinese)")
    }
  }

  /// Adds what an aggregate goes without, with what is missing of each.
  private mutating func deriveLeftOut(
    _ cells: DerivedCells, _ argument: CheckedExpression, _ depth: Int, _ walk: inout DerivationWalk
  ) {
    for offset in cells.leftOut.prefix(contributionLimit) {
      let own = walk.steps.count
      let cell = cells.frame.value.cell(at: offset)
      derive(argument, cell, cells.scenario, depth, &walk)
      walk.change(own) { step in
        step.role = .aside
        if step.value != nil, cells.frame.value.reasons[offset] == .coverage {
          step.details.append(
            Phrase("left out: not known in every period", "未计入：并非各期均已知"))
        }
      }
      if let weight = cells.call.weight, cells.frame.value.reasons[offset] == .known {
        walk.change(own) { $0.details.append(Phrase("left out: its weight is missing", "未计入：权重缺失")) }
        deriveWeight(weight, cell, cells.scenario, depth + 1, &walk)
      }
      if let second = cells.call.second, cells.frame.second?.reasons[offset] != .known {
        let other = walk.steps.count
        derive(second, cell, cells.scenario, depth, &walk)
        walk.change(other) { $0.role = .aside }
      }
    }
    let count = cells.leftOut.count - contributionLimit
    if count > 0 {
      walk.add(DerivationStep(depth, Phrase("\(count) more missing", "另有 \(count) 项缺失"), role: .aside))
    }
  }

  /// Adds the two values that meet in a function of two arguments over the cells where both are known, with what each
  /// is made of, in one order.
  private mutating func derivePairs(
    _ cells: DerivedCells, _ argument: CheckedExpression, _ depth: Int, _ walk: inout DerivationWalk
  ) {
    guard let second = cells.call.second, let other = cells.frame.second else { return }
    let offsets = cells.ordered(for: cells.call.function, result: nil)
    for (expression, cube) in [(argument, cells.frame.value), (second, other)] {
      let name = wording(of: expression)
      let counted = "\(offsets.count) of \(offsets.count + cells.leftOut.count) cells"
      let countedInChinese = "\(offsets.count)/\(offsets.count + cells.leftOut.count) 个单元格"
      var step = DerivationStep(
        depth, Phrase("\(name) where both are known, \(counted)", "两者都已知处的“\(name)”，\(countedInChinese)"),
        type: expression.type)
      if cells.call.function == .ratio {
        step.label = Phrase(
          "sum of \(name) where both are known, \(counted)", "两者都已知处“\(name)”之和，\(countedInChinese)")
        step.value = Kernels.sum(offsets.map { cube.values[$0] })
        step.operation = .aggregate(.sum)
      }
      walk.add(step)
      derive(offsets, of: cells.over(cube), expression, depth + 1, &walk)
    }
    deriveLeftOut(cells, argument, depth, &walk)
  }

  /// Adds a cell's own value and the whole that it is placed in.
  private mutating func derivePlace(
    _ cells: DerivedCells, _ argument: CheckedExpression, _ point: [Dimension: Label], _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    derive(argument, point, cells.scenario, depth, &walk)
    let counted = "\(cells.used.count) of \(cells.used.count + cells.leftOut.count) cells"
    let countedInChinese = "\(cells.used.count)/\(cells.used.count + cells.leftOut.count) 个单元格"
    if cells.call.function == .rank {
      let ahead = cells.ahead(of: point, lowerFirst: isLowerBetter(argument))
      walk.add(
        DerivationStep(
          depth, Phrase("ahead of it, among \(counted)", "排在其前的单元格，共 \(countedInChinese)"),
          value: Double(ahead.count), operation: .counted))
      derive(ahead, of: cells, argument, depth + 1, &walk)
      return
    }
    var (whole, cube) = (argument, cells.frame.value)
    if let second = cells.call.second, let other = cells.frame.second {
      derive(second, point, cells.scenario, depth, &walk)
      (whole, cube) = (second, other)
    }
    let name = wording(of: whole)
    walk.add(
      DerivationStep(
        depth, Phrase("sum of \(name), \(counted)", "“\(name)”之和，\(countedInChinese)"),
        value: Kernels.sum(cells.used.map { cube.values[$0] }), type: whole.type, operation: .aggregate(.sum)))
    let offsets = cells.over(cube).ordered(for: .sum, result: nil)
    derive(offsets, of: cells.over(cube), whole, depth + 1, &walk)
  }

  /// Says how much of what there should be an aggregate rests on.
  func coverageNote(
    _ range: SourceRange, _ point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [Phrase] {
    guard let coverage = coverages[CoverageKey(range: range, scenario: scenario)],
      let offset = coverage.known.offset(at: point)
    else { return [] }
    let (known, frame) = (Int(coverage.known.values[offset]), Int(coverage.frame.values[offset]))
    if coverage.collapsed == [.sample] {
      if known == frame { return [] }
      return [Phrase("\(known) of \(frame) samples known", "已知 \(known)/\(frame) 个样本")]
    }
    let what = coverage.collapsed == [.row] ? Phrase("rows", "行") : Phrase("cells", "个单元格")
    var notes = [Phrase("\(known) of \(frame) \(what.english) known", "已知 \(known)/\(frame) \(what.chinese)")]
    if let share = coverage.weightShare.flatMap({ cube in cube.offset(at: point).flatMap { cube[$0] } }), share < 1 {
      let percent = percentage(share)
      notes.append(Phrase("\(percent) of the weight known", "覆盖权重的 \(percent)"))
    }
    if let balance = coverage.balance {
      notes.append(
        Phrase(
          "balanced: \(balance.kept) of \(balance.frame) members remain",
          "平衡样本：保留 \(balance.kept)/\(balance.frame) 个成员"))
    }
    if coverage.droppedUnknown > 0 {
      notes.append(
        Phrase(
          "\(coverage.droppedUnknown) dropped because the condition is unknown",
          "\(coverage.droppedUnknown) 个因条件不明而剔除"))
    }
    return notes
  }
}
