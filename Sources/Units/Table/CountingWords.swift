import Source

/// The counting words, a line each: the spellings of one word; words of different lines convert only by declaration.
enum CountingWords {
  /// The lines by their words.
  static let index = WordIndex(lines)
  /// The lines as units, each a base quantity of its own.
  static let rows = lines.map { UnitRow(base: $0) }

  static let lines: [String] = [
    // People and their groups
    "名", "位", "户 household households", "家 enterprise enterprises", "人次 visit visits", "户次", "班", "支", "队",
    "组", "对", "班组", "团队", "岗", "岗位", "职位", "村 行政村", "镇", "乡", "乡镇", "街道", "社区", "县", "市", "区",
    "省", "国",

    // Things
    "个 个数", "件 piece pieces", "项 item items", "条", "只", "头", "株", "棵", "尾", "羽", "匹", "张", "台", "辆 vehicle vehicles",
    "艘", "架", "列", "部", "本", "册", "篇", "份", "幅", "套", "副", "双", "种", "类", "款", "块", "片", "根", "把", "枚",
    "瓶", "箱", "包", "袋", "词", "字", "页", "门", "道", "口", "眼", "盏", "面",

    // Places
    "座", "所", "间", "栋 幢", "处", "床 床位 bed beds", "车位", "泊位", "桩", "站", "线", "点", "宗", "地块", "席", "座位",

    // Events
    "次 time times", "场", "场次", "起", "例 case cases", "期", "届", "轮", "批", "批次", "笔", "单", "票", "车次",
    "班次", "航次", "架次", "台次", "件次", "列次", "辆次", "艘次", "宗次",

    // Scores, levels and the rest
    "分 score scores", "级", "星", "度电", "标箱 TEU", "标台", "标方", "折", "步", "代", "流", "股",
  ]
}
