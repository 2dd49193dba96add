import Evaluation
import Indicators
import Semantics
import Source
import Units

/// Returns how surely the targets at `rows` of the relation, those that have a chance, are met together in each of
/// `scenarios`, whose name is said where it is asked for, and on how many samples that rests.
func chanceNotes(
  ofTargets rows: [Int], in scenarios: [ScenarioID], isNamed: Bool, _ evaluator: inout Evaluator
) -> [Phrase] {
  evaluator.jointChances(ofTargets: rows, in: scenarios).map { chance in
    let under =
      isNamed
      ? Phrase(" under \(chance.scenario.heading.english)", "（\(chance.scenario.heading.chinese)情景）") : Phrase("", "")
    let samples =
      chance.known == chance.samples
      ? Phrase("\(chance.samples) samples", "\(chance.samples) 个样本")
      : Phrase("\(chance.known) of \(chance.samples) samples known", "已知 \(chance.known)/\(chance.samples) 个样本")
    guard chance.targets > 1, let share = chance.share else {
      return Phrase("chance\(under.english): \(samples.english)", "概率\(under.chinese)：\(samples.chinese)")
    }
    let percent = chanceText(share)
    return Phrase(
      "all \(chance.targets) together\(under.english): \(percent) (\(samples.english))",
      "\(chance.targets) 个目标同时达标\(under.chinese)：\(percent)（\(samples.chinese)）")
  }
}

/// Returns the chance that the targets at `rows`, those that have one, are all met, as a cell.
func jointChance(_ rows: [Int], _ scenarios: [ScenarioID], _ evaluator: inout Evaluator) -> Cell {
  guard let chance = evaluator.jointChances(ofTargets: rows, in: scenarios).first else { return .empty }
  return chance.share.map { .number($0, chanceStyle($0)) } ?? .missing(.undefined)
}

/// Returns whether any of the targets at `rows` has a chance.
func hasChance(_ rows: [Int], _ table: RelationTable) -> Bool {
  guard case .numbers(let chances) = table.columns[TargetColumn.chance.rawValue] else { return false }
  return rows.contains { chances[$0] != nil }
}

/// Returns how a chance in percent is written: with one decimal, and as 0 or 100 only where it is exactly that.
func chanceStyle(_ share: Double) -> NumberStyle {
  var style = NumberStyle(decimals: share > 0 && share < 0.05 ? 2 : 1)
  if share < 100 { style.greatestShown = 99.9 }
  return style
}

private func chanceText(_ share: Double) -> String {
  let style = chanceStyle(share)
  return "\(decimalString(min(share, style.greatestShown ?? share), decimals: style.decimals ?? 1))%"
}
