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
      expression, operation(of: call), point, scenario, depth, &walk, label: Phrase(same: label))
    let points = sources(of: call, point, scenario)
    if call.function == .cagr, let years = years(between: points) {
      walk.change(own) { step in
        step.parameters.append(.init(name: "years", value: years))
        step.details.append(
          Phrase("over \(shortestString(years)) year\(years == 1 ? "" : "s")", "历时 \(shortestString(years)) 年"))
      }
    }
    for point in points { derive(call.series, point, scenario, depth + 1, &walk) }
  }

  /// Returns `expression` as written, and with its name where a function is understood and not written.
  func wording(of expression: CheckedExpression) -> String {
    guard case .time(let call) = expression.form, call.series.range == expression.range,
      let builtin = Builtin.all.first(where: { $0.kind == .time(call.function) })
    else { return text(expression.range) }
    let name = language == .chinese ? builtin.chinese : builtin.english
    return "\(name)(\(text(expression.range)))"
  }

  private func operation(of call: TimeCall) -> DerivationOperation {
    switch call.function {
    case .ytd: .aggregate(.sum)
    case .rolling, .annual: .aggregate(call.rolling)
    case .prev, .diff, .yoy, .cagr, .rebase: .time(call.function)
    }
  }

  private func years(between points: [[Dimension: Label]]) -> Double? {
    let periods = points.compactMap { if case .period(let period)? = $0[.period] { period } else { nil } }
    guard let first = periods.min(), let last = periods.max(), first < last else { return nil }
    return Double(last.months - first.months) / 12
  }

  /// Returns the points of its series that a function of time takes for the value at `point`.
  mutating func sources(
    of call: TimeCall, _ point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [[Dimension: Label]] {
    var periods: [Period] = []
    let here: Period? = if case .period(let period)? = point[.period] { period } else { nil }
    switch call.function {
    case .prev: periods = here.map { [$0.advanced(by: -1)] } ?? []
    case .diff: periods = here.map { [$0, $0.advanced(by: -1)] } ?? []
    case .yoy: periods = here.map { [$0, $0.advanced(by: -$0.frequency.perYear)] } ?? []
    case .cagr:
      if let years = call.count {
        periods = here.map { [$0, $0.advanced(by: -years * $0.frequency.perYear)] } ?? []
      } else if let span = call.span {
        periods = [span.last, span.first]
      } else if case .numbers(let cube) = value(of: call.series, in: scenario) {
        periods = [cube.periods.last, cube.periods.first].compactMap { $0 }
      }
    case .ytd: periods = here.map { period in (0..<period.part).map { period.advanced(by: -$0) } } ?? []
    case .rolling: periods = here.map { period in (0..<(call.count ?? 1)).map { period.advanced(by: -$0) } } ?? []
    case .rebase: periods = [here, call.span?.first].compactMap { $0 }
    case .annual: periods = here.map { parts(of: $0, call, scenario) } ?? []
    }
    return periods.map { point.merging([.period: .period($0)]) { $1 } }
  }

  /// Returns the parts of `year` that its value is made of: all of them, or the last.
  private mutating func parts(of year: Period, _ call: TimeCall, _ scenario: ScenarioID) -> [Period] {
    guard case .numbers(let cube) = value(of: call.series, in: scenario),
      let frequency = cube.periods.first?.frequency, frequency != .year
    else { return [year] }
    let last = Period(year: year.year, frequency: frequency, part: frequency.perYear)
    if call.rolling == .last { return [last] }
    return (0..<frequency.perYear).map { last.advanced(by: $0 + 1 - frequency.perYear) }
  }
}
