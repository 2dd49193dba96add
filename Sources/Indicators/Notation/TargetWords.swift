/// The words that officials write targets with, as editable tables; each list is parted by blanks.
enum TargetWords {
  /// Words before a condition that change nothing in it.
  static let openings = words(
    "力争 确保 争取 努力 实现 完成 预计 计划 预期 目标 目标值 年度 全年 年内 当年 本年 今年 累计 总量 总数 达标 稳定 数量 任务 不断 继续 平均")
  /// Words that, after a number, make the rest an ambition beside it.
  static let ambitions = words("力争 争取 奋斗目标 努力 冲刺")

  /// Words before a number that ask for at least it.
  static let atLeast = words(
    "≥ >= => 不低于 不少于 不小于 不得低于 不得少于 大于等于 大于或等于 高于等于 至少 最少 最低 达到 达 保底 底线 保证 稳定在不低于 保持在不低于")
  /// Words before a number that ask for more than it.
  static let moreThan = words("> 大于 超过 超 高于 多于 突破 超出 优于大于")
  /// Words before a number that ask for at most it.
  static let atMost = words(
    "≤ <= =< 不高于 不超过 不大于 不多于 不得高于 不得超过 小于等于 小于或等于 低于等于 至多 最多 最高不超过 控制在 控制到 控制至 不超 限制在")
  /// Words before a number that ask for less than it.
  static let lessThan = words("< 小于 低于 少于")
  /// Words before a number that ask for exactly it.
  static let equal = words("= 等于")
  /// Words before a number that ask not to fall behind it.
  static let holds = words("保持 维持 保持在 维持在 稳定在 巩固在 保持稳定在 稳住")

  /// Words after a number that ask for at least it.
  static let orMore = words("以上 及以上 或以上 起 以上水平")
  /// Words after a number that ask for at most it.
  static let orLess = words("以下 及以下 以内 之内 或以下 以内水平")

  /// Verbs of growth before an amount.
  static let up = words(
    "增长 增加 新增 新建 新招引 新引进 新培育 新认定 新开工 新创建 新设 新设立 新建成 增设 提高 提升 上升 增 净增 净增加 递增 扩大")
  /// Verbs of growth whose bare number could as well be a percentage.
  static let relative: Set<String> = ["增长", "递增"]
  /// Verbs of decline before an amount.
  static let down = words("下降 降低 减少 压减 下调 减 回落 缩小 降 减小 净减少 削减 压降")
  /// Words between such a verb and an amount, or before the verb, that name the year before.
  static let comparedWithLastYear = words("比上年 较上年 比去年 较去年 比上年度 较上年度 同比 比上一年 较上一年 在上年基础上 与上年相比")
  /// Words after such a verb that turn the amount into a level.
  static let towards = words("到 至 为 达到 达 到达")

  /// Adverbs and verbs beside a direction; they make no number.
  static let manners = words(
    """
    稳步 逐步 持续 不断 进一步 明显 显著 有所 大幅 大幅度 稳定 平稳 适度 较快 合理 保持 继续 力争 实现 逐年 稳中有 稳中 正 小幅 有序 有效 \
    全面 快速 加快 较大 一定 态势 趋势 水平 的 和 并 在 呈
    """)
  /// Verbs that ask for more than the year before.
  static let rises = words("提升 提高 增长 上升 增加 增强 扩大 升 增 高于上年 高于去年 高于上年度")
  /// Verbs that ask for less than the year before.
  static let falls = words("缩小 下降 降低 减少 收窄 减小 回落 压减 降 减 低于上年 低于去年 低于上年度")
  /// Words that ask for no less than the year before.
  static let notLess = words("不降 不下降 不减 不减少 只增不减 只升不降 不降低 不低于上年 不低于去年 不低于上年水平 不低于上年度 不少于上年 不退步")
  /// Words that ask for no more than the year before.
  static let notMore = words("不升 不上升 不增 不增加 只减不增 只降不升 不提高 不高于上年 不高于去年 不高于上年水平 不高于上年度 不多于上年 不超过上年")

  /// Words that say that a higher level sets the number.
  static let assigning = words("下达 分解 交办 省定 市定 国定 上级任务 上级要求 上级目标 上级考核 市级任务 省级任务")
  /// Words beside these.
  static let besideAssigning = words(
    """
    完成 达到 按 按照 以 根据 依据 待 为准 执行 落实 国家 省 市 区 县 省市 市区 上级 省级 市级 区级 县级 省里 市里 部门 省委 市委 省政府 市政府 \
    的 目标 任务 指标 计划 要求 数 目标值 任务数 考核 年度 全年 确定 后 由 和 及 、 / 进行 量 标准
    """)

  /// Words before the group of a rank.
  static let ranking = words("排名 排位 位居 位列 位次 居 列 排 进入 进 保持 保持在 稳居 稳定在 力争 争取 确保 综合排名 考核排名 在 名列 跻身 达到 处于")
  /// Words after the place of a rank.
  static let placed = words("名 位 强 名以内 位以内 以内 名次 名之内")
  /// Groups that a rank is taken in; others are known by their last sign.
  static let groups = words("全省 全市 全国 全区 全县 省内 市内 国内 山区26县 山区县 全省山区26县 同类地区 全州 长三角 全球")

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}

extension TextCursor {
  /// Steps over words of `lists` as long as any stands here; returns whether that reaches the end and met `needed`.
  mutating func consists(of lists: [[String]], needing needed: [String]) -> Bool {
    var isMet = false
    while !isAtEnd {
      let start = position
      let hit = takeLongest(of: needed)
      let end = position
      move(to: start)
      let beside = takeLongest(of: lists.joined())
      if hit != nil, end >= position {
        move(to: end)
        isMet = true
      } else if beside == nil {
        return false
      }
    }
    return isMet
  }
}
