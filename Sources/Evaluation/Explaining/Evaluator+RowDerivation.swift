import Indicators
import Semantics
import Source

/// How an aggregate over a relation comes from its rows.
extension Evaluator {
  /// Adds the first rows of a relation that an aggregate takes, and one line for the rest.
  mutating func deriveRows(
    _ call: AggregateCall, _ relation: Relation, _ by: [Int], _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ depth: Int, _ walk: inout DerivationWalk
  ) {
    let table = table(relation, in: [scenario])
    let kept = rows(of: table, where: call.filter, in: scenario).kept
    let wanted = by.map { column in
      point[Dimension(relation.columns[column].heading.english)].map { name(ofKey: $0) } ?? ""
    }
    let rows = groups(of: kept, by: by, in: table).first { $0.key == wanted }?.rows ?? (by.isEmpty ? kept : [])
    let surroundings = Surroundings(
      scenario: scenario, table: table, judgedOnly: relation == .targets && call.function == .share)
    let argument = call.argument.map { countable(value(of: $0, over: table, surroundings)) }
    let weight = call.weight.map { countable(value(of: $0, over: table, surroundings)) }
    func number(_ row: Int) -> Double? { argument.map { $0[row] } ?? 1 }
    func isWeighed(_ row: Int) -> Bool { weight.map { $0[row] != nil } ?? true }
    let known = rows.filter { number($0) != nil && isWeighed($0) }
    let largest = known.enumerated().sorted { first, second in
      let (one, other) = (abs(number(first.element) ?? 0), abs(number(second.element) ?? 0))
      return one == other ? first.offset < second.offset : one > other
    }.map(\.element)
    let type = call.argument?.type ?? .plain
    for row in largest.prefix(contributionLimit) {
      var step = step(ofRow: row, relation, table, scenario, depth)
      step.type = type
      if argument != nil { step.value = number(row) }
      walk.add(step)
      if let weight = weight?[row], let range = call.weight?.range {
        let name = text(range)
        walk.add(
          DerivationStep(depth + 1, Phrase("weight: \(name)", "权重：\(name)"), value: weight, role: .weight))
      }
    }
    add(rest: Array(largest.dropFirst(contributionLimit)), call, depth, &walk, number) { weight?[$0] }
    let leftOut = rows.filter { !known.contains($0) }
    for row in leftOut.prefix(contributionLimit) {
      var step = step(ofRow: row, relation, table, scenario, depth)
      step.role = .aside
      step.type = type
      step.reason = argument?.reasons[row] ?? .known
      walk.add(step)
    }
    let count = leftOut.count - contributionLimit
    if count > 0 {
      walk.add(DerivationStep(depth, Phrase("\(count) more missing", "另有 \(count) 项缺失"), role: .aside))
    }
  }

  /// Adds one line for the rows of a relation that are not shown one by one.
  private func add(
    rest rows: [Int], _ call: AggregateCall, _ depth: Int, _ walk: inout DerivationWalk,
    _ number: (Int) -> Double?, _ weight: (Int) -> Double?
  ) {
    guard !rows.isEmpty else { return }
    var step = DerivationStep(
      depth, Phrase("\(rows.count) more rows", "其余 \(rows.count) 行"), type: call.argument?.type ?? .plain,
      role: .rest)
    step.parameters = [.init(name: "count", value: Double(rows.count))]
    switch call.function {
    case .sum, .mean, .count, .share:
      let values = rows.compactMap(number)
      if call.weight != nil {
        let weights = rows.compactMap(weight)
        step.label = Phrase("\(rows.count) more rows, their weighted mean", "其余 \(rows.count) 行的加权平均")
        step.value = Kernels.weightedMean(values, weights: weights)
        step.parameters.append(.init(name: "weight", value: Kernels.sum(weights)))
      } else if step.type.shape == .truth {
        step.label = Phrase("\(rows.count) more rows, of which true", "其余 \(rows.count) 行，其中为真")
        step.type = .plain
        step.value = Kernels.sum(values)
      } else if call.argument != nil, call.function != .count {
        step.label = Phrase("\(rows.count) more rows, their sum", "其余 \(rows.count) 行之和")
        step.value = Kernels.sum(values)
      }
    case .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .rank, .first, .last, .ratio, .correlation,
      .contribution, .proportion, .distinct, .list:
      break
    }
    walk.add(step)
  }

  /// Returns the step that a row of a relation is, with its place where it has one.
  private func step(
    ofRow row: Int, _ relation: Relation, _ table: RelationTable, _ scenario: ScenarioID, _ depth: Int
  ) -> DerivationStep {
    func word(_ column: Int) -> String {
      if case .texts(let texts) = table.columns[column] { texts.cells[row].joined(separator: "、") } else { "" }
    }
    switch relation {
    case .targets:
      let status = WordList.status.phrase(word(TargetColumn.status.rawValue))
      let target = targetRows[scenario].flatMap { $0.indices.contains(row) ? $0[row] : nil }
      let origin = target.flatMap { self.origin(of: $0) }
      let place = origin?.place ?? ""
      let name = word(TargetColumn.name.rawValue)
      return DerivationStep(
        depth, Phrase("\(place)  \(name)  \(status.english)", "\(place)  \(name)  \(status.chinese)"), origin: origin)
    case .rules: return DerivationStep(depth, Phrase(same: word(RuleColumn.name.rawValue)))
    case .conflicts: return DerivationStep(depth, Phrase(same: word(ConflictColumn.name.rawValue)))
    case .indicators: return DerivationStep(depth, Phrase(same: word(IndicatorColumn.name.rawValue)))
    case .assumptions:
      let (name, assumption) = (word(AssumptionColumn.name.rawValue), word(AssumptionColumn.assumption.rawValue))
      return DerivationStep(depth, Phrase(same: "\(name)  \(assumption)"))
    case .cells:
      let place = "\(word(CellColumn.file.rawValue))  \(word(CellColumn.name.rawValue))"
      let parts = [place, word(CellColumn.region.rawValue), word(CellColumn.raw.rawValue)].filter { !$0.isEmpty }
      return DerivationStep(depth, Phrase(same: parts.joined(separator: "  ")))
    case .ledger:
      let (statement, indicator) = (word(LedgerColumn.statement.rawValue), word(LedgerColumn.indicator.rawValue))
      return DerivationStep(depth, Phrase(same: "\(statement)  \(indicator)"))
    case .data:
      let (file, content) = (word(DataColumn.file.rawValue), word(DataColumn.content.rawValue))
      return DerivationStep(depth, Phrase(same: "\(file)  \(content)"))
    }
  }

  /// Returns the text of a label as a group's key has it, where nothing is the empty text.
  private func name(ofKey label: Label) -> String {
    if case .member(let member) = label { names[member] } else { text(label) }
  }
}
