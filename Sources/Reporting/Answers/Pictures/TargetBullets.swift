import Evaluation
import Indicators
import Semantics
import Source

/// Returns the targets at `rows` as bars; the table `block` where none has both a value and a number asked.
func bullets(
  _ question: RelationQuestion, _ rows: [Int], instead block: Block, _ evaluator: inout Evaluator
) -> Block {
  var bullets: [BulletRow] = []
  for (scenario, position) in evaluator.targetPlaces(rows, over: question.scenarios) {
    for mark in evaluator.targetMarks(at: [position], in: scenario) {
      var style = NumberStyle()
      if mark.footing.isHeld { style.mark = .held }
      style.isComputed = scenario.isDeclared
      let label = Phrase(same: mark.label)
      bullets.append(
        BulletRow(
          name: question.scenarios.count > 1 ? scenario.heading.after(label) : label, unit: mark.unit.symbol,
          value: mark.value.map { .number($0, style) } ?? .missing(mark.valueReason), period: mark.period,
          target: mark.asked, form: mark.form, deadline: mark.deadline,
          previous: evaluator.valueYearBefore(ofTarget: position, in: scenario),
          isLowerBetter: mark.direction.map { $0 == .lower }, status: WordList.status.phrase(mark.status)))
    }
  }
  tellApart(&bullets)
  guard bullets.contains(where: \.isDrawable) else {
    if let range = question.range { evaluator.report(nothingToDraw: .noNumbers, as: question.form.name, at: range) }
    return block
  }
  var picture = bulletBlock(bullets, title: title(question))
  picture.notes += block.notes
  return picture
}

/// Names the deadlines of targets that are otherwise called alike.
private func tellApart(_ bullets: inout [BulletRow]) {
  let names = Dictionary(grouping: bullets, by: \.name).mapValues(\.count)
  for place in bullets.indices where names[bullets[place].name] ?? 0 > 1 {
    guard let deadline = bullets[place].deadline else { continue }
    bullets[place].name = Phrase(same: deadline.description).after(bullets[place].name)
  }
}
