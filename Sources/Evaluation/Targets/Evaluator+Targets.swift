import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Returns every target as judged in `scenario`: those of sheets in the order of `use` and line, then the scripts'.
  mutating func targetRows(in scenario: ScenarioID) -> [TargetRow] {
    if let rows = targetRows[scenario] { return rows }
    var rows: [TargetRow] = []
    for sheet in catalogue.sheets.indices {
      for position in catalogue.sheets[sheet].targets.indices {
        rows.append(row(ofSheet: sheet, target: position, in: scenario))
      }
    }
    var stated: [TargetRow.Cell: [TargetRow]] = [:]
    for target in program.targets {
      // The same condition stated twice is one target.
      for row in self.rows(of: target, in: scenario) where !(stated[row.cell] ?? []).contains(where: row.says(sameAs:))
      {
        rows.append(row)
        stated[row.cell, default: []].append(row)
      }
    }
    targetRows[scenario] = rows
    return rows
  }

  private mutating func row(ofSheet sheet: Int, target position: Int, in scenario: ScenarioID) -> TargetRow {
    let target = catalogue.sheets[sheet].targets[position]
    let indicator = wholePositions[sheet][target.indicator]
    let whole = program.indicators[indicator]
    let unit = whole.parts.first { $0.sheet == sheet && $0.index == target.indicator }?.unit ?? whole.unit
    var row = TargetRow(
      name: catalogue.sheets[sheet].indicators[target.indicator].name, indicator: indicator, sheet: sheet,
      sheetIndicator: target.indicator,
      site: .cell(
        CellPlace(file: catalogue.sheets[sheet].file, line: target.line, column: target.column, content: target.raw)),
      raw: target.raw, form: Phrase(same: ""), deadline: target.deadline, demands: [], unit: unit,
      decimals: target.decimals,
      owners: whole.owners.isEmpty ? target.attributes.owners : whole.owners,
      attribute: whole.attribute ?? target.attributes.attribute, group: whole.group ?? target.attributes.group,
      item: target.attributes.item)
    var point: [Dimension: Label] = [:]
    row.owners = row.owners.map(names.canonical)
    for (dimension, member) in zip(catalogue.sheets[sheet].dimensions, target.members) {
      guard let member else { continue }
      row.members.append((dimension, names[member]))
      point[dimension] = .member(member)
    }
    let baselinePeriod = target.deadline.yearsEarlier(1)
    let kind = kind(of: whole)
    let observed = TargetSeries(
      series(ofSheet: sheet, target.indicator, whole: indicator, unit, point, in: .actual), kind: kind)
    let baseline = observed.whole(baselinePeriod).value
    (row.conditions, row.baselinePeriod) = (target.conditions, baselinePeriod)
    row.accumulates = kind == .flow
    row.demands = target.conditions.map { Demand($0, baseline: baseline, indicator: whole.better) }
    if target.conditions.contains(where: \.isRank) {
      rank(&row, target.conditions, cube(ofIndicator: indicator, in: scenario), at: point, kind, whole.better)
    }
    row.form = form(target.conditions, whole.better, unit)
    row.isNumberPrinted = !target.conditions.contains(where: \.restsOnBaseline)
    let judged =
      scenario == .actual
      ? observed
      : TargetSeries(series(ofSheet: sheet, target.indicator, whole: indicator, unit, point, in: scenario), kind: kind)
    judge(&row, by: judged, baseline, since: baselinePeriod)
    return row
  }

  private mutating func rows(of target: CheckedTarget, in scenario: ScenarioID) -> [TargetRow] {
    let subject = indicator(of: target.subject)
    let indicator = subject.map { program.indicators[$0] }
    let better = indicator?.better
    let owners = target.owners.isEmpty ? indicator?.owners ?? [] : target.owners
    guard case .numbers(let judged) = value(of: target.subject, in: scenario) else { return [] }
    guard case .numbers(let observed) = value(of: target.subject, in: .actual) else { return [] }
    let baselinePeriod = target.baseline ?? target.deadline.yearsEarlier(1)
    let kind = indicator.flatMap { self.kind(of: $0) } ?? target.subject.knownKind
    let dimensions = judged.axes.filter { $0.dimension != .period }
    let (cellsJudged, cellsObserved) = (CellFinder(judged.axes), CellFinder(observed.axes))
    var rows: [TargetRow] = []
    for point in points(of: dimensions) {
      let cells = cellsJudged.series(of: judged, at: point)
      // What the sheet has no such combination of is nobody's target.
      if !cells.isEmpty, cells.allSatisfy({ $0.reason == .noSuchCombination }) { continue }
      // A target for each member is not meant for a whole that no sheet has.
      if point.contains(where: { isComputedWhole($0.value, of: $0.key) }) { continue }
      var row = TargetRow(
        name: target.subjectText, indicator: subject, site: .script(target.range), raw: target.conditionText,
        form: Phrase(same: ""), deadline: target.deadline, demands: [], unit: target.subject.type.unit,
        decimals: target.decimals, owners: owners.map(names.canonical),
        attribute: target.attribute ?? indicator?.attribute,
        group: target.group ?? indicator?.group,
        weight: target.weight)
      if case .definition(.alias(let position)) = target.subject.form { row.formula = program.aliases[position].range }
      if case .selection(_, let selection) = target.subject.form { row.members = selection.members }
      for axis in dimensions {
        if case .member(let member)? = point[axis.dimension] { row.members.append((axis.dimension, names[member])) }
      }
      let baseline = TargetSeries(cellsObserved.series(of: observed, at: point), kind: kind).whole(baselinePeriod).value
      let conditions = target.conditions.map { condition in
        condition.resolved { number($0, at: point, target.deadline, scenario) }
      }
      (row.conditions, row.baselinePeriod) = (conditions, baselinePeriod)
      row.accumulates = kind == .flow
      row.demands = conditions.map { Demand($0, baseline: baseline, indicator: better) }
      if conditions.contains(where: \.isRank) {
        rank(&row, conditions, everyMember(of: target.subject, in: scenario), at: self.point(of: row), kind, better)
      }
      row.form = form(conditions, better, row.unit)
      row.isNumberPrinted = !conditions.contains(where: \.restsOnBaseline)
      if let baseline = target.baseline {
        row.form = Phrase("\(row.form.english) from \(baseline)", "\(row.form.chinese) 起自 \(baseline)")
      }
      var series = cells
      if judged.axisIndex(of: .period) == nil, let offset = judged.offset(at: point) {
        // A subject at a chosen period, or without any, is judged as it is.
        series = [(target.deadline, judged[offset], judged.reasons[offset])]
      }
      judge(&row, by: TargetSeries(series, kind: kind), baseline, since: baselinePeriod)
      rows.append(row)
    }
    if target.conditions.contains(where: \.looksBack) {
      for period in Set(rows.compactMap(\.period)).sorted() where period != baselinePeriod {
        compareMembers(of: target.subject, at: period, against: baselinePeriod, in: scenario)
      }
    }
    return rows
  }

  /// Returns what is asked as gf writes it.
  private func form(_ conditions: [TargetCondition], _ better: Direction?, _ unit: MeasurementUnit) -> Phrase {
    let forms = conditions.map { $0.wording(better: better, unit: unit) }
    return Phrase(
      forms.map(\.english).joined(separator: " and "), forms.map(\.chinese).joined(separator: " 并且 "))
  }

  /// Returns the indicator that `subject` is, whole or at members, so that `plan` can take what is asked of it.
  private func indicator(of subject: CheckedExpression) -> Int? {
    switch subject.form {
    case .definition(.indicator(let position)): return position
    case .selection(let inner, let selection) where selection.periods == nil && selection.scenario == nil:
      return indicator(of: inner)
    default: return nil
    }
  }

  /// Returns every combination of labels of `axes`.
  private func points(of axes: [Axis]) -> [[Dimension: Label]] {
    var points: [[Dimension: Label]] = [[:]]
    for axis in axes {
      points = points.flatMap { point in
        axis.labels.map { label in point.merging([axis.dimension: label]) { $1 } }
      }
    }
    return points
  }

  /// Returns the number that `amount` asks of one cell; not a number where it is missing.
  mutating func number(
    _ amount: CheckedExpression, at point: [Dimension: Label], _ deadline: Period, _ scenario: ScenarioID
  ) -> Double {
    guard case .numbers(let cube) = value(of: amount, in: scenario) else { return .nan }
    var point = point
    point[.period] = .period(deadline)
    return cube.offset(at: point).flatMap { cube[$0] } ?? .nan
  }
}

extension CheckedCondition {
  /// Returns the condition with the numbers that `number` makes of its amounts.
  func resolved(_ number: (CheckedExpression) -> Double) -> TargetCondition {
    switch self {
    case .comparison(.greaterOrEqual, let amount): .atLeast(number(amount))
    case .comparison(.greater, let amount): .moreThan(number(amount))
    case .comparison(.lessOrEqual, let amount): .atMost(number(amount))
    case .comparison(.less, let amount): .lessThan(number(amount))
    case .comparison(.equal, let amount), .comparison(.notEqual, let amount): .equal(number(amount))
    case .inRange(let lower, let upper): .inRange(number(lower), number(upper))
    case .grows(let share): .grows(number(share))
    case .shrinks(let share): .shrinks(number(share))
    case .adds(let amount): .adds(number(amount))
    case .holds(let amount): .holds(number(amount))
    case .rises: .rises
    case .falls: .falls
    case .assigned: .assigned
    case .ranks(let within, let group): .ranks(within: within, of: group)
    case .milestone(let text): .milestone(text)
    }
  }
}

extension TargetRow {
  /// Whether this target and `other`, both of scripts and of one cell, ask the same.
  fileprivate func says(sameAs other: TargetRow) -> Bool {
    name == other.name && form == other.form && unit == other.unit
  }
}

extension CheckedCondition {
  /// Whether the value is judged against that of an earlier period.
  fileprivate var looksBack: Bool {
    switch self {
    case .grows, .shrinks, .adds, .rises, .falls: true
    case .comparison, .inRange, .holds, .assigned, .ranks, .milestone: false
    }
  }
}
