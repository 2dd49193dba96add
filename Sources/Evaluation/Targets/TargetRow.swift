import Indicators
import Semantics
import Source
import Units

/// The status of a target.
enum TargetStatus: String, Sendable {
  case met, missed, pending, unknown, open, manual
  /// Before the deadline, as of a period: more than the time gone asks for, as much, or less.
  case ahead, behind
  case onTrack = "on track"
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
  /// What is asked, as read.
  var conditions: [TargetCondition] = []
  /// What is asked, with its numbers worked out.
  var demands: [Demand]
  /// Whether the number asked is printed, and not worked out from a baseline.
  var isNumberPrinted = true
  /// The period of the baseline.
  var baselinePeriod: Period?
  /// Whether the values of the parts of a period are added up in it.
  var accumulates = false
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
  /// What the value was made of, where it is not one printed figure of the deadline's length.
  var basis: Phrase?
  /// Whether the judged value has only been added up for a part of the deadline's period.
  var isPartial = false
  /// Whether there are figures of which only the indicator's kind would tell what they say of the deadline's period.
  var lacksKind = false
  /// The group among whose members a place is asked for, where the data do not hold them.
  var ungrouped: String?
  /// How the target stands as of a period before or after its deadline, where that was asked.
  var standing: Standing?
}

extension TargetRow {
  /// Whether a value can be more or less near to what is asked.
  var isMeasured: Bool {
    demands.contains(where: \.isMeasured)
  }

  /// Judges the target by `series`, the values of its cell by period, with `baseline` as of its period.
  mutating func judge(_ series: TargetSeries, baseline: Double?) {
    self.baseline = baseline
    let periods = series.inPeriods(of: deadline.frequency)
    let atDeadline = periods.first { $0.period == deadline }
    let before = periods.last { $0.value != nil && $0.period < deadline }
    let isLater = series.observations.contains { $0.value != nil && deadline.months < $0.period.months }
    let isObserved = atDeadline?.value != nil
    take(isObserved ? atDeadline : series.latest(in: deadline) ?? before ?? series.latest(before: deadline), series)
    valueReason = atDeadline?.reason ?? .outsideData
    let isRecordedMissing = atDeadline.map { $0.value == nil && $0.reason != .outsideData } ?? false
    lacksKind = isMeasured && !isObserved && series.kind == nil && series.partFrequency(of: deadline) != nil

    let isUnknown = isRecordedMissing || isLater || series.hasHole(in: deadline)
    let statuses = demands.map { status(of: $0, isObserved, isUnknown, baseline) }
    let order: [TargetStatus] = [.missed, .pending, .unknown, .open, .manual, .met]
    status = order.first { statuses.contains($0) } ?? .unknown

    asked = number(from: baseline)
    measure()
    if let before = before?.value {
      let judgements = demands.compactMap { $0.isRetreat(from: before, baseline: baseline) }
      retreat = judgements.isEmpty ? nil : judgements.contains(true)
    }
  }

  /// Returns the number asked: of several parts the first number that would do for all, else the first.
  private func number(from baseline: Double?) -> Double? {
    let numbers = demands.compactMap { $0.asked(baseline: baseline) }
    let fitting = numbers.first { number in
      demands.allSatisfy { demand in
        // A strict bound's own number is what the plan takes for it.
        if let own = demand.asked(baseline: baseline), equalAtTwelveDigits(own, number) { return true }
        return demand.isMet(by: number, baseline: baseline) ?? true
      }
    }
    return fitting ?? numbers.first
  }

  /// Takes `observation` as the value that is judged.
  mutating func take(_ observation: Observation?, _ series: TargetSeries) {
    value = observation?.value
    period = observation?.period
    valueReason = observation?.reason ?? .outsideData
    isPartial = observation.map { series.isPart($0.period, of: deadline) } ?? false
    basis = observation.flatMap { series.basis(of: $0, in: deadline) }
  }

  /// Works out how far the value is from what is asked.
  mutating func measure() {
    guard let value else { return }
    gap = demands.compactMap { $0.gap(of: value, baseline: baseline) }.max()
    completion = demands.completion(of: value, baseline: baseline)
    let verdicts = demands.map { $0.isMet(by: value, baseline: baseline) }
    isMetAlready = verdicts.contains(false) ? false : verdicts.contains(nil) ? nil : true
    if isPartial {
      // What grows until the deadline says nothing yet of a bound from above, or of a whole year's change.
      if isMetAlready == true, demands.contains(where: { $0.direction != .higher }) { isMetAlready = nil }
      return
    }
    if let asked, let baseline, asked != baseline { fromBaseline = (value - baseline) / (asked - baseline) * 100 }
    require(from: value)
  }

  /// Returns the status that one demand alone would have at the deadline.
  private func status(
    of demand: Demand, _ isObserved: Bool, _ isUnknown: Bool, _ baseline: Double?
  ) -> TargetStatus {
    switch demand.form {
    case .assigned: return .open
    case .milestone: return .manual
    case .ranks(.noGroup): return .unknown
    case .ranks(.undecided): return isObserved || isUnknown ? .unknown : .pending
    case .ranks(.within): return .met
    case .ranks(.below): return .missed
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

extension TargetRow {
  /// The members and the deadline of a cell.
  struct Cell: Hashable {
    let members: [String]
    let deadline: Period
  }

  /// The cell that the target is of.
  var cell: Cell { Cell(members: members.map(\.name), deadline: deadline) }
}
