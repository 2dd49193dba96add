import Evaluation
import Indicators
import Semantics
import Units

/// Seeks the values of params, nearest to the present ones, at which a condition holds.
package struct GoalSeek {
  let question: SolveQuestion
  let present: [Double]
  let ranges: [ClosedRange<Double>]
  let isSampled: Bool
  var trials: Trials
  var remarks: [GoalSolution.Remark] = []

  /// Prepares the search, or reports why there can be none.
  package init?(_ question: SolveQuestion, _ evaluator: inout Evaluator) {
    self.question = question
    // Computed with what is stated first, so that findings about it are kept; those of trials are not.
    guard evaluator.singleCell(of: question.condition, in: question.scenario) != nil else {
      evaluator.report(severalCellsOf: question.condition, in: question.scenario)
      return nil
    }
    var (present, ranges): ([Double], [ClosedRange<Double>]) = ([], [])
    for (position, bounds) in zip(question.parameters, question.bounds) {
      guard let value = evaluator.presentValue(ofParameter: position, in: question.scenario),
        let range = bounds ?? (value == 0 ? nil : GoalSeek.assumedRange(around: value))
      else {
        evaluator.report(rangelessParameter: position, at: question.range)
        return nil
      }
      present.append(value)
      ranges.append(range)
    }
    self.present = present
    self.ranges = ranges
    isSampled = evaluator.restsOnSamples(question.condition, under: question.scenario)
    let requirement = Requirement(question.condition, in: evaluator.program)
    let moved = MovedParameters(
      evaluator, moving: question.parameters, from: present, of: [question.condition], in: question.scenario)
    trials = Trials(requirement, moved, in: question.scenario)
  }

  /// Returns ten times the value to either side, where nobody states a range.
  private static func assumedRange(around value: Double) -> ClosedRange<Double> {
    significantDecimal(
      value - 10 * value.magnitude, digits: 12)...significantDecimal(
        value + 10 * value.magnitude, digits: 12)
  }

  /// The present values, each brought into its range.
  var start: [Double] { zip(present, ranges).map { min(max($0, $1.lowerBound), $1.upperBound) } }

  /// How many samples a trial had when the user ended the search, which then means nothing; nil where nobody did.
  package var samplesWhenEnded: Int? { trials.samplesWhenEnded }

  /// Seeks.
  package mutating func solution() -> GoalSolution {
    for (index, value) in present.enumerated() where !ranges[index].contains(value) {
      remarks.append(.presentOutside(parameter: question.parameters[index]))
    }
    if isSampled { remarks.append(.tolerance(share: 1e-4)) }
    return ranges.count == 1 ? solutionOfOne() : solutionOfSeveral()
  }

  private mutating func solutionOfOne() -> GoalSolution {
    var search = LineSearch(
      Line(along: 0, from: start, within: ranges), from: ranges[0].lowerBound, to: ranges[0].upperBound,
      start: start[0], isSampled: isSampled)
    search.run(&trials)
    noteScan(search)
    if search.holdsAtStart {
      // A present value outside the range is brought to its end first.
      guard start == present else { return finished(.solved, at: start, jumps: false) }
      let low = search.lastHolding(from: start[0], upward: false, &trials)
      let high = search.lastHolding(from: start[0], upward: true, &trials)
      remarks.insert(holding(start[0], from: low, to: high, within: search), at: 0)
      return finished(.metAlready, at: start, jumps: false)
    }
    guard let edge = search.edge else {
      guard let best = search.best(trials) else { return unknown(search) }
      return impossible(at: [best])
    }
    let jumps = search.jumps(at: edge, &trials)
    let found = printable([edge.place])
    let other = search.lastHolding(from: edge.place, upward: edge.place > start[0], &trials)
    remarks.insert(
      holding(found[0], from: min(found[0], other), to: max(found[0], other), within: search), at: 0)
    if jumps { remarks.insert(.jumps, at: 0) }
    return finished(.solved, at: found, jumps: jumps)
  }

  /// Notes what the scan along the one param shows.
  private mutating func noteScan(_ search: LineSearch) {
    for stretch in search.unknownStretches(&trials) where search.nodes.contains(where: { $0.trial.holds != nil }) {
      remarks.append(.unknown(from: stretch.first, to: stretch.last, stretch.reason))
    }
    let stretches = search.holdingStretches(of: trials.requirement)
    if stretches > 1 { remarks.append(trials.requirement.isEquality ? .places(stretches) : .stretches(stretches)) }
    if search.isFlat { remarks.append(.flat) }
  }

  /// Returns between which values, told apart as far as the search can, the condition holds around `place`.
  private mutating func holding(
    _ place: Double, from low: Double, to high: Double, within search: LineSearch
  ) -> GoalSolution.Remark {
    let digits = decimals(of: 0)
    if high - low <= 2 * powerOfTen(-digits) {
      return .holds(from: place, to: place, decimals: decimalsShown(place, 0))
    }
    func inside(_ place: Double, towards other: Double) -> Double {
      let rounded = roundHalfAwayFromZero(place, decimals: digits)
      if trials.holds(at: [rounded]) { return rounded }
      let unit = powerOfTen(-digits)
      return roundHalfAwayFromZero(rounded + (other > place ? unit : -unit), decimals: digits)
    }
    return .holds(
      from: low <= search.lower ? search.lower : inside(low, towards: high),
      to: high >= search.upper ? search.upper : inside(high, towards: low), decimals: digits)
  }

  private func unknown(_ search: LineSearch) -> GoalSolution {
    GoalSolution(
      status: .unknown(search.nodes.first { $0.place == start[0] }?.trial.reason ?? .undefined), movers: [],
      comparisons: [], remarks: remarks, evaluations: trials.count)
  }
}
