import Source

extension Builtin {
  /// The functions that collapse dimensions.
  static let aggregates: [Builtin] = [
    Builtin(
      "sum", "求和", .aggregate(.sum), "sum(x, weight: w)",
      Phrase("the exactly rounded sum of the known cells", "已知单元格之和（精确舍入）"),
      details: [
        Phrase(
          "The result is the double nearest to the exact sum, whatever the order of the cells", "结果是最接近精确和的双精度数，与次序无关"),
        Phrase(
          "A ratio, an index or a rate does not add, and a level does not add over periods", "比率、指数、增速不能相加，存量不能跨期相加"),
      ],
      example: Example(
        "use \"s.csv\"\nshow sum(收入)",
        sheet: "地区,指标,单位,年份,数值\n甲,收入,亿元,2023,3\n乙,收入,亿元,2023,5\n丙,收入,亿元,2023,\n丁,收入,亿元,2023,10\n")),
    Builtin(
      "mean", "均值", .aggregate(.mean), "mean(x, weight: w)",
      Phrase("the mean of the known cells", "已知单元格的均值"),
      details: [
        Phrase(
          "With weights it is the sum of weight times value over the sum of the weights; a cell counts where both are known",
          "有权重时为加权和除以权重之和，两者皆已知才计入")
      ],
      example: Example(
        "use \"s.csv\"\nshow mean(寿命, weight: 人口)",
        sheet: "地区,指标,单位,年份,数值\n甲,寿命,岁,2023,80\n甲,人口,万人,2023,10\n乙,寿命,岁,2023,82\n乙,人口,万人,2023,30\n")),
    Builtin(
      "median", "中位数", .aggregate(.median), "median(x, weight: w)",
      Phrase("the middle of the known cells", "已知单元格的中位数"),
      details: [Phrase("Of an even number it is the mean of the middle two", "偶数个时取中间两个的均值")],
      example: Example(
        "use \"s.csv\"\nshow median(收入)",
        sheet: "地区,指标,单位,年份,数值\n甲,收入,亿元,2023,3\n乙,收入,亿元,2023,5\n丙,收入,亿元,2023,\n丁,收入,亿元,2023,10\n")),
    Builtin(
      "min", "最小", .aggregate(.min), "min(x)",
      Phrase("the smallest known cell", "已知单元格的最小值"),
      example: Example(
        "use \"s.csv\"\nshow min(收入)",
        sheet: "地区,指标,单位,年份,数值\n甲,收入,亿元,2023,3\n乙,收入,亿元,2023,5\n丙,收入,亿元,2023,\n丁,收入,亿元,2023,10\n")),
    Builtin(
      "max", "最大", .aggregate(.max), "max(x)",
      Phrase("the largest known cell", "已知单元格的最大值"),
      example: Example(
        "use \"s.csv\"\nshow max(收入)",
        sheet: "地区,指标,单位,年份,数值\n甲,收入,亿元,2023,3\n乙,收入,亿元,2023,5\n丙,收入,亿元,2023,\n丁,收入,亿元,2023,10\n")),
    Builtin(
      "quantile", "分位数", .aggregate(.quantile), "quantile(x, 0.9, type: 7)",
      Phrase("a quantile by one of the nine types of Hyndman and Fan", "分位数（Hyndman–Fan 九种算法之一）"),
      details: [
        Phrase(
          "Type 7, as in spreadsheets, unless another is named; source: R. J. Hyndman and Y. Fan, The American Statistician 50 (1996)",
          "默认第 7 种，与电子表格相同；出处：Hyndman、Fan，The American Statistician 50 (1996)")
      ],
      example: Example(
        "use \"s.csv\"\nshow quantile(收入, 0.9), quantile(收入, 0.9, type: 6)",
        sheet: "地区,指标,单位,年份,数值\n甲,收入,元,2023,20\n乙,收入,元,2023,40\n丙,收入,元,2023,60\n")),
    Builtin(
      "stdev", "标准差", .aggregate(.stdev), "stdev(x, weight: w)",
      Phrase("the sample standard deviation", "样本标准差"),
      details: [
        Phrase("Without weights it divides by n − 1, with weights by the whole weight", "无权重时除以 n − 1，有权重时除以总权重"),
        Phrase("Of percentages it is in pp", "百分数的标准差以百分点计"),
      ],
      example: Example(
        "use \"s.csv\"\nshow stdev(收入)", sheet: "地区,指标,单位,年份,数值\n甲,收入,元,2023,20\n乙,收入,元,2023,40\n丙,收入,元,2023,60\n")),
    Builtin(
      "cv", "变异系数", .aggregate(.cv), "cv(x, weight: w)",
      Phrase("the standard deviation over the mean", "标准差与均值之比"),
      details: [Phrase("It needs a positive mean", "均值须为正")],
      example: Example(
        "use \"s.csv\"\nshow cv(收入)", sheet: "地区,指标,单位,年份,数值\n甲,收入,元,2023,20\n乙,收入,元,2023,40\n丙,收入,元,2023,60\n")),
    Builtin(
      "gini", "基尼系数", .aggregate(.gini), "gini(x, weight: w)",
      Phrase("the Gini coefficient of inequality", "基尼系数"),
      details: [
        Phrase(
          "Half the mean difference of all pairs relative to the mean: 0 where all are equal",
          "全部两两差的均值之半与均值之比：全部相等时为 0"), Phrase("It needs values of 0 or more, and not all 0", "数值须不为负且不全为 0"),
      ],
      example: Example(
        "use \"s.csv\"\nshow gini(收入)", sheet: "地区,指标,单位,年份,数值\n甲,收入,元,2023,20\n乙,收入,元,2023,40\n丙,收入,元,2023,60\n")),
    Builtin(
      "theil", "泰尔指数", .aggregate(.theil), "theil(x, weight: w)",
      Phrase("the Theil T index of inequality", "泰尔 T 指数"),
      details: [
        Phrase(
          "The mean of x/m · ln(x/m), where m is the mean: 0 where all are equal", "x/m · ln(x/m) 的均值，m 为均值：全部相等时为 0"),
        Phrase("It needs values of 0 or more, and not all 0", "数值须不为负且不全为 0"),
      ],
      example: Example(
        "use \"s.csv\"\nshow theil(收入)", sheet: "地区,指标,单位,年份,数值\n甲,收入,元,2023,20\n乙,收入,元,2023,40\n丙,收入,元,2023,60\n")),
    Builtin(
      "count", "计数", .aggregate(.count), "count(c)",
      Phrase("how many cells are true, or how many rows there are", "为真的单元格数，或行数"),
      details: [
        Phrase("count(x) counts known cells, count() over a relation its rows", "count(x) 计已知单元格，对内置表 count() 计行数")
      ],
      example: Example(
        "use \"s.csv\"\nshow count(收入 > 4 亿元), count(收入)",
        sheet: "地区,指标,单位,年份,数值\n甲,收入,亿元,2023,3\n乙,收入,亿元,2023,5\n丙,收入,亿元,2023,\n丁,收入,亿元,2023,10\n")),
    Builtin(
      "first", "首个", .aggregate(.first), "first(x) or first(period where c)",
      Phrase("the first known cell, or the first period in which a condition holds", "第一个已知单元格，或条件成立的首个时期"),
      details: [
        Phrase(
          "A condition that never holds gives n/a; where it is unknown it is passed over and counted",
          "条件从不成立时为“不适用”；条件不明的时期略过并计数")
      ],
      example: Example(
        "use \"s.csv\"\naggregate 首年 = first(收入) over period\nshow 首年", sheet: "指标,单位,2022年,2023年\n收入,元,50,58\n")),
    Builtin(
      "last", "末个", .aggregate(.last), "last(x) or last(period where c)",
      Phrase("the last known cell, or the last period in which a condition holds", "最后一个已知单元格，或条件成立的末个时期"),
      details: [
        Phrase(
          "A condition that never holds gives n/a; where it is unknown it is passed over and counted",
          "条件从不成立时为“不适用”；条件不明的时期略过并计数")
      ],
      example: Example(
        "use \"s.csv\"\naggregate 末年 = last(收入) over period\nshow 末年", sheet: "指标,单位,2022年,2023年\n收入,元,50,58\n")),
    Builtin(
      "distinct", "去重", .aggregate(.distinct), "count(distinct(x))",
      Phrase("how many different values there are", "不同取值的个数"),
      details: [
        Phrase("A cell with several words, such as responsible units, counts each of them", "一格中有多个词（如责任单位）时逐一计入"),
        Phrase("Numbers are the same where twelve digits agree", "数值按 12 位有效数字判断是否相同"),
      ],
      example: Example(
        "use \"s.csv\"\naggregate 单位数 = count(distinct(owner)) over targets by status\nshow 单位数",
        sheet: "指标,单位,责任单位,2022年,2023年,2023年目标\n收入,亿元,甲局,10,11,≥11\n支出,亿元,乙局,8,8,≥9\n就业,万人,甲局,3,3,≥4\n")),
    Builtin(
      "list", "列举", .aggregate(.list), "list(x)",
      Phrase("the different words, in order of first appearance", "不同的词，按首次出现的先后列出"),
      example: Example(
        "use \"s.csv\"\naggregate 未达标 = list(name) over targets by owner where status == missed\nshow 未达标",
        sheet: "指标,单位,责任单位,2022年,2023年,2023年目标\n收入,亿元,甲局,10,11,≥12\n支出,亿元,乙局,8,8,≥9\n就业,万人,甲局,3,3,≥4\n")),
  ]
}
