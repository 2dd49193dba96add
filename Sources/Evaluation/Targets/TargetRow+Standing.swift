import Indicators
import Source
import Units

extension TargetRow {
  /// Judges the target as of `asOf`, with nothing observed later: by the deadline where that has come, else by the time gone.
  ///
  /// `frequency` is how often the indicator is reported where none of its reports has come yet.
  mutating func judge(
    _ series: TargetSeries, baseline: Double?, since baselinePeriod: Period, asOf: Period, frequency: Frequency?
  ) {
    let seen = series.until(asOf)
    judge(seen, baseline: baseline)
    standing = Standing()
    guard isMeasured else { return }
    if deadline.months <= asOf.months {
      close(seen)
    } else {
      // A flow adds up within the deadline's own period; all else is looked at through the deadline's year.
      let window = series.kind == .flow ? deadline : Period(year: deadline.year)
      guard window.monthsBefore < asOf.months else {
        say(Phrase("not begun", "期限所在时期未开始"))
        return
      }
      let due = series.dueFrequency(of: window) ?? frequency
      guard let frequency = due, frequency.perYear > window.frequency.perYear else {
        say(Phrase("yearly, not judged", "年度指标，不判进度"))
        return
      }
      guard let part = window.parts(frequency).last(where: { $0.months <= asOf.months }) else {
        say(Phrase("none due yet", "尚无应报数"))
        return
      }
      stand(seen, window, part, baselinePeriod)
    }
  }

  /// Says why the time gone is not looked at, behind the period of the value that is shown nonetheless.
  private mutating func say(_ why: Phrase) {
    basis = period.map { Phrase("\($0): \(why.english)", "\($0)：\(why.chinese)") } ?? why
  }

  /// Gives a target whose deadline has come what it has in common with those before theirs.
  private mutating func close(_ series: TargetSeries) {
    if basis == nil, let period, period != deadline { basis = Phrase(same: period.description) }
    guard status == .met || status == .missed else { return }
    standing?.share = completion
    if series.accumulates, let completion {
      standing?.elapsed = 100
      standing?.ahead = completion - 100
    }
    standing?.light = status == .met ? .green : completion.map(Light.init)
  }

  /// Judges the target by what is known through `part`, the last part of `window` that is due.
  private mutating func stand(_ series: TargetSeries, _ window: Period, _ part: Period, _ baselinePeriod: Period) {
    guard series.kind != nil else {
      (value, period, gap, completion, isMetAlready) = (nil, nil, nil, nil, nil)
      combine(.unknown)
      basis = Phrase("kind not stated", "指标类型未声明")
      valueReason = .undefined
      return
    }
    let observation = series.soFar(window, through: part)
    take(observation, series)
    basis = series.basis(through: observation.period, in: window)
    (gap, completion, fromBaseline, isMetAlready, required, requiredAbsolute) = (nil, nil, nil, nil, nil, nil)
    guard let value else {
      period = nil
      if valueReason == .outsideData { valueReason = .notReported }
      let why = valueReason == .notReported ? Phrase(" unreported", " 未报") : Phrase(same: "")
      basis = Phrase("\(observation.period)\(why.english)", "\(observation.period)\(why.chinese)")
      combine(.unknown)
      return
    }
    measure()
    let measured = demands.filter(\.isMeasured)
    let numbers = measured.map { $0.asked(baseline: baseline) }
    if series.accumulates, !measured.contains(where: { $0.direction == .lower }), !numbers.contains(nil),
      let plan = numbers.compactMap({ $0 }).max(), plan > 0
    {
      combine(schedule(value, plan, series, window, part))
    } else {
      combine(compareWithTarget(value, measured, series, window, part, baselinePeriod))
    }
    if ![.ahead, .onTrack, .behind].contains(status) { standing?.light = nil }
  }

  /// Compares the share of the plan that is done with the share of the time that has gone.
  private mutating func schedule(
    _ value: Double, _ plan: Double, _ series: TargetSeries, _ window: Period, _ part: Period
  ) -> TargetStatus {
    let start = window.monthsBefore
    let gone = Double(part.months - start) / Double(deadline.months - start)
    let share = value / plan * 100
    // Figures that are decimals differ by a decimal.
    let ahead = roundHalfAwayFromZero(share - gone * 100, decimals: 10)
    let remaining = Double((deadline.months - part.months) / part.monthCount)
    let isOnTrack = compareAtTwelveDigits(abs(ahead), Standing.tolerance) < 0
    standing = Standing(
      share: share, elapsed: gone * 100, ahead: ahead, pace: pace(series, window, part),
      need: max(0, plan - value) / remaining,
      light: isOnTrack ? .green : Light(share: value / (plan * gone) * 100))
    return isOnTrack ? .onTrack : ahead > 0 ? .ahead : .behind
  }

  /// Returns what the same months made of the whole a year before, in percent.
  private func pace(_ series: TargetSeries, _ window: Period, _ part: Period) -> Double? {
    guard let whole = series.whole(deadline.yearsEarlier(1)).value, whole > 0,
      let then = series.soFar(window.yearsEarlier(1), through: part.yearsEarlier(1)).value
    else { return nil }
    return then / whole * 100
  }

  /// Compares the value with the target itself; what must rise or fall, with the same months of the baseline's year.
  private mutating func compareWithTarget(
    _ value: Double, _ measured: [Demand], _ series: TargetSeries, _ window: Period, _ part: Period,
    _ baselinePeriod: Period
  ) -> TargetStatus {
    var base = baseline
    if series.accumulates, measured.contains(where: { $0.form == .rises || $0.form == .falls }) {
      let years = deadline.year - baselinePeriod.year
      base = series.soFar(window.yearsEarlier(years), through: part.yearsEarlier(years)).value
      baseline = base
      gap = measured.compactMap { $0.gap(of: value, baseline: base) }.max()
      completion = measured.completion(of: value, baseline: base)
    }
    let verdicts = measured.map { $0.isMet(by: value, baseline: base) }
    standing?.share = completion
    if verdicts.contains(false) {
      standing?.light = completion.map(Light.init)
      return .behind
    }
    if verdicts.contains(nil) { return .unknown }
    standing?.light = .green
    return .onTrack
  }

  /// Joins the status of what is measured with that of what is not.
  private mutating func combine(_ measured: TargetStatus) {
    let others = demands.compactMap { demand -> TargetStatus? in
      switch demand.form {
      case .assigned: .open
      case .milestone: .manual
      case .ranks: .unknown
      case .atLeast, .moreThan, .atMost, .lessThan, .equal, .holds, .inRange, .rises, .falls, .unknown: nil
      }
    }
    let order: [TargetStatus] = [.behind, .unknown, .open, .manual, .onTrack, .ahead]
    status = order.first { ([measured] + others).contains($0) } ?? .unknown
  }
}
