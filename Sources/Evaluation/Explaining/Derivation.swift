import Indicators
import Semantics
import Source
import Units

/// One step of a derivation.
package struct DerivationStep: Sendable {
  /// How deep the step stands; its operands follow it one deeper.
  package let depth: Int
  /// What the step is: a name with its cell, a formula, a place in a file.
  package let label: Phrase
  /// What it comes to; nil where it is missing or is no number.
  package let value: Double?
  /// Why there is no value; `.known` where there is one or where none belongs.
  package let reason: MissingReason
  /// What the value is of.
  package let type: ValueType
  /// What else is to be said, a line each.
  package let details: [Phrase]
  /// The cell or the target that the step is, as `file:line`.
  package let place: String?
}

extension Evaluator {
  /// How many steps a derivation has at most; what goes beyond is counted in its last line.
  private static let stepLimit = 2000
  /// How many contributions to an aggregate are shown one by one.
  private static let contributionLimit = 10

  /// Returns the points of `expression` that hold a number, the first `limit` of them, and how many there are.
  package mutating func knownPoints(
    of expression: CheckedExpression, in scenario: ScenarioID, limit: Int
  ) -> (points: [[Dimension: Label]], count: Int) {
    guard case .numbers(let cube) = value(of: expression, in: scenario) else { return ([], 0) }
    let known = (0..<cube.count).filter { cube.reasons[$0] == .known }
    let chosen = known.isEmpty ? Array(0..<min(1, cube.count)) : Array(known.prefix(limit))
    return (
      chosen.map { Dictionary(cube.point(at: $0).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 }) },
      known.count
    )
  }

  /// Returns how `expression` comes to its value at `point`, down to the cells it rests on.
  package mutating func derivation(
    of expression: CheckedExpression, at point: [Dimension: Label], in scenario: ScenarioID
  ) -> [DerivationStep] {
    var walk = DerivationWalk()
    derive(expression, point, scenario, 0, &walk)
    if walk.omitted > 0 {
      walk.add(
        0, Phrase("… and \(walk.omitted) further steps", "……另有 \(walk.omitted) 步未列出"), type: .plain, limit: .max)
    }
    return walk.steps
  }

  private mutating func derive(
    _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    switch expression.form {
    case .definition(let definition): derive(definition, expression, point, scenario, depth, &walk)
    case .converted(let inner, let step):
      let before = walk.steps.count
      derive(inner, point, scenario, depth, &walk)
      walk.convert(before, step, to: expression.type)
    case .selection(let inner, let selection):
      var point = point
      if case .one(let period) = selection.periods { point[.period] = .period(period) }
      for (dimension, name) in selection.members { point[dimension] = names.find(name).map(Label.member) }
      derive(inner, point, selection.scenario ?? scenario, depth, &walk)
    case .number, .missing, .truth, .period, .text, .word, .dimension, .column, .invalid:
      addStep(expression, point, scenario, depth, [], &walk)
    case .time(let call):
      addStep(expression, point, scenario, depth, [], &walk)
      for point in sources(of: call, point, scenario) { derive(call.series, point, scenario, depth + 1, &walk) }
    case .aggregate(let call):
      addStep(expression, point, scenario, depth, coverageNote(expression.range, point, scenario), &walk)
      deriveContributions(call, point, scenario, depth + 1, &walk)
    case .negative(let inner), .not(let inner):
      addStep(expression, point, scenario, depth, [], &walk)
      derive(inner, point, scenario, depth + 1, &walk)
    case .arithmetic(let left, _, let right), .comparison(let left, _, let right), .fallback(let left, let right),
      .and(let left, let right), .or(let left, let right), .approximation(let left, let right, _):
      addStep(expression, point, scenario, depth, [], &walk)
      derive(left, point, scenario, depth + 1, &walk)
      derive(right, point, scenario, depth + 1, &walk)
    case .between(let value, let lower, let upper):
      addStep(expression, point, scenario, depth, [], &walk)
      for operand in [value, lower, upper] { derive(operand, point, scenario, depth + 1, &walk) }
    case .among(let value, let list):
      addStep(expression, point, scenario, depth, [], &walk)
      for operand in [value] + list { derive(operand, point, scenario, depth + 1, &walk) }
    case .cells(_, let arguments):
      addStep(expression, point, scenario, depth, [], &walk)
      for argument in arguments { derive(argument, point, scenario, depth + 1, &walk) }
    }
  }

  private mutating func derive(
    _ definition: Definition, _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ depth: Int, _ walk: inout DerivationWalk
  ) {
    guard case .numbers(let cube) = value(of: definition, in: scenario) else { return }
    let offset = cube.offset(at: point)
    let cell = cellName(name(of: definition), cube.axes, point, scenario)
    let isNew = walk.seen.insert(cell).inserted
    var details: [Phrase] = []
    let formula: CheckedExpression?
    switch definition {
    case .parameter(let position): formula = program.parameters[position].value
    case .alias(let position): formula = program.aliases[position].formula
    case .aggregate(let position): formula = program.aggregates[position].formula
    case .indicator: formula = nil
    }
    if let formula, !isParameter(definition) { details.append(Phrase(same: "= \(text(formula.range))")) }
    if !isNew, formula != nil { details = [Phrase("shown above", "见上")] }
    walk.add(
      depth, Phrase(same: cell), value: offset.flatMap { cube[$0] },
      reason: offset.map { cube.reasons[$0] } ?? .outsideData, type: expression.type, details: details,
      limit: Evaluator.stepLimit)
    if case .indicator(let position) = definition {
      deriveOrigins(position, point, scenario, depth + 1, &walk)
    } else if let formula, isNew, !isParameter(definition) {
      if formula.isNameAlone {
        derive(formula, point, scenario, depth + 1, &walk)
      } else {
        // The name's own step shows the formula, so that its operands stand right below it.
        let own = walk.steps.count - 1
        derive(formula, point, scenario, depth, &walk)
        walk.fold(own + 1, into: own)
      }
    }
  }

  private func isParameter(_ definition: Definition) -> Bool {
    if case .parameter = definition { true } else { false }
  }

  private func name(of definition: Definition) -> String {
    switch definition {
    case .parameter(let position): program.parameters[position].name
    case .alias(let position): program.aliases[position].name
    case .aggregate(let position): program.aggregates[position].name
    case .indicator(let position): program.indicators[position].name
    }
  }

  /// Returns a name with the labels of its cell in brackets.
  private func cellName(_ name: String, _ axes: [Axis], _ point: [Dimension: Label], _ scenario: ScenarioID) -> String {
    var parts = axes.compactMap { axis in point[axis.dimension].map { text($0) } }
    if scenario != .actual { parts.append(WordList.scenario.phrase(scenario.word)[language]) }
    return parts.isEmpty ? name : "\(name)[\(parts.joined(separator: ", "))]"
  }

  /// Adds the cells, or the targets, that an indicator's value comes from.
  private mutating func deriveOrigins(
    _ position: Int, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int, _ walk: inout DerivationWalk
  ) {
    let indicator = program.indicators[position]
    if scenario == .plan {
      let planned = plan(ofIndicator: position)
      if let offset = planned.cube.offset(at: point), !planned.rows[offset].isEmpty {
        let rows = targetRows(in: .actual)
        for row in planned.rows[offset] {
          walk.add(
            depth, Phrase(same: "\(place(rows[row].site))  \(rows[row].raw)"), type: .plain,
            details: [Phrase("target: \(rows[row].form.english)", "目标：\(rows[row].form.chinese)")],
            limit: Evaluator.stepLimit,
            place: place(rows[row].site))
        }
        return
      }
    }
    let data = data(ofIndicator: position)
    guard let offset = data.cube.offset(at: point) else { return }
    for (part, rows) in zip(indicator.parts, data.rows) where rows[offset] >= 0 {
      let place = catalogue.sheets[part.sheet].place(ofRow: Int(rows[offset]))
      var details: [Phrase] = []
      if !part.conversion.isIdentity {
        details.append(
          Phrase(
            "from \(part.unit.symbol) to \(indicator.unit.symbol)",
            "由“\(part.unit.symbol)”换算为“\(indicator.unit.symbol)”"))
      }
      walk.add(
        depth, Phrase(same: "\(place.file):\(place.line):\(place.column)  \(place.content)"), type: .plain,
        details: details, limit: Evaluator.stepLimit, place: "\(place.file):\(place.line)")
    }
  }

  /// Adds the largest contributions to an aggregate, and one line for the rest.
  private mutating func deriveContributions(
    _ call: AggregateCall, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    if case .relation(let relation, let by) = call.frame {
      return deriveRows(call, relation, by, point, scenario, depth, &walk)
    }
    guard let argument = call.argument, case .numbers(let whole) = value(of: argument, in: scenario) else { return }
    let filter = call.filter.map { cube($0, Surroundings(scenario: scenario)) }
    let framed = (0..<whole.count).filter { offset in
      let labels = whole.point(at: offset)
      guard whole.reasons[offset] != .noSuchCombination,
        labels.allSatisfy({ point[$0.dimension] ?? $0.label == $0.label })
      else { return false }
      guard let filter else { return true }
      return filter.value(at: labels).map { $0 != 0 } ?? false
    }
    let missing = framed.filter { whole.reasons[$0] != .known }
    let cells = framed.filter { whole.reasons[$0] == .known }.sorted { abs(whole.values[$0]) > abs(whole.values[$1]) }
    for offset in cells.prefix(Evaluator.contributionLimit) {
      let inner = Dictionary(whole.point(at: offset).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
      derive(argument, inner, scenario, depth, &walk)
    }
    let rest = cells.dropFirst(Evaluator.contributionLimit)
    if !rest.isEmpty {
      walk.add(
        depth, Phrase("\(rest.count) more, their sum", "其余 \(rest.count) 项之和"),
        value: Kernels.sum(rest.map { whole.values[$0] }), type: argument.type, limit: Evaluator.stepLimit)
    }
    for offset in missing.prefix(Evaluator.contributionLimit) {
      let inner = Dictionary(whole.point(at: offset).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
      derive(argument, inner, scenario, depth, &walk)
    }
    if missing.count > Evaluator.contributionLimit {
      let count = missing.count - Evaluator.contributionLimit
      walk.add(depth, Phrase("\(count) more missing", "另有 \(count) 项缺失"), type: .plain, limit: Evaluator.stepLimit)
    }
  }

  /// Adds the first rows of a relation that an aggregate takes, and one line for the rest.
  private mutating func deriveRows(
    _ call: AggregateCall, _ relation: Relation, _ by: [Int], _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ depth: Int, _ walk: inout DerivationWalk
  ) {
    let table = table(relation, in: [scenario])
    let kept = rows(of: table, where: call.filter, in: scenario).kept
    let wanted = by.map { column in
      point[Dimension(relation.columns[column].heading.english)].map { text($0) } ?? ""
    }
    let rows = groups(of: kept, by: by, in: table).first { $0.key == wanted }?.rows ?? (by.isEmpty ? kept : [])
    let argument = call.argument.map { value(of: $0, over: table, in: scenario) }
    for row in rows.prefix(Evaluator.contributionLimit) {
      var number: Double?
      if case .numbers(let cube)? = argument { number = cube[row] }
      walk.add(
        depth, Phrase(same: rowName(row, relation, table)), value: number, type: call.argument?.type ?? .plain,
        limit: Evaluator.stepLimit)
    }
    if rows.count > Evaluator.contributionLimit {
      let rest = rows.count - Evaluator.contributionLimit
      walk.add(depth, Phrase("\(rest) more rows", "其余 \(rest) 行"), type: .plain, limit: Evaluator.stepLimit)
    }
  }

  /// Returns what a row of a relation is, with its place where it has one.
  private func rowName(_ row: Int, _ relation: Relation, _ table: RelationTable) -> String {
    func word(_ column: Int) -> String {
      if case .texts(let texts) = table.columns[column] { texts.cells[row].joined(separator: "、") } else { "" }
    }
    switch relation {
    case .targets:
      let status = WordList.status.phrase(word(TargetColumn.status.rawValue))[language]
      let site = targetRows[.actual].flatMap { $0.indices.contains(row) ? place($0[row].site) : nil } ?? ""
      return "\(site)  \(word(TargetColumn.name.rawValue))  \(status)"
    case .rules: return word(RuleColumn.name.rawValue)
    case .conflicts: return word(ConflictColumn.name.rawValue)
    case .data: return "\(word(DataColumn.file.rawValue))  \(word(DataColumn.content.rawValue))"
    }
  }

  private func coverageNote(
    _ range: SourceRange, _ point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [Phrase] {
    guard let coverage = coverages[CoverageKey(range: range, scenario: scenario)],
      let offset = coverage.known.offset(at: point)
    else { return [] }
    let (known, frame) = (Int(coverage.known.values[offset]), Int(coverage.frame.values[offset]))
    return [Phrase("\(known) of \(frame) cells known", "已知 \(known)/\(frame)")]
  }

  /// Returns the points of its series that a function of time takes for the value at `point`.
  private mutating func sources(
    of call: TimeCall, _ point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [[Dimension: Label]] {
    var periods: [Period] = []
    let here: Period? = if case .period(let period)? = point[.period] { period } else { nil }
    switch call.function {
    case .prev: periods = here.map { [$0.advanced(by: -1)] } ?? []
    case .diff: periods = here.map { [$0, $0.advanced(by: -1)] } ?? []
    case .yoy: periods = here.map { [$0, $0.advanced(by: -$0.frequency.perYear)] } ?? []
    case .cagr:
      if let years = call.count {
        periods = here.map { [$0, $0.advanced(by: -years * $0.frequency.perYear)] } ?? []
      } else if let span = call.span {
        periods = [span.first, span.last]
      } else if case .numbers(let cube) = value(of: call.series, in: scenario) {
        periods = [cube.periods.first, cube.periods.last].compactMap { $0 }
      }
    case .ytd: periods = here.map { period in (0..<period.part).map { period.advanced(by: -$0) } } ?? []
    case .rolling: periods = here.map { period in (0..<(call.count ?? 1)).map { period.advanced(by: -$0) } } ?? []
    case .rebase: periods = [here, call.span?.first].compactMap { $0 }
    case .annual:
      if let here, case .numbers(let cube) = value(of: call.series, in: scenario) {
        periods = cube.periods.filter { $0.year == here.year }
      }
    }
    return periods.map { point.merging([.period: .period($0)]) { $1 } }
  }

  private mutating func addStep(
    _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ details: [Phrase], _ walk: inout DerivationWalk
  ) {
    guard case .numbers(let cube) = value(of: expression, in: scenario) else {
      walk.add(
        depth, Phrase(same: text(expression.range)), type: expression.type, details: details, limit: Evaluator.stepLimit
      )
      return
    }
    let offset = cube.offset(at: point)
    walk.add(
      depth, Phrase(same: text(expression.range)), value: offset.flatMap { cube[$0] },
      reason: offset.map { cube.reasons[$0] } ?? .outsideData, type: expression.type, details: details,
      limit: Evaluator.stepLimit)
  }
}

extension CheckedExpression {
  /// Whether the expression is no more than a name, in whatever unit and at whatever cell.
  fileprivate var isNameAlone: Bool {
    switch form {
    case .definition: true
    case .converted(let inner, _), .selection(let inner, _): inner.isNameAlone
    default: false
    }
  }
}

/// A derivation in the making.
private struct DerivationWalk {
  var steps: [DerivationStep] = []
  var seen: Set<String> = []
  var omitted = 0

  mutating func add(
    _ depth: Int, _ label: Phrase, value: Double? = nil, reason: MissingReason = .known, type: ValueType,
    details: [Phrase] = [], limit: Int, place: String? = nil
  ) {
    guard steps.count < limit else {
      omitted += 1
      return
    }
    steps.append(
      DerivationStep(
        depth: depth, label: label, value: value, reason: reason, type: type, details: details, place: place))
  }

  /// Leaves out the step at `index`, whose details go to the step at `target`.
  mutating func fold(_ index: Int, into target: Int) {
    guard index < steps.count, target >= 0 else { return }
    let (kept, folded) = (steps[target], steps.remove(at: index))
    steps[target] = DerivationStep(
      depth: kept.depth, label: kept.label, value: kept.value, reason: kept.reason, type: kept.type,
      details: kept.details + folded.details, place: nil)
  }

  /// Gives the step at `index` in the unit in which it is used.
  mutating func convert(_ index: Int, _ conversion: Conversion, to type: ValueType) {
    guard index < steps.count else { return }
    let step = steps[index]
    steps[index] = DerivationStep(
      depth: step.depth, label: step.label, value: step.value.map { conversion($0) }, reason: step.reason, type: type,
      details: step.details + [Phrase("converted by \(conversion.wording)", "单位换算 \(conversion.wording)")],
      place: step.place)
  }
}

extension Conversion {
  /// The conversion as a person writes it: `× 10000`, `÷ 10000`.
  fileprivate var wording: String {
    if divide == 1 { return "× \(shortestString(multiply))" }
    if multiply == 1 { return "÷ \(shortestString(divide))" }
    return "× \(shortestString(multiply)) ÷ \(shortestString(divide))"
  }
}
