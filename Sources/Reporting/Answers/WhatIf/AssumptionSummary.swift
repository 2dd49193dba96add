import Evaluation
import Indicators
import Semantics
import Source

/// How many indicators that are held are named.
private let namedHeld = 8

/// The assumptions that reach values, and what scenarios hold by default of what these rest on.
struct AssumptionSummary {
  /// The values.
  let expressions: [CheckedExpression]
  /// The scenarios, at least one.
  let scenarios: [ScenarioID]

  /// Returns the table of the assumptions that reach the expressions, each with the scenarios in which it applies.
  func block(_ evaluator: inout Evaluator) -> Block {
    var found: [(row: AssumptionRow, scenarios: [ScenarioID])] = []
    var held: [(names: [Phrase], scenarios: [ScenarioID])] = []
    for scenario in self.scenarios {
      var rows = scenario.isDeclared ? evaluator.assumptionRows(in: scenario) : []
      let idle = rows.filter { $0.state == .overridden || $0.state == .idle }.compactMap(\.range)
      let reached = evaluator.definitionsReached(
        from: expressions, in: scenario, without: Set(idle))
      rows = rows.filter { reached.contains($0.definition) }
      rows += evaluator.parameterRows(among: reached, in: scenario)
      for row in rows where row.state == .applies || row.state == .partlyOverridden {
        if let place = found.firstIndex(where: { $0.row.isSame(as: row) }) {
          found[place].scenarios.append(scenario)
        } else {
          found.append((row, [scenario]))
        }
      }
      let names = rows.compactMap(\.heldLabel)
      if names.isEmpty { continue }
      if let place = held.firstIndex(where: { $0.names == names }) {
        held[place].scenarios.append(scenario)
      } else {
        held.append((names, [scenario]))
      }
    }
    var notes = held.map { heldNote($0.names, $0.scenarios) }
    notes += found.flatMap { remarks($0.row, $0.scenarios) }
    let title = under(Relation.assumptions.name, self.scenarios)
    let rows = found.map { row($0.row, $0.scenarios, evaluator) }
    if rows.isEmpty {
      return Block(.message(Phrase("no assumption reaches these values", "没有假设影响以上数值")), title: title, notes: notes)
    }
    return Block(.table(Table(columns: columns, rows: rows).withoutEmptyColumns), title: title, notes: notes)
  }

  private var columns: [Column] {
    let headings: [AssumptionColumn] = [.name, .assumption, .first, .last, .because, .source, .place]
    let columns = headings.map { Column(Relation.assumptions.columns[$0.rawValue].heading) }
    return scenarios.count > 1 ? [Column(Phrase("scenario", "情景"))] + columns : columns
  }

  private func row(_ row: AssumptionRow, _ scenarios: [ScenarioID], _ evaluator: Evaluator) -> Row {
    var cells: [Cell] = []
    if self.scenarios.count > 1 {
      let names = scenarios.map(\.heading)
      cells.append(
        .phrase(
          Phrase(
            names.map(\.english).joined(separator: ", "), names.map(\.chinese).joined(separator: "、"))))
    }
    cells += [.text(row.label), .phrase(row.wording)]
    cells += [row.span?.lowerBound, row.span?.upperBound].map { $0.map { .text($0.description) } ?? .empty }
    cells += [row.because, row.source].map { $0.map { .text($0) } ?? .empty }
    cells.append(row.range.map { .text(evaluator.place(ofWritten: $0)) } ?? .empty)
    return Row(cells)
  }

  /// Returns the line that counts and names what is held.
  private func heldNote(_ names: [Phrase], _ scenarios: [ScenarioID]) -> Phrase {
    let rest = names.count - namedHeld
    let shown = names.prefix(namedHeld)
    let more =
      rest > 0
      ? Phrase(" and \(rest) more; show assumptions lists them", " 等 \(names.count) 项；“展示 假设表”可逐项列出") : Phrase(same: "")
    let english = "held at the last value: \(shown.map(\.english).joined(separator: ", "))\(more.english)"
    let chinese = "沿用末期值：\(shown.map(\.chinese).joined(separator: "、"))\(more.chinese)"
    return said(Phrase(english, chinese), of: scenarios)
  }

  /// Returns what is to be said of an assumption beside its line: that a bound stopped it, that it replaces data, that
  /// it sets a formula aside.
  private func remarks(_ row: AssumptionRow, _ scenarios: [ScenarioID]) -> [Phrase] {
    var remarks: [Phrase] = []
    if let stopped = row.stopped {
      remarks.append(Phrase("stopped at its bound: \(row.label), in \(stopped)", "触及界限：\(row.label)，\(stopped)"))
    }
    if row.replacesData { remarks.append(Phrase("replaces data: \(row.label)", "替换已有数据：\(row.label)")) }
    if row.cutsFormula, let first = row.span?.lowerBound {
      remarks.append(
        Phrase(
          "pinned, so its formula is set aside: \(row.label), from \(first)",
          "直接假设，不再按公式计算：\(row.label)，自 \(first) 起"))
    }
    return remarks.map { said($0, of: scenarios) }
  }

  private func said(_ phrase: Phrase, of scenarios: [ScenarioID]) -> Phrase {
    if scenarios.count == self.scenarios.count { return phrase }
    let names = scenarios.map(\.heading)
    return Phrase(
      "\(phrase.english) (under \(names.map(\.english).joined(separator: ", ")))",
      "\(phrase.chinese)（\(names.map(\.chinese).joined(separator: "、"))情景）")
  }
}

extension AssumptionRow {
  /// The subject with the members that the assumption is limited to.
  fileprivate var label: String {
    members.isEmpty ? name : "\(name)[\(members.map(\.name).joined(separator: ", "))]"
  }

  /// What is held, since when, and of how many members where not of all.
  fileprivate var heldLabel: Phrase? {
    guard let heldSince else { return nil }
    if held.members == held.all { return Phrase(same: "\(name) (\(heldSince.words))") }
    return Phrase(
      "\(name) (\(heldSince.words), \(held.members) of \(held.all) members)",
      "\(name) (\(heldSince.words)，\(held.all) 个成员中的 \(held.members) 个)")
  }

  /// Whether this and `other` are one assumption with the same result in two scenarios.
  fileprivate func isSame(as other: AssumptionRow) -> Bool {
    range != nil && range == other.range && span == other.span && stopped == other.stopped
  }
}

extension Table {
  /// The table without the columns in which nothing stands.
  fileprivate var withoutEmptyColumns: Table {
    let kept = columns.indices.filter { column in rows.contains { $0.cell(column) != .empty } }
    return Table(columns: kept.map { columns[$0] }, rows: rows.map { row in Row(kept.map(row.cell), kind: row.kind) })
  }
}
