import Source

extension Builtin {
  /// The functions that step through time.
  static let steps: [Builtin] = [
    Builtin(
      "prev", "上期", .time(.prev), "prev(x)", Phrase("the value one period before", "上一期的值"),
      details: [
        Phrase(
          "Where the period before is not in the data, the value is missing for `gap`; before the first it is `no data`",
          "数据缺少上一期时，结果缺失，原因为“期次中断”；首期之前为“无数据”"),
        Phrase("Each region has a beginning and an end of its own", "各地区的起止时期各自判断"),
      ],
      example: Example(
        "use \"s.csv\"\nshow x, prev(x) at 2020..2023\n", sheet: "indicator,unit,2020,2022,2023\nx,元,100,120,126\n")),
    Builtin(
      "diff", "增量", .time(.diff), "diff(x)",
      Phrase("the change since the period before", "比上一期的增减"),
      details: [
        Phrase("Percentages differ in `pp`", "百分数之差以百分点计"),
        Phrase(
          "Of a cumulative indicator it is the single period: the first period of a year is itself, and no difference reaches into the year before",
          "对累计指标，结果为当期数：每年第一期即其本身，不跨年相减"),
        Phrase(
          "Where January was not printed alone, as in reports of months 1–2, January and February alone are missing for `gap`",
          "1 月未单独公布（如“1-2月”）时，1 月和 2 月的当期数缺失，原因为“期次中断”"),
      ],
      example: Example(
        "use \"s.csv\"\nindicator x kind cumulative\nshow x, diff(x), diff(p) at 2023M01..2023M04\n",
        sheet: "indicator,unit,2023M02,2023M03,2023M04\nx,亿元,30,50,65\np,%,4.0,4.2,4.1\n")),
    Builtin(
      "ytd", "累计", .time(.ytd), "ytd(x)", Phrase("the sum since the year began", "年初以来的累计"),
      details: [
        Phrase("It takes a flow, and needs every period since the year began", "用于流量，需要年初以来的每一期"),
        Phrase("What is cumulative already stays as it is", "已是累计数的，保持不变"),
      ],
      example: Example(
        "use \"s.csv\"\nindicator x kind flow\nshow ytd(x) at 2023M01..2023M04\n",
        sheet: "indicator,unit,2023M01,2023M02,2023M03,2023M04\nx,元,1,2,,4\n")),
    Builtin(
      "rolling", "滚动", .time(.rolling), "rolling(x, 3, mean)",
      Phrase("the mean, or another aggregate, of the last periods", "最近若干期的均值或其他汇总"),
      details: [
        Phrase("The aggregate is `mean`, `sum`, `median`, `min` or `max`", "汇总方式：均值、求和、中位数、最小、最大"),
        Phrase(
          "The sum is for flows; of a cumulative indicator write `rolling(diff(x), 3, mean)`",
          "求和只用于流量；累计指标请写 滚动(增量(x), 3, 均值)"),
        Phrase(
          "A window with a missing period is missing, for the reason of the first", "窗口中有缺失时结果缺失，取首个缺失的原因"),
      ],
      example: Example(
        "use \"s.csv\"\nshow rolling(x, 3), rolling(x, 3, max) at 2020..2023\n",
        sheet: "indicator,unit,2020,2021,2022,2023\nx,元,1,2,6,\n")),
  ]

  /// The functions that say how much a value has changed.
  static let growths: [Builtin] = [
    Builtin(
      "yoy", "同比", .time(.yoy), "yoy(x)",
      Phrase("the relative change since the same period a year before", "比上年同期的增长率"),
      details: [
        Phrase(
          "It is always relative, in `%`, of percentages too; for percentage points write `diff(x)`",
          "结果总是相对变化（%），百分数也一样；要百分点请用 增量(x)"),
        Phrase(
          "It is always over one year: where the year before is not in the data, as with figures of every fifth year, it is missing for `gap`",
          "总是与上一年相比：缺少上一年（如每五年一次的数据）时缺失，原因为“期次中断”"),
        Phrase("Growth from zero or below has no meaning and is missing", "基数为零或负时没有意义，结果缺失"),
      ],
      example: Example(
        "use \"s.csv\"\nshow yoy(x), yoy(profit) at 2020..2023\n",
        sheet: "indicator,unit,2020,2021,2022,2023\nx,元,100,110,99,\nprofit,元,-5,5,10,-2\n")),
    Builtin(
      "mom", "环比", .time(.mom), "mom(x)",
      Phrase("the relative change since the period before", "比上一期的增长率"),
      details: [
        Phrase("Of a cumulative indicator write `mom(diff(x))`", "累计指标请写 环比(增量(x))")
      ],
      example: Example(
        "use \"s.csv\"\nshow mom(x)\n", sheet: "indicator,unit,2023M01,2023M02,2023M03\nx,元,100,102,99.96\n")),
    Builtin(
      "cagr", "年均增速", .time(.cagr), "cagr(x, 2018..2022)",
      Phrase("the compound yearly growth between two periods", "两期之间的年均复合增长率"),
      details: [
        Phrase(
          "`cagr(x, 5)` is the yearly growth over the last five years, in each period", "cagr(x, 5) 为每一期相对五年前的年均增速"),
        Phrase(
          "`cagr(x)` takes the first and the last period that anything is known in, the same for every region, and says which",
          "cagr(x) 取有数据的首末两期，各地区相同，并注明"),
        Phrase(
          "A region that lacks one of the two ends has no growth, and never one over another span",
          "缺少任何一端的地区结果缺失，不会换成其他区间"),
      ],
      example: Example(
        "use \"s.csv\"\nshow cagr(x)\nshow cagr(x, 2)\n",
        sheet: "region,indicator,unit,period,value\nA,x,元,2018,100\nA,x,元,2020,121\nB,x,元,2020,50\n")),
  ]

  /// The functions that multiply or measure from a base.
  static let indices: [Builtin] = [
    Builtin(
      "rebase", "定基", .time(.rebase), "rebase(x, 2020)",
      Phrase("an index that is 100 in the base period", "以基期为 100 的指数"),
      details: [
        Phrase(
          "With a year as the base of finer values, the mean of that year's parts is 100",
          "月度、季度数据以某年为基期时，该年各期均值为 100")
      ],
      example: Example(
        "use \"s.csv\"\nshow rebase(x, 2020) at 2019..2021\nshow rebase(q, 2020) at 2020Q1..2021Q1\n",
        sheet:
          "indicator,unit,2019,2020,2021,2020Q1,2020Q2,2020Q3,2020Q4,2021Q1\nx,元,40,50,60,,,,,\nq,元,,,,8,10,10,12,11\n"
      )),
    Builtin(
      "index", "指数化", .time(.index), "index(x, 2020)",
      Phrase("an index with the year before, or the base period, as 100", "以上年（或基期）为 100 的指数"),
      details: [
        Phrase(
          "`index(x)` takes the same period a year before as 100; `index(x, 2020)` is `rebase(x, 2020)`",
          "index(x) 以上年同期为 100；index(x, 2020) 即 定基(x, 2020)")
      ],
      example: Example(
        "use \"s.csv\"\nshow index(x), index(x, 2021)\n", sheet: "indicator,unit,2020,2021,2022\nx,元,100,110,99\n")),
    Builtin(
      "chain", "链式指数", .time(.chain), "chain(x, 2020)",
      Phrase("an index that is 100 in the base year, chained of yearly links", "由各年环环相扣的指数链接成的定基指数"),
      details: [
        Phrase(
          "Each value is an index with the same period a year before as 100, or, of kind `rate`, growth in `%`",
          "各期数值为以上年（同期）为 100 的指数；指标类型为增速的，为增长率"),
        Phrase(
          "The base needs no link of its own; behind a missing link the chain is missing, for that link's reason",
          "基期本身不需要环比数；某一环缺失，其后的结果均缺失，原因相同"),
      ],
      example: Example(
        "use \"s.csv\"\nindicator cpi kind index\nindicator growth kind rate\nshow chain(cpi, 2020), chain(growth, 2021)\n",
        sheet: "indicator,unit,2021,2022,2023\ncpi,,102,101,110\ngrowth,%,8,5,-2\n")),
  ]
}
