import Indicators
import Semantics

extension Evaluator {
  /// Returns the points of its series that a function of time takes for the value at `point`.
  mutating func sources(
    of call: TimeCall, _ point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [[Dimension: Label]] {
    let series = Series(cube(call.series, Surroundings(scenario: scenario)))
    return sources(of: call, in: series, at: point).map { point.merging([.period: .period($0)]) { $1 } }
  }

  /// Returns the periods of `series` that a function of time takes for the value at `point`.
  func sources(of call: TimeCall, in series: Series, at point: [Dimension: Label]) -> [Period] {
    let here: Period? = if case .period(let period)? = point[.period] { period } else { nil }
    let periods: [Period]
    switch call.function {
    case .slope, .trend: periods = series.knownPeriods(at: point, call.span ?? series.knownSpan)
    case .prev, .diff, .yoy, .mom, .cagr, .ytd, .rolling, .rebase, .index, .chain, .annual, .halfyearly, .quarterly:
      periods = here.map { sources(of: call, at: $0, series, point) } ?? ends(of: call, series)
    }
    return periods
  }

  /// Returns the ends of a span, for a value that has no period of its own.
  private func ends(of call: TimeCall, _ series: Series) -> [Period] {
    (call.span ?? series.knownSpan).map { [$0.first, $0.last] } ?? []
  }

  private func sources(
    of call: TimeCall, at here: Period, _ series: Series, _ point: [Dimension: Label]
  ) -> [Period] {
    let yearBefore = here.advanced(by: -here.frequency.perYear)
    switch call.function {
    case .prev: return [here.advanced(by: -1)]
    case .diff where call.isCumulative && here.frequency != .year && here.part == 1: return [here]
    case .diff, .mom: return [here, here.advanced(by: -1)]
    case .yoy: return [here, yearBefore]
    case .cagr:
      return call.count.map { [here, here.advanced(by: -$0 * here.frequency.perYear)] } ?? ends(of: call, series)
    case .ytd where call.isCumulative: return [here]
    case .ytd: return (0..<here.part).map { here.advanced(by: -$0) }
    case .rolling: return (0..<(call.count ?? 1)).map { here.advanced(by: -$0) }
    case .rebase, .index:
      guard let base = call.span?.first else { return [here, yearBefore] }
      return [here] + base.parts(base.frequency == .year ? here.frequency : base.frequency)
    case .chain:
      guard let base = call.span?.first else { return [here] }
      return linkYears(from: base.year, to: here.year).map {
        here.advanced(by: ($0 - here.year) * here.frequency.perYear)
      }
    case .slope, .trend: return []
    case .annual, .halfyearly, .quarterly: return series.partsTaken(for: here, call.aggregate, at: point)
    }
  }

  /// Returns the years whose links lead from the base to a year, which is behind or before it.
  private func linkYears(from base: Int, to year: Int) -> [Int] {
    year > base ? Array(base + 1...year) : Array((year..<base).map { $0 + 1 })
  }
}

extension Series {
  /// Returns the periods of a span that are known at `point`.
  fileprivate func knownPeriods(at point: [Dimension: Label], _ span: (first: Period, last: Period)?) -> [Period] {
    guard let span else { return [] }
    return periods.filter { period in
      span.first <= period && period <= span.last
        && cube.offset(at: point.merging([.period: .period(period)]) { $1 }).map { cube.reasons[$0] == .known } ?? false
    }
  }

  /// Returns the periods that make the longer `period` at `point`: itself where it is printed, else the fewest parts.
  fileprivate func partsTaken(
    for period: Period, _ function: AggregateFunction, at point: [Dimension: Label]
  ) -> [Period] {
    func isKnown(_ period: Period) -> Bool {
      cube.offset(at: point.merging([.period: .period(period)]) { $1 }).map { cube.reasons[$0] == .known } ?? false
    }
    let frequencies = Set(periods.map(\.frequency)).filter { $0.perYear >= period.frequency.perYear }
    let choices = frequencies.sorted { $0.perYear < $1.perYear }.map { frequency -> [Period] in
      let parts = period.parts(frequency)
      return switch function {
      case .first: [parts[0]]
      case .last: [parts[parts.count - 1]]
      case .sum, .mean, .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .count, .distinct, .list, .share,
        .rank, .ratio,
        .correlation, .contribution, .proportion:
        parts
      }
    }
    return choices.first { $0.allSatisfy(isKnown) } ?? choices.first ?? []
  }
}
