import Source

extension Builtin {
  /// The aggregates that look at two values at once, or give each cell its place in the whole.
  static let pairs: [Builtin] = [
    Builtin(
      "share", "占比", .aggregate(.share), "share(c, weight: w) or share(x, within: group)",
      Phrase(
        "the share of known cells that are true, or each cell's part of the whole", "已知单元格中为真者所占比重，或各单元格占总量的比重"),
      details: [
        Phrase(
          "Of a condition it is one number: the cells where it is true over those where it is known",
          "对条件求占比得到一个数：条件为真的单元格与条件已知的单元格之比"),
        Phrase(
          "Of numbers it gives every cell its part of the sum of the known cells, in percent; with `within` of those of its own group",
          "对数值求占比，得到各单元格占已知单元格之和的百分比；写明 `within`（组内）时占本组之和"),
        Phrase("A whole of 0 has no shares", "总量为 0 时没有占比"),
        Phrase("Of targets met, the denominator is the targets that can be judged", "目标达标率的分母为可判定的目标"),
      ],
      example: Example(
        "use \"s.csv\"\nshow share(人口), share(人口, within: 片区)\nshow share(人口 > 10 万人)",
        sheet: "地区,片区,指标,单位,年份,数值\n甲县,东,人口,万人,2023,30\n乙县,东,人口,万人,2023,10\n丙县,西,人口,万人,2023,60\n")),
    Builtin(
      "rank", "排名", .aggregate(.rank), "rank(x, within: group)",
      Phrase("the place of each cell among the others, 1 for the best", "各单元格的名次，最好为 1"),
      details: [
        Phrase(
          "The highest is best, unless the indicator is declared `better lower`; ties share the smaller place",
          "数值最大者为第 1 名，指标声明为 `better lower`（越低越好）时相反；并列者同取较小的名次"),
        Phrase(
          "With `within`, which may be written more than once, a cell stands among those of its own group",
          "写明 `within`（组内，可写多次）时，只在本组之内排名"),
      ],
      example: Example(
        "use \"s.csv\"\nshow rank(人口), rank(人口, within: 片区)",
        sheet: "地区,片区,指标,单位,年份,数值\n甲县,东,人口,万人,2023,30\n乙县,东,人口,万人,2023,10\n丙县,西,人口,万人,2023,60\n")),
    Builtin(
      "ratio", "比值", .aggregate(.ratio), "ratio(a, b)",
      Phrase("the sum of a over the sum of b, of the cells where both are known", "两者都已知的单元格上 a 之和与 b 之和的比"),
      details: [
        Phrase(
          "A member that lacks either is left out of both sums, so that numerator and denominator are of the same members",
          "缺少任何一项的成员在分子和分母中都不计入，因此分子与分母的成员相同"),
        Phrase(
          "Its coverage is the cells where both are known; the unit is the quotient of the two units",
          "覆盖面是两者都已知的单元格；单位是两者单位之商"),
        Phrase("A denominator of 0 gives no ratio", "分母之和为 0 时没有比值"),
      ],
      example: Example(
        "use \"s.csv\"\nshow ratio(产值, 人口), sum(产值) / sum(人口)",
        sheet: "地区,指标,单位,年份,数值\n甲县,产值,亿元,2023,30\n乙县,产值,亿元,2023,-\n甲县,人口,万人,2023,10\n乙县,人口,万人,2023,20\n")),
    Builtin(
      "contribution", "贡献", .aggregate(.contribution), "contribution(x)",
      Phrase(
        "how many percentage points each cell adds to the growth of the whole", "各单元格对总量增长的拉动（百分点）"),
      details: [
        Phrase(
          "It is the change of the cell since the period before over the whole of the period before: (xₜ − xₜ₋₁) / Σxₜ₋₁, in percentage points",
          "等于本单元格比上期的增量除以上期总量：(xₜ − xₜ₋₁) / Σxₜ₋₁，以百分点计"),
        Phrase(
          "This is the growth of the whole times the cell's part of its change, as the China Statistical Yearbook defines the pull of an industry on growth (notes to the chapter National Accounts)",
          "即总量增长速度与该项贡献率（该项增量与总增量之比）的乘积，与《中国统计年鉴》国民经济核算部分对“拉动”的定义一致"),
        Phrase(
          "The whole is of the members known in both periods, so the contributions add up to its growth; a whole that is not positive has none",
          "总量只含两期都已知的成员，故各项拉动之和等于其增长速度；上期总量不为正时没有结果"),
      ],
      example: Example(
        "use \"s.csv\"\nshow contribution(产值) at 2023",
        sheet: "地区,指标,单位,年份,数值\n甲县,产值,亿元,2022,60\n乙县,产值,亿元,2022,40\n甲县,产值,亿元,2023,66\n乙县,产值,亿元,2023,38\n")),
    Builtin(
      "correlation", "相关系数", .aggregate(.correlation), "correlation(a, b)",
      Phrase("Pearson's correlation of the cells where both are known", "两者都已知的单元格上的皮尔逊相关系数"),
      details: [
        Phrase(
          "It needs three pairs; values that do not vary have no correlation", "至少要有三对数值；不变的数值没有相关系数"),
        Phrase(
          "Over regions it compares places in one period, with `over period` the years of one place",
          "针对地区时比较同一时期的各地，`over period`（针对时期）时比较同一地区的各期"),
      ],
      example: Example(
        "use \"s.csv\"\naggregate r = correlation(收入, 支出) over period\nshow r",
        sheet: "指标,单位,2020,2021,2022,2023\n收入,元,10,20,30,40\n支出,元,9,15,25,28\n")),
  ]
}
