import Source

extension Builtin {
  /// The functions that step through time.
  static let times: [Builtin] = [
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
}
