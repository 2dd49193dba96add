import Evaluation
import Indicators
import Semantics

extension Evaluator {
  /// Returns how the scenarios of `question` differ, and where it is asked, what makes the differences.
  package mutating func comparison(_ question: CompareQuestion, attributed: Bool = true) -> ScenarioComparison {
    let horizon = question.scenarios.compactMap { end(of: $0) }.max()
    var comparison = ScenarioComparison()
    for item in question.items.indices {
      if question.isOfAll, case .definition(let definition) = question.items[item].expression.form,
        isDisputed(definition)
      {
        comparison.disputed.append(item)
        continue
      }
      let cubes = question.scenarios.map { value(of: question.items[item].expression, in: $0).presence }
      var periods: [Period?] = question.periods
      if question.periods.isEmpty { periods = [lastPeriod(of: cubes, horizon)] }
      // What has no periods is the same in all.
      if cubes.allSatisfy({ $0.axisIndex(of: .period) == nil }) { periods = [nil] }
      for period in periods {
        if let period, !comparison.periods.contains(period) { comparison.periods.append(period) }
        add(item, period, cubes, &comparison)
      }
    }
    comparison.missing = comparison.lines.count { $0.isKnownSomewhere && !$0.isKnown }
    if question.isOfAll { comparison.keepGreatest(question.mostCells) }
    addBands(question, &comparison)
    if !attributed { return comparison }
    let attributor = DifferenceAttributor(question, horizon ?? 0, self)
    comparison.sources = attributor.sources(of: comparison.lines)
    return comparison
  }

  /// Returns the last period up to `horizon` that is known in all of `cubes`, else in any; nil where there are no periods.
  private func lastPeriod(of cubes: [Cube], _ horizon: Int?) -> Period? {
    let known = cubes.map { Set($0.knownPeriods) }
    let any = known.reduce(Set<Period>()) { $0.union($1) }
    let within = any.filter { period in horizon.map { $0 == 0 || period.months <= $0 } ?? true }
    let everywhere = within.filter { period in
      zip(cubes, known).allSatisfy { $0.periods.isEmpty || $1.contains(period) }
    }
    return everywhere.max() ?? within.max() ?? any.max() ?? cubes.flatMap(\.periods).max()
  }

  /// Adds the cells of an expression at `period`, whose values in the scenarios are `cubes`.
  private func add(_ item: Int, _ period: Period?, _ cubes: [Cube], _ comparison: inout ScenarioComparison) {
    let cubes = period.map { period in cubes.map { $0.at(period) } } ?? cubes
    let dimensions = cubes.flatMap(\.axes).map(\.dimension)
    for dimension in dimensions where !comparison.dimensions.contains(dimension) {
      comparison.dimensions.append(dimension)
    }
    var own: [Dimension] = []
    for dimension in dimensions where !own.contains(dimension) { own.append(dimension) }
    let axes = Cube.commonAxes(of: cubes, own)
    let spread = cubes.map { $0.overAxes(axes) }
    for offset in 0..<(spread.first?.count ?? 0) {
      let members = Dictionary(uniqueKeysWithValues: spread[0].point(at: offset).map { ($0.dimension, $0.label) })
      let values = spread.map { CellValue($0, offset) }
      comparison.lines.append(
        ScenarioComparison.Line(
          cell: ComparedCell(item: item, period: period, members: members), values: values,
          differences: values.dropFirst().map {
            .init(absolute: $0.change(from: values[0]), relative: $0.growth(over: values[0]))
          }))
    }
  }

  /// Adds the bands of the differences where anything is uncertain.
  private mutating func addBands(_ question: CompareQuestion, _ comparison: inout ScenarioComparison) {
    for item in question.items.indices {
      let lines = comparison.lines.indices.filter { comparison.lines[$0].cell.item == item }
      if lines.isEmpty { continue }
      for (position, scenario) in question.scenarios.dropFirst().enumerated() {
        let quantiles = differenceQuantiles(
          of: question.items[item].expression, in: scenario, less: question.scenarios[0],
          at: lines.compactMap { comparison.lines[$0].cell.period }, [0.05, 0.95])
        guard let quantiles else { continue }
        for line in lines {
          let point = comparison.lines[line].cell.point
          let missing = comparison.lines[line].differences[position].absolute
          let band = quantiles.map { missing.number == nil ? missing : CellValue($0, at: point) }
          comparison.lines[line].differences[position].band = band
        }
      }
    }
  }
}

extension ScenarioComparison {
  /// Keeps the cells that differ, the greatest relative change first, and of these at most `limit`.
  fileprivate mutating func keepGreatest(_ limit: Int) {
    let different = lines.filter(\.isDifferent).enumerated().sorted { one, other in
      let order = compareAtTwelveDigits(one.element.size, other.element.size)
      return order == 0 ? one.offset < other.offset : order > 0
    }
    lines = different.prefix(limit).map(\.element)
    hidden = different.count - lines.count
  }
}
