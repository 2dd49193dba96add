import Source

extension ManualEntry {
  /// The questions, in the order of the grammar.
  static let questions: [ManualEntry] = [
    ManualEntry(
      Phrase("show", "展示"),
      forms: [
        Phrase(
          "show EXPRESSIONS [at COLUMNS] [by …] [where …] [order by …] [top N] [under …]",
          "展示 表达式 [时点 列] [按照 …] [筛选 …] [排序 …] [取前 N] [采用 …]"),
        Phrase(
          "show targets | rules | conflicts | data | indicators | assumptions", "展示 目标表 | 规则表 | 冲突表 | 数据问题 | 指标表 | 假设表"),
        Phrase("show \"TEXT {EXPRESSION}\"", "展示 \"文字 {表达式}\""),
      ],
      Phrase("prints a table, the rows of a relation, or a text", "打印表格、内置表的各行，或一段文字"),
      details: [
        Phrase(
          "A column is a period, a range, 2023/2022 for growth, 2023-2022 for the difference, or a column of the target",
          "列可以是时期、区间、2023/2022（增长）、2023-2022（差），或目标的一列"),
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
          "project EXPRESSIONS [from PERIOD] until PERIOD [by …] [where …] under SCENARIOS [as fan] [as of PERIOD]",
          "推演 表达式 [起自 时期] 直到 时期 [按照 …] [筛选 …] 采用 情景 [作为 扇形] [截止时点 时期]")
      ],
      Phrase(
        "prints the paths of values under scenarios, with the assumptions and targets", "列出各情景下的走势，并附假设与目标"),
      details: [
        Phrase(
          "What is uncertain is printed by its quantiles: 5%, 50%, 95%; as fan also 25% and 75%",
          "不确定的数值按分位数列出：5%、50%、95%；作为 扇形 时另列 25% 与 75%"),
        Phrase("A value that no assumption covers is held and marked ~", "没有假设的数值沿用末期值，以 ~ 标注"),
      ],
      example: .init(
        "use \"s.csv\"\nscenario 稳健 {\n  收入 grows 6% per year because \"近五年均值\"\n}\nproject 收入 / 人口 until 2025 under 稳健",
        sheet: "指标,单位,2022年,2023年\n收入,万元,94,100\n人口,人,49,50\n")),
    later(
      "compare", "比较", "compare A, B [for …] [at …]", "比较 甲, 乙 [对于 …] [时点 …]", "the differences between scenarios",
      "情景之间的差异"),
    later(
      "solve", "求解", "solve PARAM [in …] so that CONDITION", "求解 参数 [属于 …] 使得 条件",
      "the param at which a condition holds", "使条件成立的参数值"),
    later(
      "sensitivity", "敏感性", "sensitivity EXPRESSION over PARAMS by STEP", "敏感性 表达式 针对 参数 按照 步长",
      "what a step of each param changes", "各参数变动一步的影响"),
    later(
      "tabulate", "试算", "tabulate EXPRESSION for PARAM in … step …", "试算 表达式 对于 参数 属于 … 步长 …",
      "a value over a grid of params", "参数网格上的取值"),
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
