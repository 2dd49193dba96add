/// The words by which a sheet says which way is better of a target that is a number alone.
enum DirectionWords {
  private static let higher: Set<String> = [
    "higher", "up", "max", "maximize", "positive", "+", ">=", ">", "≥", "越高越好", "越大越好", "高优", "正向", "正", "正指标", "正向指标",
    "上升",
    "不低于", "至少",
  ]
  private static let lower: Set<String> = [
    "lower", "down", "min", "minimize", "negative", "-", "<=", "<", "≤", "越低越好", "越小越好", "低优", "逆向", "逆", "逆指标", "逆向指标",
    "负向",
    "负", "负指标", "负向指标", "下降", "不高于", "至多",
  ]

  /// Returns whether `text` says that more is better, or that less is; nil where it says neither.
  static func isHigherBetter(_ text: String) -> Bool? {
    let word = foldedName(text).lowercased()
    return higher.contains(word) ? true : lower.contains(word) ? false : nil
  }
}

extension TargetCondition {
  /// Returns a number alone as the bound that the better direction makes of it.
  func towards(higher isHigherBetter: Bool) -> TargetCondition {
    guard case .number(let number) = self else { return self }
    return isHigherBetter ? .atLeast(number) : .atMost(number)
  }
}
