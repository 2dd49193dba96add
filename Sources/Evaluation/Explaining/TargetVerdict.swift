import Indicators
import Semantics
import Source
import Units

extension TargetRow {
  /// Says in a sentence why the target has its status.
  var verdict: Phrase {
    let value = value.map { amount($0) } ?? "—"
    switch status {
    case .met: return Phrase("\(value) meets \(form.english)", "\(value) 达到“\(form.chinese)”")
    case .missed: return Phrase("\(value) does not meet \(form.english)", "\(value) 未达到“\(form.chinese)”")
    case .open: return Phrase("no number has been assigned", "目标值尚未下达")
    case .manual: return Phrase("a milestone is judged by people", "里程碑由人工判定")
    case .pending:
      guard let period, self.value != nil else {
        return Phrase("nothing is known yet", "尚无任何数值")
      }
      return Phrase(
        "\(deadline) is not known yet; the latest is \(value) in \(period)",
        "\(deadline) 的数值尚未公布；最新为 \(period) 的 \(value)")
    case .unknown: return unknownVerdict
    case .ahead, .onTrack, .behind: return progressVerdict(value)
    }
  }

  private var unknownVerdict: Phrase {
    if let ungrouped { return Phrase("the data hold no members of \(ungrouped)", "数据中没有“\(ungrouped)”的成员") }
    if demands.contains(where: { if case .ranks = $0.form { true } else { false } }) {
      return Phrase("too few of the others are known to rank it", "其他成员已知者过少，无法排名")
    }
    if lacksKind { return Phrase("only the indicator's kind would tell", "须声明指标类型方可判定") }
    if value != nil, baseline == nil, period == deadline {
      return Phrase("its baseline is missing", "基期值缺失")
    }
    if let asked, asked.isNaN { return Phrase("the number asked is missing", "目标值缺失") }
    return Phrase("the value for \(deadline) is missing", "\(deadline) 的数值缺失")
  }

  private func progressVerdict(_ value: String) -> Phrase {
    guard let standing, let share = standing.share, let elapsed = standing.elapsed else {
      return status == .behind
        ? Phrase("\(value) does not meet \(form.english) so far", "目前 \(value)，未达到“\(form.chinese)”")
        : Phrase("\(value) meets \(form.english) so far", "目前 \(value)，达到“\(form.chinese)”")
    }
    let (done, gone) = (percentage(share / 100), percentage(elapsed / 100))
    return Phrase("\(done) of the plan after \(gone) of the time", "时间过去 \(gone)，完成计划的 \(done)")
  }

  private func amount(_ number: Double) -> String {
    let short = significantDecimal(number, digits: 12)
    let digits = shortestString(short == number ? number : significantDecimal(number, digits: 6))
    if unit.factors.isEmpty { return digits }
    return unit.nature == .plain ? "\(digits) \(unit.symbol)" : digits + unit.symbol
  }
}
