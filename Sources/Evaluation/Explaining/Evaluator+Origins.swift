import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Adds the cells, or the targets, that an indicator's value comes from.
  mutating func deriveOrigins(
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
  mutating func deriveContributions(
    _ call: AggregateCall, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    if case .relation(let relation, let by) = call.frame {
      return deriveRows(call, relation, by, point, scenario, depth, &walk)
    }
    guard let argument = call.argument else { return }
    if call.function.keepsCells { return derivePlace(call, argument, point, scenario, depth, &walk) }
    if let second = call.second { return derivePairs(call, argument, second, point, scenario, depth, &walk) }
    guard case .numbers(let whole) = value(of: argument, in: scenario) else { return }
    let framed = framedCells(of: whole, call, point, scenario)
    let missing = framed.filter { whole.reasons[$0] != .known }
    deriveLargest(framed.filter { whole.reasons[$0] == .known }, argument, whole, scenario, depth, &walk)
    for offset in missing.prefix(contributionLimit) {
      let inner = Dictionary(whole.point(at: offset).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
      derive(argument, inner, scenario, depth, &walk)
    }
    if missing.count > contributionLimit {
      let count = missing.count - contributionLimit
      walk.add(depth, Phrase("\(count) more missing", "另有 \(count) 项缺失"), type: .plain, limit: Evaluator.stepLimit)
    }
  }

  /// Adds the first rows of a relation that an aggregate takes, and one line for the rest.
  mutating func deriveRows(
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
    for row in rows.prefix(contributionLimit) {
      var number: Double?
      if case .numbers(let cube)? = argument { number = cube[row] }
      walk.add(
        depth, Phrase(same: rowName(row, relation, table)), value: number, type: call.argument?.type ?? .plain,
        limit: Evaluator.stepLimit)
    }
    if rows.count > contributionLimit {
      let rest = rows.count - contributionLimit
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

  func coverageNote(
    _ range: SourceRange, _ point: [Dimension: Label], _ scenario: ScenarioID
  ) -> [Phrase] {
    guard let coverage = coverages[CoverageKey(range: range, scenario: scenario)],
      let offset = coverage.known.offset(at: point)
    else { return [] }
    let (known, frame) = (Int(coverage.known.values[offset]), Int(coverage.frame.values[offset]))
    return [Phrase("\(known) of \(frame) cells known", "已知 \(known)/\(frame)")]
  }
}
