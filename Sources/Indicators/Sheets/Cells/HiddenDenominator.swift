import Units

/// What a name such as 人均收入 or 每万人床位数 divides by without saying so in its unit; an editable table.
enum HiddenDenominator {
  /// Words that stand for one of a unit.
  private static let averages = [("人均", "人"), ("户均", "户"), ("亩均", "亩")]
  /// What may stand between 每 and what is counted: 每万名老人, 每千人口.
  private static let counts = ["", "十", "百", "千", "万", "十万", "百万", "亿"]
  private static let measures = ["", "名", "个", "位"]
  /// What is counted, and the unit that counts it.
  private static let counted = [
    ("平方公里", "平方公里"), ("公里", "公里"), ("亩", "亩"), ("农户", "户"), ("户", "户"), ("家庭", "户"), ("人", "人"), ("老年人", "人"),
    ("老人", "人"), ("儿童", "人"), ("婴幼儿", "人"), ("学生", "人"), ("居民", "人"), ("常住人口", "人"), ("户籍人口", "人"), ("职工", "人"),
    ("从业人员", "人"), ("就业人员", "人"), ("劳动力", "人"),
  ]
  /// Names with these words are quotients whose units are what they are printed as.
  private static let quotients = ["之比", "比重", "占比", "占", "系数", "倍差", "指数", "差距", "差异"]
  /// Units that an average has in full: 人均预期寿命 is a number of years.
  private static let whole: Set<String> = ["岁", "年", "月", "天", "日", "小时", "分钟", "倍", "级", "分"]

  /// Returns what `unit` is in full for an indicator called `name`; nil where the name hides nothing.
  static func unit(_ unit: MeasurementUnit, of name: String, units: UnitTable) -> MeasurementUnit? {
    // All the words that hide one are Chinese.
    guard name.utf8.contains(where: { $0 >= 0x80 }), unit.nature == .plain, unit.factors.count == 1,
      unit.factors[0].exponent == 1,
      !whole.contains(unit.factors[0].name), !quotients.contains(where: { name.contains($0) }),
      let denominator = denominator(in: name), case .success(let per) = units.parse("\(unit.symbol)/\(denominator)"),
      per.factors.count == 2
    else { return nil }
    return per
  }

  private static func denominator(in name: String) -> String? {
    var cursor = TextCursor(name)
    while !cursor.isAtEnd {
      let start = cursor.position
      for (word, unit) in averages where cursor.take(word) { return unit }
      if cursor.take("每") {
        let count = cursor.takeLongest(of: counts) ?? ""
        _ = cursor.takeLongest(of: measures)
        if let word = cursor.takeLongest(of: counted.map(\.0)), let unit = counted.first(where: { $0.0 == word })?.1 {
          // 每人每年 and 每户 without a count say what is counted as well.
          return count + unit
        }
      }
      cursor.move(to: start + 1)
    }
    return nil
  }
}

/// Returns what `unit` is in full for an indicator called `name`: 元 of 人均收入 is 元/人; nil where the name hides nothing.
package func unitWithHiddenDenominator(
  _ unit: MeasurementUnit, of name: String, units: UnitTable
) -> MeasurementUnit? {
  HiddenDenominator.unit(unit, of: name, units: units)
}
