import Indicators

/// How surely a condition is met over time: shares of the samples in which it is known in every period, in percent.
package struct MeetingTimes: Sendable {
  /// The periods, ascending.
  package let periods: [Period]
  /// The share that meets it in each period.
  package let met: [Double]
  /// The share that has met it in each period or an earlier one of these.
  package let metByThen: [Double]
  /// The share that meets it in none of them.
  package let never: Double
  /// How many samples are known.
  package let known: Int
  /// How many samples there are.
  package let samples: Int
}

/// Counts when samples meet a condition, block by block.
struct MeetingTimesCounter {
  private let periods: [Period]
  private var met: [Int]
  private var first: [Int]
  private var known = 0
  private var samples = 0

  init(_ periods: [Period]) {
    self.periods = periods
    met = Array(repeating: 0, count: periods.count)
    first = met
  }

  /// Adds the samples of a block; `verdicts` has an element for each period, with one for each sample.
  mutating func add(_ verdicts: [[SampledVerdict]]) {
    for sample in verdicts[0].indices {
      samples += 1
      let own = verdicts.map { $0[sample] }
      if own.contains(.unknown) { continue }
      known += 1
      for place in own.indices where own[place] == .met { met[place] += 1 }
      if let place = own.firstIndex(of: .met) { first[place] += 1 }
    }
  }

  /// What has been counted; nil where no sample is known.
  var times: MeetingTimes? {
    guard known > 0 else { return nil }
    func share(_ count: Int) -> Double { Double(count) * 100 / Double(known) }
    var reached = 0
    let byThen = first.map { count -> Double in
      reached += count
      return share(reached)
    }
    return MeetingTimes(
      periods: periods, met: met.map(share), metByThen: byThen, never: share(known - reached), known: known,
      samples: samples)
  }
}
