/// What the names of indicators tell of their kind; an editable table.
enum KindWords {
  /// Endings of names that are quotients, however their unit is printed.
  static let ratioEndings = [
    "率", "比", "占比", "比重", "比例", "系数", "密度", "强度", "倍差", "倍数", "份额", "覆盖面", "之比", " rate", "_rate", " ratio", "_ratio",
    " share",
    "_share", "per capita",
  ]
  /// Beginnings of names that are counted per something.
  static let ratioBeginnings = [
    "人均", "户均", "亩均", "地均", "平均", "单位gdp", "单位产值", "单位面积", "单位生产总值", "单位工业增加值", "每万", "每千", "每百", "每十万",
  ]
  /// Words inside names that are counted per something, which a unit or a place may precede.
  static let ratioWords = ["人均", "户均", "亩均", "平均", "每万人", "每千人", "每百户", "per capita", "per_capita"]
  /// Endings of names that are rates of change.
  static let rateEndings = ["增速", "增长率", "增长速度", "增幅", "降幅", "涨幅", "growth", "growth rate"]
  /// Endings of names that are numbers relative to a base.
  static let indexEndings = ["指数", "index"]
  /// Beginnings and endings of names that are stocks.
  static let levelBeginnings = ["年末", "期末", "月末", "季末", "年底"]
  static let levelEndings = ["余额", "存量", "保有量", "库存"]
  /// Endings that look like those above and are something else.
  static let others = ["功率", "平均人口", "平均人数", "平均常住人口", "平均从业人员"]
}

extension IndicatorKind {
  /// Returns the kind that an indicator's name tells, such as 比率 of 城镇化率, or nil where it tells nothing.
  package init?(impliedBy name: String) {
    // Bytes compare without looking for characters that can be written in several ways, which these words do not hold.
    let name = Array(name.lowercased().utf8)
    func ends(_ words: [String]) -> Bool { words.contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) } }
    func begins(_ words: [String]) -> Bool { words.contains { name.starts(with: $0.utf8) } }
    func holds(_ word: String) -> Bool {
      let first = word.utf8.first
      return name.indices.contains { name[$0] == first && name[$0...].starts(with: word.utf8) }
    }
    if ends(KindWords.others) { return nil }
    if ends(KindWords.rateEndings) {
      self = .rate
    } else if ends(KindWords.indexEndings) {
      self = .index
    } else if ends(KindWords.ratioEndings) || begins(KindWords.ratioBeginnings)
      || KindWords.ratioWords.contains(where: holds)
    {
      self = .ratio
    } else if begins(KindWords.levelBeginnings) || ends(KindWords.levelEndings) {
      self = .level
    } else {
      return nil
    }
  }
}
