import Source

extension ManualEntry {
  /// The questions, in the order of the grammar.
  static let questions: [ManualEntry] = [
    ManualEntry(
      Phrase("show", "展示"),
      forms: [
        Phrase(
          "show EXPRESSIONS [at COLUMNS] [by …] [where …] [order by …] [top N] [under …] [as FORM]",
          "展示 表达式 [时点 列] [按照 …] [筛选 …] [排序 …] [取前 N] [采用 …] [作为 形式]"),
        Phrase(
          "show targets | rules | conflicts | data | indicators | assumptions", "展示 目标表 | 规则表 | 冲突表 | 数据问题 | 指标表 | 假设表"),
        Phrase("show \"TEXT {EXPRESSION}\"", "展示 \"文字 {表达式}\""),
      ],
      Phrase("prints a table, the rows of a relation, or a text", "打印表格、内置表的各行，或一段文字"),
      details: [
        Phrase(
          "A column is a period, a range, 2023/2022 for growth, 2023-2022 for the difference, or a column of the target",
          "列可以是时期、区间、2023/2022（增长）、2023-2022（差），或目标的一列"),
        Phrase(
          "as line, bar, bullet, slope or sparkline draws a picture", "作为 折线、柱形、子弹图、坡度、迷你图 则画成图形"),
        Phrase("A minus in front of a key sorts from the greatest", "排序项前加负号则从大到小"),
      ],
      example: .init(
        "use \"s.csv\"\nshow 收入 at 2022, 2023, 2023/2022 by 地区 order by -收入 top 2",
        sheet:
          "地区,指标,单位,年份,数值\n甲,收入,元,2022,30\n甲,收入,元,2023,33\n乙,收入,元,2022,40\n乙,收入,元,2023,41\n丙,收入,元,2022,20\n丙,收入,元,2023,25\n"
      )),
    ManualEntry(
      Phrase("project", "推演"),
      forms: [
        Phrase(
          "project EXPRESSIONS [from PERIOD] until PERIOD [by …] [where …] under SCENARIOS [as line | as fan] [as of PERIOD]",
          "推演 表达式 [起自 时期] 直到 时期 [按照 …] [筛选 …] 采用 情景 [作为 折线 | 作为 扇形] [截止时点 时期]")
      ],
      Phrase(
        "prints the paths of values under scenarios, with the assumptions and targets", "列出各情景下的走势，并附假设与目标"),
      details: [
        Phrase(
          "What is uncertain is printed by its quantiles: 5%, 50%, 95%; as fan draws the median and the bands of 50% and 90%",
          "不确定的数值按分位数列出：5%、50%、95%；作为 扇形 则画出中位数与 50%、90% 区间"),
        Phrase("A value that no assumption covers is held and marked ~", "没有假设的数值沿用末期值，以 ~ 标注"),
      ],
      example: .init(
        "use \"s.csv\"\nscenario 稳健 {\n  收入 grows 6% per year because \"近五年均值\"\n}\nproject 收入 / 人口 until 2025 under 稳健",
        sheet: "指标,单位,2022年,2023年\n收入,万元,94,100\n人口,人,49,50\n")),
    ManualEntry(
      Phrase("compare", "比较"),
      forms: [
        Phrase("compare A, B [, C …] [for EXPRESSIONS] [at PERIODS]", "比较 甲, 乙 [, 丙 …] [对于 表达式] [时点 时期]")
      ],
      Phrase(
        "prints how scenarios differ from the first, and what each assumption makes of it", "列出各情景与第一个情景的差异，以及每条假设的影响"),
      details: [
        Phrase(
          "Without for it takes whatever differs, the greatest relative differences first",
          "不写“对于”时列出所有有差异的数值，相对差大的在前"),
        Phrase(
          "alone is what an assumption does by itself on top of the first scenario, in order what it adds to those above it, interaction what they do jointly",
          "“单独”为该假设单独加在第一个情景上的影响，“依次”为在其上各行之后再加入的影响，“交互作用”为共同产生的部分"),
      ],
      example: .init(
        "use \"s.csv\"\nalias 产值 : 万元 = 就业 * 劳动生产率\nscenario 稳健 { 就业 grows 1%; 劳动生产率 grows 5% }\nscenario 进取 { 就业 grows 2%; 劳动生产率 grows 7% }\ncompare 稳健, 进取 for 产值 at 2025",
        sheet: "指标,单位,2022年\n就业,人,100\n劳动生产率,万元/人,20\n")),
    ManualEntry(
      Phrase("solve", "求解"),
      forms: [
        Phrase(
          "solve PARAMS [in LOW..HIGH] so that CONDITION [under SCENARIO]", "求解 参数 [属于 下限..上限] 使得 条件 [采用 情景]")
      ],
      Phrase(
        "finds the value of a param, nearest to the present one, at which a condition holds", "求使条件成立的参数值，取离现值最近者"),
      details: [
        Phrase(
          "Where it holds nowhere, prints what comes nearest, and which end of the range binds", "如处处不成立，给出最接近的取值及受何限制"),
        Phrase(
          "Several params take the smallest change, each measured in its range", "多个参数时取变动最小者，各按其取值范围衡量"),
        Phrase("A chance in the condition uses the same draws at every trial", "条件中的概率在各次试算中使用相同样本"),
      ],
      example: .init(
        "use \"s.csv\"\nparam g in 0%..15% = 8%\nscenario s { 收入 grows g per year }\nsolve g so that 收入[2025] >= 140 万元 under s",
        sheet: "指标,单位,2022年\n收入,万元,100\n")),
    ManualEntry(
      Phrase("sensitivity", "敏感性"),
      forms: [
        Phrase(
          "sensitivity EXPRESSION [over PARAMS] [by STEP] [under SCENARIOS] [as tornado]",
          "敏感性 表达式 [针对 参数] [按照 步长] [采用 情景] [作为 龙卷风]")
      ],
      Phrase("moves each param down and up, and ranks the params by what that does to a value", "逐个上下变动参数，按对数值的影响大小排序"),
      details: [
        Phrase("Without a step each param goes to the ends of its range", "不写步长则变动到取值范围的两端"),
        Phrase("Without params all are moved that reach the value", "不写参数则变动所有影响该数值的参数"),
      ],
      example: .init(
        "use \"s.csv\"\nparam g in 0%..15% = 8%\nparam h in 0%..5% = 2%\nscenario s {\n  收入 grows g per year\n  人口 grows h per year\n}\nsensitivity (收入 / 人口)[2025] by 1pp under s",
        sheet: "指标,单位,2022年\n收入,万元,100\n人口,人,50\n")),
    ManualEntry(
      Phrase("tabulate", "试算"),
      forms: [
        Phrase(
          "tabulate EXPRESSION for PARAM in LOW..HIGH [step STEP] [, PARAM in …] [under SCENARIO]",
          "试算 表达式 对于 参数 属于 下限..上限 [步长 步长] [, 参数 属于 …] [采用 情景]")
      ],
      Phrase("prints a value over the values of one or two params", "在一个或两个参数的取值上列出数值"),
      details: [Phrase("Without a step an axis has ten", "不写步长则分为十步")],
      example: .init(
        "use \"s.csv\"\nparam g in 0%..15% = 8%\nscenario s { 收入 grows g per year }\ntabulate 收入[2025] for g in 4%..8% step 1% under s",
        sheet: "指标,单位,2022年\n收入,万元,100\n")),
    ManualEntry(
      Phrase("explain", "溯源"),
      forms: [
        Phrase(
          "explain EXPRESSION [where …] [under SCENARIO] [as of PERIOD]", "溯源 表达式 [筛选 …] [采用 情景] [截止时点 时期]"),
        Phrase(
          "explain targets | rules [where …] [under SCENARIO] [as of PERIOD]",
          "溯源 目标表 | 规则表 [筛选 …] [采用 情景] [截止时点 时期]"),
      ],
      Phrase("prints how a number came about, down to file, line and cell", "逐步列出一个数的来历，直至文件、行与单元格"),
      details: [
        Phrase(
          "Of a target it prints the condition as read and where it is printed, the value judged, and each number with its formula filled in",
          "对目标，列出读出的要求及其出处、被评判的数值，以及每个数的算式"),
        Phrase(
          "In JSON each step also has its operation, its unit, and the file, line, column and content of its cell",
          "JSON 中每一步还有运算、单位，以及单元格的文件、行、列与内容"),
      ],
      example: .init(
        "use \"s.csv\"\nalias 人均 : 元/人 = 产值 / 人口\nexplain 人均[2023]",
        sheet: "指标,单位,2022年,2023年\n产值,亿元,300,330\n人口,万人,50,51\n")),
    later(
      "report", "报告", "report \"TITLE\" { … }", "报告 \"标题\" { … }", "questions and prose under one title", "同一标题下的文字与提问"),
  ]

  /// Returns the entry of a question that is read and not evaluated.
  private static func later(
    _ english: String, _ chinese: String, _ form: String, _ chineseForm: String, _ summary: String,
    _ chineseSummary: String
  ) -> ManualEntry {
    ManualEntry(
      Phrase(english, chinese), forms: [Phrase(form, chineseForm)],
      Phrase(
        "\(summary); this version reads it and does not evaluate it", "\(chineseSummary)；本版本能读入，尚不计算"))
  }
}
