import Indicators
import Semantics
import Source
import Units

/// What functions of time take.
extension Evaluator {
  /// Adds a function of time and the values of its series that it takes.
  mutating func derive(
    _ call: TimeCall, _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ depth: Int, _ walk: inout DerivationWalk
  ) {
    let axes = cube(of: expression, scenario, &walk)?.axes ?? []
    let label = cellName(wording(of: expression), axes, point, scenario)
    let own = addStep(
      expression, nil, point, scenario, depth, &walk, label: Phrase(same: label))
    var points = sources(of: call, point, scenario)
    // Growth is from the earlier to the later.
    if call.function == .cagr, let first = points.first?.period, let last = points.last?.period, first < last {
      points.reverse()
    }
    walk.change(own) { $0.operation = operation(of: call, points, at: point) }
    describe(call, points, at: point, own, &walk)
    for point in points {
      derive(call.series, point, scenario, depth + 1, &walk)
      guard let weight = call.weight, points.count > 1 else { continue }
      deriveWeight(weight, point, scenario, depth + 2, &walk)
    }
  }

  /// Returns `expression` as written, and with its name where a function is understood and not written.
  func wording(of expression: CheckedExpression) -> String {
    guard case .time(let call) = expression.form, call.series.range == expression.range,
      let builtin = Builtin.all.first(where: { $0.kind == .time(call.function) })
    else { return text(expression.range) }
    let name = language == .chinese ? builtin.chinese : builtin.english
    return "\(name)(\(text(expression.range)))"
  }

  private func operation(
    of call: TimeCall, _ points: [[Dimension: Label]], at point: [Dimension: Label]
  ) -> DerivationOperation {
    switch call.function {
    case .ytd: .aggregate(.sum)
    case .rolling: .aggregate(call.aggregate)
    case .annual, .halfyearly, .quarterly: points.count == 1 ? .same : .aggregate(call.aggregate)
    case .diff: points.count == 1 ? .same : .time(.diff)
    case .rebase, .index: .time(.index)
    case .prev, .yoy, .mom, .cagr, .chain, .slope, .trend: .time(call.function)
    }
  }

  /// Says what a function of time is given beside its series.
  private func describe(
    _ call: TimeCall, _ points: [[Dimension: Label]], at point: [Dimension: Label], _ own: Int,
    _ walk: inout DerivationWalk
  ) {
    switch call.function {
    case .cagr:
      guard let last = points.first?.period, let first = points.last?.period, first < last else { return }
      let years = Double(last.months - first.months) / 12
      let digits = shortestString(years)
      walk.change(own) { step in
        step.parameters.append(.init(name: "years", value: years))
        step.details.append(Phrase("over \(digits) year\(years == 1 ? "" : "s")", "历时 \(digits) 年"))
      }
    case .chain:
      guard let base = call.span?.first, let here = point.period else { return }
      let isGrowth = call.series.type.kind == .rate
      walk.change(own) { step in
        step.parameters = [
          .init(name: "growth", value: isGrowth ? 1 : 0),
          .init(name: "backwards", value: here.year < base.year ? 1 : 0),
        ]
        step.details.append(Phrase("\(base) is 100", "以 \(base) 为 100"))
      }
    case .prev, .diff, .yoy, .mom, .ytd, .rolling, .rebase, .index, .slope, .trend, .annual, .halfyearly, .quarterly:
      break
    }
  }
}

extension [Dimension: Label] {
  /// The period that the labels name.
  fileprivate var period: Period? { if case .period(let period)? = self[.period] { period } else { nil } }
}
