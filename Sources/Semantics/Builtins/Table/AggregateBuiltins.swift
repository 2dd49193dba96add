import Source

extension Builtin {
  /// The functions that collapse dimensions.
  static let aggregates: [Builtin] = [
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
      "first", "首个", .aggregate(.first), "first(x)", Phrase("the first known cell", "第一个已知单元格")),
    Builtin("last", "末个", .aggregate(.last), "last(x)", Phrase("the last known cell", "最后一个已知单元格")),
  ]
}
