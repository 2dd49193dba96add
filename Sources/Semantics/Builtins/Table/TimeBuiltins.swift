import Source

extension Builtin {
  /// The functions that step through time.
  static let times: [Builtin] = [
    Builtin(
      "prev", "上期", .time(.prev), "prev(x)",
      Phrase("the value one period before", "上一期的值"),
      example: Example("use \"s.csv\"\nshow prev(收入)", sheet: "指标,单位,2020年,2021年,2023年\n收入,元,40,44,60\n")),
    Builtin(
      "diff", "增量", .time(.diff), "diff(x)",
      Phrase("the change since the period before", "比上一期的增减"),
      details: [Phrase("Of percentages it is in pp", "百分数之差以百分点计")],
      example: Example("use \"s.csv\"\nshow diff(收入)", sheet: "指标,单位,2020年,2021年,2023年\n收入,元,40,44,60\n")),
    Builtin(
      "yoy", "同比", .time(.yoy), "yoy(x)",
      Phrase("the relative change since the same period a year before", "比上年同期的增长率"),
      details: [Phrase("It is always relative, in %, also of a percentage", "总是相对变化，以 % 计，对百分数也是如此")],
      example: Example("use \"s.csv\"\nshow yoy(收入)", sheet: "指标,单位,2020年,2021年,2022年,2023年\n收入,元,40,44,48,60\n")),
    Builtin(
      "cagr", "年均增速", .time(.cagr), "cagr(x, 2018..2022)",
      Phrase("the compound yearly growth between two periods", "两期之间的年均复合增长率"),
      details: [Phrase("cagr(x, 3) looks three years back in each period", "cagr(x, 3) 在每一期回看三年")],
      example: Example(
        "use \"s.csv\"\nshow cagr(收入, 2020..2022), cagr(收入, 3)",
        sheet: "指标,单位,2020年,2021年,2022年,2023年\n收入,元,40,44,48,60\n")),
    Builtin(
      "ytd", "累计", .time(.ytd), "ytd(x)",
      Phrase("the sum since the year began", "年初以来的累计"),
      details: [Phrase("A part of the year that is missing makes the sum missing", "年内缺一期则累计缺失")],
      example: Example(
        "use \"s.csv\"\nindicator 产值 kind flow\nshow ytd(产值)",
        sheet: "指标,单位,2023Q1,2023Q2,2023Q3,2023Q4\n产值,亿元,10,12,11,15\n")),
    Builtin(
      "rolling", "滚动", .time(.rolling), "rolling(x, 3, mean)",
      Phrase("the mean, or another aggregate, of the last periods", "最近若干期的均值或其他汇总"),
      details: [Phrase("It takes sum, mean, median, min or max", "可用求和、均值、中位数、最小、最大")],
      example: Example("use \"s.csv\"\nshow rolling(收入, 3)", sheet: "指标,单位,2020年,2021年,2022年,2023年\n收入,元,40,44,48,60\n")
    ),
    Builtin(
      "rebase", "定基", .time(.rebase), "rebase(x, 2020)",
      Phrase("an index that is 100 in the base period", "以基期为 100 的指数"),
      example: Example(
        "use \"s.csv\"\nshow rebase(收入, 2020)", sheet: "指标,单位,2020年,2021年,2022年,2023年\n收入,元,40,44,48,60\n")),
    Builtin(
      "annual", "年度", .time(.annual), "annual(x)",
      Phrase("a full year's sum of a flow, or the last value of a level", "流量的全年合计，或存量的年末值"),
      details: [Phrase("It needs to know the kind", "须先知道指标类型")],
      example: Example(
        "use \"s.csv\"\nindicator 产值 kind flow\nshow annual(产值)",
        sheet: "指标,单位,2023Q1,2023Q2,2023Q3,2023Q4\n产值,亿元,10,12,11,15\n")),
  ]
}
