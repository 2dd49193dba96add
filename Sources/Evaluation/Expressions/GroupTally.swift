import Indicators
import Semantics

/// What is known of some cells of a group, so that what is known of several parts of it can be added up.
///
/// Sums stay exact: what they come to does not depend on the parts.
struct GroupTally: Sendable {
  /// How many cells there are, and how many of them are known.
  private(set) var frame = 0
  private(set) var known = 0
  /// In how many cells that are known a condition holds.
  private var holds = 0
  /// Whether a cell is missing because it needs itself.
  private var isCircular = false
  /// Why the first cell that is missing is.
  private var firstMissing: MissingReason?
  private var sums: [SplitSum] = []
  /// Numbers that are not added up yet.
  private var loose: [Double] = []
  private var extent: (least: Double, greatest: Double)?

  /// How many numbers are added up at least before it is known which others come to the sum: that of few often lies half-way
  /// between two doubles.
  private static let fewestSplit = 256

  /// Creates a tally of no cells.
  init() {}

  /// Creates the tally of a condition that is known in `known` of `frame` cells, and holds in `holds` of them.
  init(frame: Int, known: Int, holds: Int) { (self.frame, self.known, self.holds) = (frame, known, holds) }

  /// Takes the cells with `values` and `reasons` of which `function` is asked; combinations that the sheet does not have are no
  /// cells.
  init(
    _ function: AggregateFunction, _ values: UnsafeBufferPointer<Double>,
    _ reasons: UnsafeBufferPointer<MissingReason>
  ) {
    frame = values.count
    note(reasons)
    if function == .count, known == values.count {
      for value in values { holds &+= value != 0 ? 1 : 0 }
    } else if function == .count {
      for place in values.indices { holds &+= reasons[place].isKnown && values[place] != 0 ? 1 : 0 }
    } else if known == values.count {
      take(function, values)
    } else {
      withUnsafeTemporaryAllocation(of: Double.self, capacity: known) { numbers in
        var next = 0
        for place in values.indices where reasons[place].isKnown {
          numbers[next] = values[place]
          next += 1
        }
        take(function, UnsafeBufferPointer(numbers))
      }
    }
  }

  /// Counts what is known, and notes why the others are missing.
  private mutating func note(_ reasons: UnsafeBufferPointer<MissingReason>) {
    var any: UInt8 = 0
    for reason in reasons { any |= reason.code }
    known = frame
    if any == 0 { return }
    known = 0
    for reason in reasons { known &+= reason.isKnown ? 1 : 0 }
    let (noCombination, inCircle) = (MissingReason.noSuchCombination.code, MissingReason.circular.code)
    var (absent, circular) = (0, 0)
    for reason in reasons {
      absent &+= reason.code == noCombination ? 1 : 0
      circular &+= reason.code == inCircle ? 1 : 0
    }
    frame -= absent
    isCircular = circular > 0
    firstMissing = reasons.first { !$0.isKnown && $0.code != noCombination }
  }

  private mutating func take(_ function: AggregateFunction, _ numbers: UnsafeBufferPointer<Double>) {
    switch function {
    case .sum, .mean:
      for start in stride(from: 0, to: numbers.count, by: SplitSum.mostValues) {
        let end = min(start + SplitSum.mostValues, numbers.count)
        let block = UnsafeBufferPointer(rebasing: numbers[start..<end])
        if block.count >= Self.fewestSplit, let sum = SplitSum(block) { sums.append(sum) } else { loose += block }
      }
    case .min, .max: extent = Kernels.extent(numbers)
    case .median, .quantile, .stdev, .cv, .gini, .theil, .count, .share, .rank, .first, .last, .distinct, .list, .ratio,
      .correlation, .contribution, .proportion:
      break
    }
  }

  /// Adds what is known of cells that come after these.
  mutating func add(_ next: GroupTally) {
    frame += next.frame
    known += next.known
    holds += next.holds
    isCircular = isCircular || next.isCircular
    firstMissing = firstMissing ?? next.firstMissing
    sums += next.sums
    loose += next.loose
    guard let own = extent, let other = next.extent else { return extent = extent ?? next.extent }
    extent = (
      least: other.least < own.least ? other.least : own.least,
      greatest: other.greatest > own.greatest ? other.greatest : own.greatest
    )
  }

  /// Returns what `call` makes of the cells; nil where that takes all of them once more.
  func outcome(_ call: AggregateCall) -> GroupOutcome? {
    var outcome = GroupOutcome(frame: frame, known: known)
    if isCircular {
      outcome.reason = .circular
      return outcome
    }
    if call.requires(moreThan: outcome.coverage) {
      outcome.reason = .coverage
      return outcome
    }
    if call.function == .count {
      outcome.number = Double(call.countsKnown ? known : holds)
      return outcome
    }
    if known == 0 {
      outcome.reason = firstMissing ?? .undefined
      return outcome
    }
    guard let number = number(call.function) else { return nil }
    outcome.number = number
    return outcome
  }

  private func number(_ function: AggregateFunction) -> Double? {
    switch function {
    case .sum: total
    case .mean: total.map { $0 / Double(known) }
    case .min: extent?.least
    case .max: extent?.greatest
    case .median, .quantile, .stdev, .cv, .gini, .theil, .count, .share, .rank, .first, .last, .distinct, .list, .ratio,
      .correlation, .contribution, .proportion:
      nil
    }
  }

  /// The correctly rounded sum; nil where it is not finite, or cannot be told.
  private var total: Double? {
    var tally = SumTally()
    for sum in sums { tally.add(sum) }
    loose.withUnsafeBufferPointer { tally.addOneByOne($0) }
    return tally.rounded
  }
}
