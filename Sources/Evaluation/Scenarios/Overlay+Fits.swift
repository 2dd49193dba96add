import Glibc
import Indicators
import Semantics

/// What is fitted to the observations of a lane.
enum LaneFit {
  /// A line through the values, or through their logarithms.
  case line(StraightLine, isLog: Bool)
  /// A compound yearly growth, as a share.
  case growth(Double)
  /// Why nothing can be fitted.
  case none(MissingReason)
}

/// Paths that are fitted to the observations of a lane.
extension Overlay {
  /// Returns the least-squares line through the root's known values of a lane from `first` to `last` in one sample, for the
  /// course at `index`.
  ///
  /// At least two values are needed; through their logarithms, all must be positive.
  func line(_ lane: Int, _ sample: Int, _ index: Int, _ first: Period, _ last: Period, isLog: Bool) -> LaneFit {
    if root.width == 1, let span = lineSpans[index], let line = span.line(root.run(lane * periods.count)) {
      return .line(line, isLog: false)
    }
    let observed = observations(of: lane, sample, first, last)
    if isLog, observed.contains(where: { $0.value <= 0 }) { return .none(.nonPositiveBase) }
    let line = Kernels.line(
      x: observed.map { Double($0.period.ordinal - first.ordinal) },
      y: observed.map { isLog ? log($0.value) : $0.value })
    return line.map { .line($0, isLog: isLog) } ?? .none(.outsideData)
  }

  /// Returns the compound yearly growth between the root's values at `first` and `last` in one sample.
  func growth(_ lane: Int, _ sample: Int, _ first: Period, _ last: Period) -> LaneFit {
    guard first <= last else { return .none(.outsideData) }
    let years = Double(last.ordinal - first.ordinal) / Double(first.frequency.perYear)
    return LaneFit(from: observation(of: lane, sample, first), to: observation(of: lane, sample, last), years: years)
  }

  /// Returns the root's known value of a lane at `period` in one sample.
  private func observation(of lane: Int, _ sample: Int, _ period: Period) -> Double? {
    guard let place = index.place(of: period) else { return nil }
    let cell = root[lane * periods.count + place][sample]
    return cell.reason.isKnown ? cell.value : nil
  }

  /// Returns the root's known values of a lane from `first` to `last` in one sample.
  private func observations(
    of lane: Int, _ sample: Int, _ first: Period, _ last: Period
  ) -> [(period: Period, value: Double)] {
    periods.indices.compactMap { place in
      guard first <= periods[place], periods[place] <= last else { return nil }
      let cell = root[lane * periods.count + place][sample]
      return cell.reason == .known ? (periods[place], cell.value) : nil
    }
  }
}

extension LaneFit {
  /// Fits the compound growth that takes a value to another in so many years.
  init(from start: Double?, to end: Double?, years: Double) {
    guard let start, let end else {
      self = .none(.outsideData)
      return
    }
    let rate = Kernels.compoundGrowth(from: start, to: end, periods: years)
    self = rate.map { .growth($0) } ?? .none(start > 0 ? .undefined : .nonPositiveBase)
  }

  /// Returns the value of a fitted line at `period`, counted from `first`.
  func value(at period: Period, since first: Period) -> (value: Double, reason: MissingReason) {
    switch self {
    case .line(let line, let isLog):
      let fitted = line.intercept + line.slope * Double(period.ordinal - first.ordinal)
      return Row.settled(isLog ? exp(fitted) : fitted)
    case .growth: return (0, .undefined)
    case .none(let reason): return (0, reason)
    }
  }

  /// The yearly growth, as a share.
  var rate: (value: Double, reason: MissingReason) {
    switch self {
    case .growth(let rate): (rate, .known)
    case .line: (0, .undefined)
    case .none(let reason): (0, reason)
    }
  }
}
