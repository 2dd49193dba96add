import Source

extension ManualEntry {
  /// The statements that declare, in the order of the grammar.
  static let declarations: [ManualEntry] = [
    ManualEntry(
      Phrase("use", "读取"),
      forms: [
        Phrase("use \"FILE\" [as NAME] [with FIELD = \"HEADING\", …]", "读取 \"文件\" [作为 名称] [对应 字段 = \"表头\"，…]")
      ],
      Phrase("reads a sheet: its indicators, values and targets", "读取一张表：其中的指标、数值与目标"),
      details: [
        Phrase("Paths are relative to the script", "路径以脚本所在文件夹为起点"),
        Phrase(
          "With as, the sheet's indicators are reached as NAME.indicator", "写明“作为”后，表中指标可写作 名称.指标"),
      ],
      example: .init("use \"s.csv\" as 年报\nshow 年报.收入", sheet: "指标,单位,2022年,2023年\n收入,万元,50,58\n")),
    ManualEntry(
      Phrase("import", "引入"), forms: [Phrase("import \"FILE\" [as NAME]", "引入 \"文件\" [作为 名称]")],
      Phrase("brings in the declarations and sheets of another script", "引入另一个脚本的声明和所读的表"),
      details: [Phrase("Its questions are not answered", "其中的提问不会回答")]),
    ManualEntry(
      Phrase("unit", "计量单位"), forms: [Phrase("unit NAME [= NUMBER UNIT]", "计量单位 名称 [= 数 单位]")],
      Phrase("declares a unit", "声明一个计量单位"),
      details: [Phrase("Without a size it converts to no other", "不写大小时不与其他单位换算")],
      example: .init("unit 袋 = 50 千克\nshow 30 袋 + 1 吨")),
    ManualEntry(
      Phrase("param", "参数"),
      forms: [Phrase("param NAME [: UNIT] [in LOW..HIGH] = VALUE", "参数 名称 [: 单位] [属于 下限..上限] = 值")],
      Phrase("states a number that --set may replace", "声明一个可用 --set 改变的数"),
      example: .init(
        "use \"s.csv\"\nparam 增速 in 0%..12% = 6%\nalias 明年 = 收入[2023] * (1 + 增速)\nshow 明年",
        sheet: "指标,单位,2023年\n收入,万元,50\n")),
    ManualEntry(
      Phrase("indicator", "指标"),
      forms: [
        Phrase(
          "indicator NAME [: UNIT] [kind …] [better higher|lower] [range …] [owner …] [every …]",
          "指标 名称 [: 单位] [指标类型 …] [指标方向 越高越好|越低越好] [取值范围 …] [责任单位 …] [频次 …]")
      ],
      Phrase("states or corrects what the sheets say of an indicator", "补充或更正表中对指标的说明"),
      details: [
        Phrase(
          "kind is level, flow, cumulative, ratio, index or rate, and decides what may be added up",
          "指标类型有存量、流量、累计、比率、指数、增速，决定能否相加")
      ],
      example: .init(
        "use \"s.csv\"\nindicator 失业率 better lower kind ratio\nshow targets at name, form, status",
        sheet: "指标,单位,2023年,2023年目标\n失业率,%,4.2,4.5\n")),
    ManualEntry(
      Phrase("alias", "别名"), forms: [Phrase("alias NAME [: UNIT] = EXPRESSION", "别名 名称 [: 单位] = 表达式")],
      Phrase("gives a formula a name", "给公式取名"),
      details: [
        Phrase(
          "A formula may need its own earlier period, prev(x), and nothing else of itself", "公式可以引用自身的上一期 上期(x)，此外不得循环")
      ],
      example: .init(
        "use \"s.csv\"\nalias 人均 : 元/人 = 产值 / 人口\nshow 人均",
        sheet: "指标,单位,2022年,2023年\n产值,亿元,300,330\n人口,万人,50,51\n")),
    ManualEntry(
      Phrase("aggregate", "聚合"),
      forms: [
        Phrase(
          "aggregate NAME [: UNIT] = FUNCTION(…) [over …] [by …] [where …] [require SHARE]",
          "聚合 名称 [: 单位] = 函数(…) [针对 …] [按照 …] [筛选 …] [至少覆盖 比例]")
      ],
      Phrase("collapses dimensions, or the rows of a relation", "沿维度或内置表的各行聚合"),
      details: [
        Phrase("Every answer says how many of the cells were known", "每个结果都注明已知多少"),
        Phrase("over names what collapses, by what is kept", "“针对”写明合并的维度，“按照”写明保留的维度"),
      ],
      example: .init(
        "use \"s.csv\"\naggregate 总收入 = sum(收入) over 地区\naggregate 够数 = sum(收入) over 地区 require 100%\nshow 总收入, 够数",
        sheet: "地区,指标,单位,年份,数值\n甲,收入,亿元,2023,3\n乙,收入,亿元,2023,\n丙,收入,亿元,2023,4\n")),
    ManualEntry(
      Phrase("set", "指标组"),
      forms: [
        Phrase("set NAME = { INDICATOR weight NUMBER, … }", "指标组 名称 = { 指标 权重 数，… }"),
        Phrase("set NAME = indicators where CONDITION", "指标组 名称 = 指标表 筛选 条件"),
      ],
      Phrase("takes several indicators as one value with the dimension indicator", "把若干指标合成一个值，维度为“指标”"),
      details: [
        Phrase(
          "Each indicator keeps its own unit where they share none; weight in an aggregate over the set is its weights",
          "单位不同的指标各用各的单位；对指标组聚合时，权重指组内权重"),
        Phrase("The dimension indicator collapses only where over names it", "只有“针对 指标”才会沿指标聚合"),
      ],
      example: .init(
        """
        use "s.csv"
        set 赛马 = { 收入 weight 30, 失业率 weight 10 }
        indicator 失业率 better lower
        aggregate 得分 = mean(scale(赛马), weight: weight) over indicator
        show 赛马
        show 得分 order by -得分
        """,
        sheet: "地区,指标,单位,年份,数值\n甲,收入,元,2023,42500\n乙,收入,元,2023,37100\n丙,收入,元,2023,34000\n"
          + "甲,失业率,%,2023,2.2\n乙,失业率,%,2023,1.9\n丙,失业率,%,2023,1.8\n")),
    ManualEntry(
      Phrase("same", "等同"), forms: [Phrase("same NAME = NAME …", "等同 名称 = 名称 …")],
      Phrase("says that several names, of indicators or members, are one thing", "说明几个名称（指标或成员）是同一事物"),
      example: .init(
        "use \"s.csv\"\nsame 人均收入 = 居民人均收入\nshow 人均收入",
        sheet: "指标,单位,2022年,2023年\n人均收入,元,50,\n居民人均收入,元,,58\n")),
    ManualEntry(
      Phrase("hierarchy", "层级"),
      forms: [Phrase("hierarchy WHOLE = PART + PART … [tolerance SHARE]", "层级 合计 = 分项 + 分项 … [容差 比例]")],
      Phrase("says that a member of a dimension is the sum of others", "说明某个成员是其他成员之和"),
      details: [
        Phrase("A whole that is not printed is the sum of its parts, if all are known", "未公布的合计为各分项之和（须全部已知）"),
        Phrase("Aggregates take the parts and leave the whole out", "聚合只取分项，合计不重复计入"),
        Phrase(
          "A printed whole that differs from its parts by more than the tolerance is a conflict of the class imbalance",
          "公布的合计与分项之和相差超过容差的，列入 conflicts，种类为“分项合计不符”"),
      ],
      example: .init(
        "use \"s.csv\"\nhierarchy 全市 = 市区 + 甲县\nshow 人口, sum(人口)",
        sheet: "地区,指标,单位,年份,数值\n市区,人口,万人,2023,30\n甲县,人口,万人,2023,20\n")),
    ManualEntry(
      Phrase("target", "目标"),
      forms: [
        Phrase(
          "target EXPRESSION CONDITION [and …] by PERIOD [from PERIOD] [owner …] [weight …]",
          "目标 表达式 条件 [并且 …] 截至 时期 [起自 时期] [责任单位 …] [权重 …]")
      ],
      Phrase("states what is asked of a value by a deadline", "声明期限内对某值的要求"),
      details: [
        Phrase(
          "Conditions: >= > <= < = a number, in a range, grows, shrinks, adds, holds, rises, falls, ranks within, assigned, milestone",
          "条件：>=、>、<=、<、= 数，属于区间，增长、下降、增加、保持、提高、降低、排名前、待下达、里程碑")
      ],
      example: .init(
        "use \"s.csv\"\ntarget 收入 grows 6% by 2023 owner 甲局\nshow targets at name, form, value, plan, status, gap, completion",
        sheet: "指标,单位,2022年,2023年\n收入,元,50,52\n")),
    ManualEntry(
      Phrase("scenario", "情景"), forms: [Phrase("scenario NAME [from BASE] { … }", "情景 名称 [基于 情景] { … }")],
      Phrase("lays assumptions over the data, the plan or another scenario", "在实际、计划或另一情景上叠加假设"),
      details: [
        Phrase(
          "Assumptions: grows, shrinks, rises, falls, reaches … by …, follows, holds, =, +=, *=",
          "假设：增长、下降、提高、降低、达至 … 截至 …、沿用、保持、=、+=、*="),
        Phrase("What no assumption covers is held at its last value", "没有假设的沿用最后一期的值"),
      ],
      example: .init(
        "use \"s.csv\"\nscenario 稳健 {\n  收入 grows 6% per year until 2024, then 5%\n}\nshow 收入 at 2023..2025 under 稳健",
        sheet: "指标,单位,2022年,2023年\n收入,元,50,58\n")),
    ManualEntry(
      Phrase("rule", "规则"),
      forms: [
        Phrase(
          "rule NAME [\"MESSAGE\"]: CONDITION [where …] [under …] [severity error|warning|info]",
          "规则 名称 [\"说明\"]: 条件 [筛选 …] [采用 …] [严重性 错误|警告|提示]")
      ],
      Phrase("states what must hold in every cell", "声明每个数据都应满足的条件"),
      example: .init(
        "use \"s.csv\"\nrule 合计相符: 合计 ≈ 男 + 女 within 0.5%\nshow rules",
        sheet: "指标,2022年,2023年\n合计,200,300\n男,100,150\n女,100,140\n")),
    ManualEntry(
      Phrase("correlate", "关联"), forms: [Phrase("correlate A, B = NUMBER", "关联 甲, 乙 = 数")],
      Phrase("ties the draws of names that hold distributions", "使含有分布的各名称的抽样彼此相关"),
      details: [
        Phrase("The number is the rank correlation, from -1 to 1", "数为秩相关系数，在 -1 与 1 之间"),
        Phrase("Within a scenario it holds there and in those that rest on it", "写在情景内时，只对该情景及以其为基础的情景成立"),
      ],
      example: .init(
        "param 农村增速 = 6% to 10%\nparam 城镇增速 = 4% to 8%\ncorrelate 农村增速, 城镇增速 = 0.6\nshow chance(农村增速 > 8% and 城镇增速 > 6%)"
      )),
  ]
}
