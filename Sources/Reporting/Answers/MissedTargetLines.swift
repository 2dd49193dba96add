import Evaluation
import Indicators
import Semantics
import Source

/// How many missed targets are named.
private let namedTargets = 3

/// Returns a line for each of the first targets that a scenario misses, and lines that count the rest.
package func lines(_ missed: MissedTargets) -> [Phrase] {
  var lines = missed.assumed.prefix(namedTargets).map(line)
  let name = missed.scenario.heading
  let rest = missed.assumed.count - namedTargets
  if rest > 0 {
    lines.append(
      Phrase(
        "and \(rest) more: show targets where status == missed under \(quotedWhereNeeded(name.english))",
        "另有 \(rest) 个：展示 目标表 筛选 状态 == 未达标 采用 \(quotedWhereNeeded(name.chinese))"))
  }
  if missed.heldCount > 0 {
    let count = missed.heldCount
    lines.append(
      Phrase(
        "\(count) more \(count == 1 ? "rests" : "rest") on held values only", "还有 \(count) 个未达标的仅以沿用值为依据"))
  }
  return lines
}

private func line(_ target: MissedTargets.Target) -> Phrase {
  let value = amount(target.value, beside: target.asked, ValueType(.number(target.unit)))
  let period = target.period.map { "\($0)" } ?? "\(target.deadline)"
  return Phrase(
    "\(target.label) \(target.form.english) by \(target.deadline): \(value) in \(period)",
    "\(target.label) \(target.form.chinese)，期限 \(target.deadline)：\(period) 为 \(value)")
}
