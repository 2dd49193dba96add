import Evaluation
import Indicators
import Projection
import Semantics
import Source
import Units

extension SolutionLayout {
  /// Returns what must be known beside the numbers, a sentence each.
  func notes(_ evaluator: Evaluator) -> [Phrase] {
    var notes: [Phrase] = []
    if case .impossible = solution.status { notes += impossibility(evaluator) }
    for remark in solution.remarks { notes.append(sentence(remark, evaluator)) }
    for mover in solution.movers where mover.isRangeAssumed {
      let name = evaluator.program.parameters[mover.parameter].name
      let (low, high) = ends(mover, evaluator)
      notes.append(
        Phrase(
          "no range of \(name) is stated: sought from \(low) to \(high)", "“\(name)”未声明取值范围：在 \(low) 至 \(high) 内求解"))
    }
    notes += evaluator.setAsideNotes(question.parameters, in: question.scenario)
    notes += evaluator.uncertaintyNotes(
      of: question.condition, in: question.scenario, besides: question.parameters)
    notes.append(
      Phrase(
        "\(solution.evaluations) evaluation\(solution.evaluations == 1 ? "" : "s")", "试算 \(solution.evaluations) 次"))
    return notes
  }

  /// Returns where the condition comes nearest to holding, and which ends of ranges hold it back.
  private func impossibility(_ evaluator: Evaluator) -> [Phrase] {
    solution.movers.map { mover in
      let name = evaluator.program.parameters[mover.parameter].name
      let (low, high) = ends(mover, evaluator)
      let place = evaluator.amount(mover.value, ofParameter: mover.parameter, decimals: mover.decimals)
      switch mover.binding {
      case .lower:
        return Phrase(
          "\(name) from \(low) to \(high) is not enough: nearest at \(place), where the lower end of its range binds",
          "“\(name)”在 \(low) 至 \(high) 内均不满足：在 \(place) 处最接近，受取值下限约束")
      case .upper:
        return Phrase(
          "\(name) from \(low) to \(high) is not enough: nearest at \(place), where the upper end of its range binds",
          "“\(name)”在 \(low) 至 \(high) 内均不满足：在 \(place) 处最接近，受取值上限约束")
      case nil:
        return Phrase(
          "\(name) from \(low) to \(high) is not enough: nearest at \(place), inside its range",
          "“\(name)”在 \(low) 至 \(high) 内均不满足：在 \(place) 处最接近，未触及上下限")
      }
    }
  }

  private func ends(_ mover: GoalSolution.Mover, _ evaluator: Evaluator) -> (String, String) {
    (
      evaluator.amount(mover.range.lowerBound, ofParameter: mover.parameter),
      evaluator.amount(mover.range.upperBound, ofParameter: mover.parameter)
    )
  }

  private func sentence(_ remark: GoalSolution.Remark, _ evaluator: Evaluator) -> Phrase {
    let first = question.parameters[0]
    let name = evaluator.program.parameters[first].name
    func amount(_ value: Double, _ decimals: Int? = nil) -> String {
      let shortest = decimals.map { roundHalfAwayFromZero(value, decimals: $0) } ?? value
      return evaluator.amount(shortest, ofParameter: first)
    }
    switch remark {
    case .holds(let from, let to, let decimals) where from == to:
      return Phrase("it holds at \(amount(from, decimals)) alone", "仅在 \(amount(from, decimals)) 处成立")
    case .holds(let from, let to, let decimals):
      let (low, high) = (amount(from, decimals), amount(to, decimals))
      return Phrase("it holds for \(name) from \(low) to \(high)", "“\(name)”在 \(low) 至 \(high) 之间成立")
    case .jumps:
      return Phrase(
        "what is compared jumps there: it holds at this value, and not just before it", "所比较的数在此处跳变：到该值才成立，稍前不成立")
    case .flat: return Phrase("nothing that is compared moves with the params", "所比较的数不随参数变动")
    case .unknown(let from, let to, let reason):
      let (low, high) = (amount(from, 6), amount(to, 6))
      return Phrase(
        (low == high ? "unknown at \(low)" : "unknown for \(name) from \(low) to \(high)")
          + ": \(reason.explanation.english)",
        (low == high ? "在 \(low) 处不明" : "“\(name)”在 \(low) 至 \(high) 之间不明") + "：\(reason.explanation.chinese)")
    case .stretches(let count):
      return Phrase(
        "it holds in \(count) stretches of the range; the nearest is taken", "在取值范围内有 \(count) 段成立，取最近的一段")
    case .places(let count):
      return Phrase(
        "the sides meet at \(count) places of the range; the nearest is taken", "在取值范围内有 \(count) 处相等，取最近的一处")
    case .orderGiven:
      return Phrase(
        "the way to the smallest change does not show, so the params move in the order given",
        "无法判断最小变动的方向，按所列顺序逐个变动参数")
    case .scanned(let count):
      return Phrase(
        "moving one param after the other is not enough; \(count) choices all over the ranges were tried",
        "逐个变动参数不够，已在取值范围内遍试 \(count) 组取值")
    case .presentOutside(let parameter):
      let outside = evaluator.program.parameters[parameter].name
      return Phrase("the present value of \(outside) lies outside the range", "“\(outside)”的现值不在取值范围内")
    case .tolerance(let share):
      let digits = shortestString(1 / share)
      return Phrase(
        "samples move in steps: found to within one part in \(digits) of the range",
        "样本概率呈台阶变化：求解精度为取值范围的 \(digits) 分之一")
    }
  }
}
