import Indicators
import Semantics
import Source
import Units

/// How targets are judged, number by number.
extension Evaluator {
  /// Returns how each of the targets at `rows` is judged in `scenario`, as many as `limit` steps allow.
  package mutating func derivations(
    ofTargets rows: [Int], in scenario: ScenarioID, limit: Int
  ) -> [[DerivationStep]] {
    let all = targetRows(in: scenario)
    var walk = DerivationWalk()
    var result: [[DerivationStep]] = []
    var count = 0
    for row in rows where count < limit && all.indices.contains(row) {
      walk.begin()
      derive(all[row], scenario, &walk)
      walk.close()
      result.append(walk.steps)
      count += walk.steps.count
    }
    return result
  }

  private mutating func derive(_ row: TargetRow, _ scenario: ScenarioID, _ walk: inout DerivationWalk) {
    let brackets = labels(of: row)
    let members = brackets.isEmpty ? "" : "[\(brackets.joined(separator: ", "))]"
    let status = WordList.status.phrase(row.status.rawValue)
    walk.add(
      DerivationStep(
        0,
        Phrase(
          "\(row.name)\(members) by \(row.deadline): \(status.english)",
          "\(row.name)\(members)（截至 \(row.deadline)）：\(status.chinese)"),
        details: [row.verdict]))
    if let origin = origin(of: row) {
      let read = Phrase(
        "read as \(row.form.english) by \(row.deadline)", "读作：\(row.form.chinese) 截至 \(row.deadline)")
      walk.add(DerivationStep(1, origin.label, details: [read], origin: origin, role: .aside))
    }
    let formulas = TargetFormulas(row: row)
    deriveValue(row, scenario, &walk)
    deriveAsked(row, formulas, &walk)
    func add(_ label: Phrase, _ value: Double?, _ formula: Phrase?, _ unit: MeasurementUnit) {
      guard let value else { return }
      walk.add(
        DerivationStep(
          1, label, value: value, type: ValueType(.number(unit)), details: formula.map { [$0] } ?? [], role: .aside))
    }
    let difference = row.unit.nature == .percentage ? MeasurementUnit.points : row.unit
    add(Phrase("gap", "差距"), row.gap, formulas.gap, difference)
    add(Phrase("completion", "完成度"), row.completion, formulas.completion, .percent)
    add(Phrase("from_baseline", "基期进度"), row.fromBaseline, formulas.fromBaseline, .percent)
    let isPercentage = row.unit.nature == .percentage
    add(
      Phrase("required", "年均需增"), row.required,
      formulas.required(isAbsolute: isPercentage), isPercentage ? .points : .percent)
    add(
      Phrase("required_absolute", "年均需增量"), row.requiredAbsolute,
      formulas.required(isAbsolute: true), difference)
    deriveChance(row, scenario, &walk)
    deriveStanding(row, formulas, &walk)
  }

  /// Returns the members of a target's cell, but for those that its subject names in brackets.
  private func labels(of row: TargetRow) -> [String] {
    guard let subject = subject(of: row), case .selection(_, let selection) = subject.form else {
      return row.members.map(\.name)
    }
    return row.members.filter { member in !selection.members.contains { $0.dimension == member.dimension } }.map(\.name)
  }

  private mutating func deriveChance(_ row: TargetRow, _ scenario: ScenarioID, _ walk: inout DerivationWalk) {
    let verdicts = sampledTargets(in: scenario)
    guard let position = targetRows(in: scenario).firstIndex(where: { $0.site == row.site && $0.cell == row.cell }),
      let own = verdicts[position], let subject = subject(of: row)
    else { return }
    let share = SampledShare(own)
    // Where the subject is certain, the number asked is not.
    let isUncertain = subject.isUncertain(where: uncertainDefinitions(in: scenario))
    var details = isUncertain ? sampleNotes(of: subject, in: scenario) : [sampling.note]
    if share.known < own.count {
      details.append(
        Phrase("\(share.known) of \(own.count) samples known", "已知 \(share.known)/\(own.count) 个样本"))
    }
    walk.add(
      DerivationStep(
        1, Phrase("chance", "概率"), value: share.percent, reason: share.percent == nil ? .undefined : .known,
        type: ValueType(.number(.percent)), details: details, role: .aside))
  }

  private func deriveStanding(_ row: TargetRow, _ formulas: TargetFormulas, _ walk: inout DerivationWalk) {
    guard let standing = row.standing else { return }
    func add(_ label: Phrase, _ value: Double?, _ formula: Phrase?, _ unit: MeasurementUnit) {
      guard let value else { return }
      walk.add(
        DerivationStep(
          1, label, value: value, type: ValueType(.number(unit)), details: formula.map { [$0] } ?? [], role: .aside))
    }
    let isByTime = standing.need != nil
    add(
      Phrase("share", "完成比例"), standing.share, isByTime ? formulas.share : Phrase("= completion", "= 完成度"),
      .percent)
    add(Phrase("elapsed", "时间进度"), standing.elapsed, nil, .percent)
    add(Phrase("ahead", "超前"), standing.ahead, Phrase("= share − elapsed", "= 完成比例 − 时间进度"), .points)
    add(
      Phrase("pace", "上年同期进度"), standing.pace,
      Phrase("= the same months of the year before ÷ that year", "= 上年同期 ÷ 上年全年"), .percent)
    add(
      Phrase("need", "每期需完成"), standing.need,
      Phrase("= what is left ÷ the periods that are left", "= 剩余量 ÷ 剩余期数"), row.unit)
  }

  /// Adds the value that is judged, down to its cells.
  private mutating func deriveValue(_ row: TargetRow, _ scenario: ScenarioID, _ walk: inout DerivationWalk) {
    let period = row.period.map { " (\($0))" } ?? ""
    let periodInChinese = row.period.map { "（\($0)）" } ?? ""
    let isJudged = row.status != .pending && row.status != .unknown
    var step = DerivationStep(
      1, Phrase("\(isJudged ? "value judged" : "latest value")\(period)", "现值\(periodInChinese)"), value: row.value,
      reason: row.valueReason,
      type: ValueType(.number(row.unit)), details: row.basis.map { [$0] } ?? [])
    if row.value == nil, step.reason == .known { step.reason = .outsideData }
    walk.add(step)
    derive(row.value, in: row.period ?? row.deadline, of: row, scenario, walk.steps.count - 1, &walk)
    guard row.status == .unknown, row.value != nil, row.period != row.deadline else { return }
    // What is recorded as missing at the deadline is why nothing can be said.
    walk.add(
      DerivationStep(
        1, Phrase("value for \(row.deadline)", "\(row.deadline) 的数值"), reason: row.valueReason, type: step.type))
    derive(nil, in: row.deadline, of: row, scenario, walk.steps.count - 1, &walk)
  }

  /// Adds the number asked and, where it rests on it, the baseline down to its cells.
  private mutating func deriveAsked(_ row: TargetRow, _ formulas: TargetFormulas, _ walk: inout DerivationWalk) {
    let type = ValueType(.number(row.unit))
    if let asked = row.asked {
      var details = row.conditions.compactMap { formulas.asked($0) }
      if row.demands.count > 1 {
        details.append(Phrase("the first number that meets all conditions", "第一个满足全部条件的数"))
      } else if case .inRange? = row.demands.first?.form {
        details.append(Phrase("the easier end of the range", "区间中较易达到的一端"))
      }
      walk.add(
        DerivationStep(1, Phrase("number asked", "目标值"), value: asked, type: type, details: details, role: .aside))
    }
    let needsBaseline = row.baseline != nil || row.conditions.contains(where: \.looksBack)
    guard needsBaseline, let period = row.baselinePeriod else { return }
    let depth = row.conditions.contains(where: \.restsOnBaseline) && row.asked != nil ? 2 : 1
    walk.add(
      DerivationStep(
        depth, Phrase("baseline (\(period))", "基期值（\(period)）"), value: row.baseline,
        reason: row.baseline == nil ? .outsideData : .known, type: type))
    derive(row.baseline, in: period, of: row, .actual, walk.steps.count - 1, &walk)
  }

  /// Adds the cells from which a value of a target's subject in `period` comes: its own, or those of shorter periods.
  private mutating func derive(
    _ value: Double?, in period: Period, of row: TargetRow, _ scenario: ScenarioID, _ own: Int,
    _ walk: inout DerivationWalk
  ) {
    guard walk.steps.indices.contains(own), let subject = subject(of: row),
      let cube = numbers(of: subject, in: scenario),
      let step = subject.type.unit.factor(to: row.unit)
    else { return }
    let depth = walk.steps[own].depth + 1
    var point = self.point(of: row)
    point[.period] = .period(period)
    let series = cube.axisIndex(of: .period) == nil ? nil : cube.periods
    let found = cube.offset(at: point).flatMap { cube[$0] }.map { step($0) }
    let parts = series.map { self.parts(of: period, row, among: $0) } ?? []
    let isFound = found.map { found in value.map { equalAtTwelveDigits(found, $0) } ?? true } ?? false
    if !isFound, value != nil, !parts.isEmpty {
      walk.change(own) { $0.operation = parts.count > 1 ? .aggregate(.sum) : .same }
      for part in parts {
        point[.period] = .period(part)
        let before = walk.steps.count
        derive(subject, point, scenario, depth, &walk)
        walk.convert(before, step, to: ValueType(.number(row.unit)))
      }
      return
    }
    if !isFound, value != nil, addOwnCell(row, point, depth, &walk) { return }
    if value != nil { walk.change(own) { $0.operation = .same } }
    let before = walk.steps.count
    derive(subject, point, scenario, depth, &walk)
    walk.convert(before, step, to: ValueType(.number(row.unit)))
  }

  /// Returns the numbers of a target's subject; what sheets contradict is reported where the target is judged.
  private mutating func numbers(of subject: CheckedExpression, in scenario: ScenarioID) -> Cube? {
    let value =
      if case .definition(let definition) = subject.form {
        self.value(of: definition, in: scenario)
      } else {
        self.value(of: subject, in: scenario)
      }
    return if case .numbers(let cube) = value { cube } else { nil }
  }

  /// Returns the shorter periods of which the value of `period` is made: all up to it of a flow, else the last.
  private func parts(of period: Period, _ row: TargetRow, among periods: [Period]) -> [Period] {
    let span = row.deadline.contains(period) || period.contains(row.deadline) ? row.deadline : Period(year: period.year)
    let whole = period.frequency == span.frequency ? period : span
    let shorter = periods.filter { whole.contains($0) && $0 != whole && $0.months <= period.months }
    guard let shortest = shorter.map(\.frequency.perYear).max() else { return [] }
    let parts = shorter.filter { $0.frequency.perYear == shortest }
    return row.accumulates ? parts : Array(parts.suffix(1))
  }

  /// Adds the cell of the target's own sheet, which decides where sheets disagree.
  private func addOwnCell(
    _ row: TargetRow, _ point: [Dimension: Label], _ depth: Int, _ walk: inout DerivationWalk
  ) -> Bool {
    guard let sheet = row.sheet, let index = row.sheetIndicator, let position = row.indicator,
      let part = program.indicators[position].parts.first(where: { $0.sheet == sheet && $0.index == index })
    else { return false }
    let gathered = catalogue.cube(sheet: sheet, indicator: index)
    guard let offset = gathered.cube.offset(at: point), gathered.origins[offset] >= 0 else { return false }
    let place = catalogue.sheets[part.sheet].place(ofRow: Int(gathered.origins[offset]))
    let origin = DerivationOrigin(file: place.file, line: place.line, column: place.column, content: place.content)
    walk.add(
      DerivationStep(
        depth, origin.label,
        details: [Phrase("the target's own sheet decides where sheets disagree", "各表不一致时以目标所在表为准")], origin: origin))
    return true
  }

  /// Returns what a target judges.
  private func subject(of row: TargetRow) -> CheckedExpression? {
    if case .script(let range) = row.site { return program.targets.first { $0.range == range }?.subject }
    guard let position = row.indicator else { return nil }
    let indicator = program.indicators[position]
    let definition = indicator.formula.map(Definition.alias) ?? .indicator(position)
    let range = SourceRange(SourceID(0), 0, 0)
    if let formula = indicator.formula {
      return CheckedExpression(.definition(definition), program.aliases[formula].formula.type, range)
    }
    return CheckedExpression(.definition(definition), ValueType(.number(indicator.unit)), range)
  }
}
