import Source

/// The units of measured quantities, a line each: spellings, quantity, size in 元, 人, 米, 千克 and 秒.
enum MeasuredUnits {
  private static let money = Dimensions([BaseQuantity("元"): 1])
  private static let person = Dimensions([BaseQuantity("人"): 1])
  private static let length = Dimensions([metre: 1])
  private static let area = Dimensions([metre: 2])
  private static let volume = Dimensions([metre: 3])
  private static let mass = Dimensions([kilogram: 1])
  private static let time = Dimensions([second: 1])
  private static let energy = Dimensions([kilogram: 1, metre: 2, second: -2])
  private static let power = Dimensions([kilogram: 1, metre: 2, second: -3])

  private static let metre = BaseQuantity("米")
  private static let kilogram = BaseQuantity("千克")
  static let second = BaseQuantity("秒")

  /// The seconds of a mean Gregorian year, 365.2425 days; a month is its twelfth.
  private static let year = 31_556_952.0

  /// The lines by their spellings.
  static let index = WordIndex(rows.map(\.names))

  static let rows: [UnitRow] = [
    // Plain numbers
    UnitRow("%", .none, per: 100, nature: .percentage),
    UnitRow("‰", .none, per: 1000, nature: .percentage),
    UnitRow("pp 百分点 个百分点", .none, per: 100, nature: .points),
    UnitRow("倍", .none),
    UnitRow("thousand", .none, 1e3),
    UnitRow("million", .none, 1e6),
    UnitRow("billion", .none, 1e9),

    // Money
    UnitRow("元 人民币元 元人民币 人民币 圆 ¥ ￥ yuan RMB CNY", money),
    UnitRow(base: "美元 USD US$"),
    UnitRow(base: "欧元 EUR €"),
    UnitRow(base: "日元 JPY"),
    UnitRow(base: "港元 港币 HKD"),
    UnitRow(base: "英镑 GBP £"),

    // Persons
    UnitRow("人 人口 口人 person persons people", person),

    // Length
    UnitRow("米 m", length),
    UnitRow("千米 公里 km", length, 1000),
    UnitRow("里 华里", length, 500),
    UnitRow("分米 dm", length, per: 10),
    UnitRow("厘米 cm", length, per: 100),
    UnitRow("毫米 mm", length, per: 1000),
    UnitRow("微米 μm µm", length, per: 1e6),
    UnitRow("海里 nmi", length, 1852),

    // Area
    UnitRow("平方米 平米 ㎡ m2 m²", area),
    UnitRow("平方公里 平方千米 km2 km² k㎡ ㎢", area, 1e6),
    UnitRow("公顷 hm2 hm² ha hectare hectares", area, 1e4),
    UnitRow("亩 mu", area, 2000, per: 3),
    UnitRow("平方厘米 cm2 cm²", area, per: 1e4),

    // Volume
    UnitRow("立方米 方 m3 m³", volume),
    UnitRow("升 公升 L l", volume, per: 1000),
    UnitRow("毫升 mL ml", volume, per: 1e6),

    // Mass
    UnitRow("千克 公斤 kg", mass),
    UnitRow("吨 t ton tons tonne tonnes", mass, 1000),
    UnitRow("斤", mass, per: 2),
    UnitRow("克 g", mass, per: 1000),
    UnitRow("毫克 mg", mass, per: 1e6),
    UnitRow("微克 μg µg ug", mass, per: 1e9),

    // Time
    UnitRow("秒 s second seconds", time),
    UnitRow("分钟 min minute minutes", time, 60),
    UnitRow("小时 时 h hour hours", time, 3600),
    UnitRow("日 天 d day days", time, 86_400),
    UnitRow("周 星期 week weeks", time, 604_800),
    UnitRow("月 个月 month months", time, year, per: 12),
    UnitRow("季 季度 quarter quarters", time, year, per: 4),
    UnitRow("年 岁 周岁 year years", time, year),

    // Energy and power
    UnitRow("焦 焦耳 J", energy),
    UnitRow("千焦 kJ", energy, 1e3),
    UnitRow("兆焦 MJ", energy, 1e6),
    UnitRow("吉焦 GJ", energy, 1e9),
    UnitRow("千瓦时 千瓦小时 度 kWh kwh KWh KWH", energy, 3.6e6),
    UnitRow("兆瓦时 MWh", energy, 3.6e9),
    UnitRow("吨标准煤 吨标煤 tce", energy, 29_307_600_000),
    UnitRow("千克标准煤 公斤标准煤 kgce", energy, 29_307_600),
    UnitRow("克标准煤 gce", energy, 29_307.6),
    UnitRow("瓦 W", power),
    UnitRow("千瓦 kW KW", power, 1e3),
    UnitRow("兆瓦 MW", power, 1e6),
    UnitRow("吉瓦 GW", power, 1e9),
  ]
}
