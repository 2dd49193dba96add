import Indicators
import Semantics

extension TimeCall {
  /// Returns the periods of its series that the value at `period` is made of; `periods` are those that there are.
  func sources(at period: Period?, in periods: [Period]) -> [Period] {
    switch function {
    case .prev: return period.map { [$0.advanced(by: -1)] } ?? []
    case .diff: return period.map { [$0, $0.advanced(by: -1)] } ?? []
    case .yoy: return period.map { [$0, $0.advanced(by: -$0.frequency.perYear)] } ?? []
    case .cagr:
      if let years = count { return period.map { [$0, $0.advanced(by: -years * $0.frequency.perYear)] } ?? [] }
      if let span { return [span.first, span.last] }
      return [periods.first, periods.last].compactMap { $0 }
    case .ytd: return period.map { period in (0..<period.part).map { period.advanced(by: -$0) } } ?? []
    case .rolling: return period.map { period in (0..<(count ?? 1)).map { period.advanced(by: -$0) } } ?? []
    case .rebase: return [period, span?.first].compactMap { $0 }
    case .annual:
      guard let period, let frequency = periods.first?.frequency, frequency != .year else {
        return [period].compactMap { $0 }
      }
      let last = Period(year: period.year, frequency: frequency, part: frequency.perYear)
      return rolling == .last ? [last] : (0..<frequency.perYear).map { last.advanced(by: $0 + 1 - frequency.perYear) }
    }
  }
}
