import Indicators
import Semantics
import Source
import Units

/// The status of a target.
enum TargetStatus: String, Sendable {
  case met, missed, pending, unknown, open, manual
}

/// A target of one cell, with everything that can be said of it.
struct TargetRow: Sendable {
  /// The indicator or expression that is judged, as its source names it.
  var name: String
  /// The indicator's position in the program, where the target is of an indicator.
  var indicator: Int?
  /// The members of the cell, by dimension.
  var members: [(dimension: Dimension, name: String)] = []
  /// The sheet the target stands in; nil for a script's.
  var sheet: Int?
  /// The position of the indicator in the sheet.
  var sheetIndicator: Int?
  /// Where the formula of the subject is declared, where it is an alias.
  var formula: SourceRange?
  /// Where the target is printed or written.
  var site: Site
  /// The target as printed or written.
  var raw: String
  /// What was read from it, as a condition of gf.
  var form: Phrase
  /// The deadline.
  var deadline: Period
  /// What is asked.
  var demands: [Demand]
  /// Whether the number asked is printed, and not worked out from a baseline.
  var isNumberPrinted = true
  /// The unit of the numbers.
  var unit: MeasurementUnit
  /// How many digits stand after the decimal point of the number asked.
  var decimals: Int
  /// The responsible units, the lead first.
  var owners: [String]
  var attribute: String?
  var group: String?
  var item: String?
  var weight: Double?

  var status = TargetStatus.unknown
  /// The value that is judged, and why there is none.
  var value: Double?
  var valueReason = MissingReason.outsideData
  /// The period of that value.
  var period: Period?
  var baseline: Double?
  var asked: Double?
  var gap: Double?
  var completion: Double?
  var fromBaseline: Double?
  /// The yearly change needed: in percent of the value, for percentages in percentage points.
  var required: Double?
  var requiredAbsolute: Double?
  var retreat: Bool?
  /// Whether the value meets the target, at the deadline or before it; nil where that cannot be said.
  var isMetAlready: Bool?
}

extension TargetRow {
  /// Whether a value can be more or less near to what is asked.
  var isMeasured: Bool {
    demands.contains { demand in
      switch demand.form {
      case .assigned, .ranks, .milestone: false
      case .atLeast, .moreThan, .atMost, .lessThan, .equal, .holds, .inRange, .rises, .falls, .unknown: true
      }
    }
  }

  /// Judges the target by `series`, the values of its cell by period, with `baseline` as of its period.
  mutating func judge(_ series: [(period: Period, value: Double?, reason: MissingReason)], baseline: Double?) {
    self.baseline = baseline
    let known = series.filter { $0.value != nil }
    let atDeadline = series.first { $0.period == deadline }
    let before = known.last { $0.period < deadline }
    let isLater = known.contains { deadline < $0.period }
    let judged: (period: Period, value: Double?, reason: MissingReason)?
    if let atDeadline, atDeadline.value != nil { judged = atDeadline } else { judged = before }
    value = judged?.value
    period = judged?.period
    valueReason = atDeadline?.reason ?? .outsideData
    let isObserved = atDeadline?.value != nil
    let isRecordedMissing = atDeadline.map { $0.value == nil && $0.reason != .outsideData } ?? false

    let statuses = demands.map { status(of: $0, isObserved, isRecordedMissing || isLater, baseline) }
    let order: [TargetStatus] = [.missed, .pending, .unknown, .open, .manual, .met]
    status = order.first { statuses.contains($0) } ?? .unknown

    asked = demands.lazy.compactMap { $0.asked(baseline: baseline) }.first
    if let value {
      gap = demands.compactMap { $0.gap(of: value, baseline: baseline) }.max()
      completion = demands.compactMap { $0.completion(of: value, baseline: baseline) }.min()
      if let asked, let baseline, asked != baseline { fromBaseline = (value - baseline) / (asked - baseline) * 100 }
      let verdicts = demands.map { $0.isMet(by: value, baseline: baseline) }
      isMetAlready = verdicts.contains(false) ? false : verdicts.contains(nil) ? nil : true
      require(from: value)
    }
    if let before = before?.value {
      let judgements = demands.compactMap { $0.isRetreat(from: before, baseline: baseline) }
      retreat = judgements.isEmpty ? nil : judgements.contains(true)
    }
  }

  private func status(
    of demand: Demand, _ isObserved: Bool, _ isUnknown: Bool, _ baseline: Double?
  ) -> TargetStatus {
    switch demand.form {
    case .assigned: return .open
    case .milestone: return .manual
    case .ranks: return .unknown
    case .unknown: return isObserved ? .unknown : .pending
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .holds, .inRange, .rises, .falls: break
    }
    guard isObserved, let value else { return isUnknown ? .unknown : .pending }
    return demand.isMet(by: value, baseline: baseline).map { $0 ? .met : .missed } ?? .unknown
  }

  /// Works out the yearly change needed from `value` to the number asked at the deadline.
  private mutating func require(from value: Double) {
    guard let asked, let period, period < deadline else { return }
    let years = Double(deadline.months - period.months) / 12
    requiredAbsolute = (asked - value) / years
    required = unit.nature == .percentage ? requiredAbsolute : growth(from: value, to: asked, years: years)
  }
}

extension Period {
  /// Months from the year 0 to the end of the period.
  var months: Int { (Int(ordinal) + 1) * (12 / frequency.perYear) }
}
