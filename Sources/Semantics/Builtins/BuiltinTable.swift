import Source

extension Builtin {
  /// Every function, in the order of the manual.
  package static let all: [Builtin] = aggregates + times + cells + unevaluated

  private static let aggregates: [Builtin] = [
    Builtin(
      "sum", "求和", .aggregate(.sum), "sum(x, weight: w)",
      Phrase("the exactly rounded sum of the known cells", "已知单元格之和（精确舍入）")),
    Builtin(
      "mean", "均值", .aggregate(.mean), "mean(x, weight: w)",
      Phrase("the mean of the known cells", "已知单元格的均值")),
    Builtin(
      "median", "中位数", .aggregate(.median), "median(x, weight: w)",
      Phrase("the middle of the known cells", "已知单元格的中位数")),
    Builtin(
      "min", "最小", .aggregate(.min), "min(x)", Phrase("the smallest known cell", "已知单元格的最小值")),
    Builtin(
      "max", "最大", .aggregate(.max), "max(x)", Phrase("the largest known cell", "已知单元格的最大值")),
    Builtin(
      "quantile", "分位数", .aggregate(.quantile), "quantile(x, 0.9, type: 7)",
      Phrase("a quantile by one of the nine types of Hyndman and Fan", "分位数（Hyndman–Fan 九种算法之一）")),
    Builtin(
      "stdev", "标准差", .aggregate(.stdev), "stdev(x, weight: w)",
      Phrase("the sample standard deviation", "样本标准差")),
    Builtin(
      "cv", "变异系数", .aggregate(.cv), "cv(x, weight: w)",
      Phrase("the standard deviation over the mean", "标准差与均值之比")),
    Builtin(
      "gini", "基尼系数", .aggregate(.gini), "gini(x, weight: w)",
      Phrase("the Gini coefficient of inequality", "基尼系数")),
    Builtin(
      "theil", "泰尔指数", .aggregate(.theil), "theil(x, weight: w)",
      Phrase("the Theil T index of inequality", "泰尔 T 指数")),
    Builtin(
      "count", "计数", .aggregate(.count), "count(c)",
      Phrase("how many cells are true, or how many rows there are", "为真的单元格数，或行数")),
    Builtin(
      "share", "占比", .aggregate(.share), "share(c, weight: w)",
      Phrase("the share of known cells that are true", "已知单元格中为真者所占比重")),
    Builtin(
      "rank", "排名", .aggregate(.rank), "rank(x)",
      Phrase("the place of each cell among the others, 1 for the best", "各单元格的名次，最好为 1")),
    Builtin(
      "first", "首个", .aggregate(.first), "first(x)", Phrase("the first known cell", "第一个已知单元格")),
    Builtin("last", "末个", .aggregate(.last), "last(x)", Phrase("the last known cell", "最后一个已知单元格")),
  ]

  private static let times: [Builtin] = [
    Builtin("prev", "上期", .time(.prev), "prev(x)", Phrase("the value one period before", "上一期的值")),
    Builtin(
      "diff", "增量", .time(.diff), "diff(x)",
      Phrase("the change since the period before", "比上一期的增减")),
    Builtin(
      "yoy", "同比", .time(.yoy), "yoy(x)",
      Phrase("the relative change since the same period a year before", "比上年同期的增长率")),
    Builtin(
      "cagr", "年均增速", .time(.cagr), "cagr(x, 2018..2022)",
      Phrase("the compound yearly growth between two periods", "两期之间的年均复合增长率")),
    Builtin(
      "ytd", "累计", .time(.ytd), "ytd(x)", Phrase("the sum since the year began", "年初以来的累计")),
    Builtin(
      "rolling", "滚动", .time(.rolling), "rolling(x, 3, mean)",
      Phrase("the mean, or another aggregate, of the last periods", "最近若干期的均值或其他汇总")),
    Builtin(
      "rebase", "定基", .time(.rebase), "rebase(x, 2020)",
      Phrase("an index that is 100 in the base period", "以基期为 100 的指数")),
    Builtin(
      "annual", "年度", .time(.annual), "annual(x)",
      Phrase("a full year's sum of a flow, or the last value of a level", "流量的全年合计，或存量的年末值")),
  ]

  private static let cells: [Builtin] = [
    Builtin(
      "if", "如果", .cells(.if), "if(c, a, b)",
      Phrase("the second where the first is true, else the third", "条件为真取第二项，否则取第三项")),
    Builtin(
      "known", "已知", .cells(.known), "known(x)",
      Phrase("whether a cell holds a number", "单元格是否有数")),
    Builtin("abs", "绝对值", .cells(.abs), "abs(x)", Phrase("the magnitude", "绝对值")),
    Builtin(
      "round", "四舍五入", .cells(.round), "round(x, 2)",
      Phrase("the number rounded half away from zero", "四舍五入到若干位小数")),
    Builtin(
      "min", "最小", .cells(.min), "min(a, b)", Phrase("the smaller, cell by cell", "逐格取较小者")),
    Builtin(
      "max", "最大", .cells(.max), "max(a, b)", Phrase("the larger, cell by cell", "逐格取较大者")),
  ]

  private static let unevaluated: [Builtin] = [
    later("normal", "正态分布", "normal(m, s)"), later("lognormal", "对数正态分布", "lognormal(m, s)"),
    later("uniform", "均匀分布", "uniform(a, b)"), later("triangular", "三角分布", "triangular(a, b, c)"),
    later("pert", "贝塔计划分布", "pert(a, b, c)"), later("beta", "贝塔分布", "beta(a, b)"),
    later("choose", "择一", "choose(a: 0.3, b: 0.7)"), later("chance", "概率", "chance(c)"),
    later("trend", "趋势", "trend(2015..2022)"), later("ratio", "比值", "ratio(a, b)"),
    later("reason", "缺失原因", "reason(x)"), later("fill", "填补", "fill(x, 0, only: not_reported)"),
    later("scale", "标准化", "scale(x)"), later("clamp", "截断", "clamp(x, a, b)"),
    later("contribution", "贡献", "contribution(x)"), later("chain", "链式指数", "chain(x)"),
    later("mom", "环比", "mom(x)"), later("band", "分档", "band(x, red: 0.8)"),
    later("distinct", "去重", "count(distinct(owner))"), later("list", "列举", "list(owner)"),
    later("index", "指数化", "index(x)"), later("baseline", "基期值", "baseline(x)"),
  ]

  private static func later(_ english: String, _ chinese: String, _ signature: String) -> Builtin {
    Builtin(
      english, chinese, .unevaluated, signature,
      Phrase("read, but not evaluated in this version", "可以读入，本版本尚不计算"))
  }
}
