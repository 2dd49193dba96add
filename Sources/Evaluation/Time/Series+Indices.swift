import Indicators
import Semantics

/// Bases of index numbers, and chains of them.
extension Series {
  /// Returns each lane's base: its value at `period`, or for finer values the mean of all parts of that year.
  func base(_ period: Period) -> Cube {
    Series(converted(to: period.frequency, .mean)).at(period)
  }

  /// Returns an index that is 100 in `base`, chained of values that are each relative to the same period a year before.
  ///
  /// The values are index numbers with the year before as 100, or growth in percent. Behind a link that is missing
  /// there is nothing to chain.
  func chained(to base: Period, growth: Bool) -> Cube {
    let own = periods.filter { $0.frequency.perYear > 1 || base.frequency == .year }
    let before = own.map { $0.advanced(by: -$0.frequency.perYear) }
    let bases = Set(own.map(\.frequency)).flatMap { base.parts($0) }
    return mapped(over: Set(own + before + bases).sorted()) { lane, period in
      let (starts, part) = (base.parts(period.frequency), base.frequency == .year ? period.part - 1 : 0)
      guard starts.indices.contains(part) else { return (0, .undefined) }
      let start = starts[part]
      var number = 100.0
      let years = period.year - start.year
      // The links from the base to the period, or from the year behind the period up to the base, turned round.
      for step in years > 0 ? Array(1...years) : Array((0..<max(0, -years))) {
        let distance = years > 0 ? step : -step
        let link = cell(lane, start.advanced(by: distance * period.frequency.perYear))
        guard link.reason == .known else { return link }
        let factor = growth ? 1 + link.value / 100 : link.value / 100
        guard factor > 0 else { return (0, .undefined) }
        number = years > 0 ? number * factor : number / factor
      }
      return number.isFinite ? (number, .known) : (0, .undefined)
    }
  }
}
