import Testing

@testable import Session

@Suite struct PinyinTests {
  /// Initials as a Chinese dictionary gives them.
  @Test(arguments: [
    ("农村居民人均可支配收入", "ncjmrjkzpsr"), ("常住人口城镇化率", "czrkczhl"), ("地区生产总值", "dqsczz"),
    ("阿八擦大鹅发嘎哈鸡卡拉马那哦怕七然撒他挖西牙杂", "abcdefghjklmnopqrstwxyz"), ("固定资产投资增速", "gdzctzzs"),
    ("PM2.5平均浓度", "pm25pjnd"), ("城乡居民收入倍差", "cxjmsrbc"), ("研发经费", "yfjf"), ("做", "z"), ("匝", "z"),
    ("座", "z"), ("啊", "a"), ("澳", "a"), ("芭", "b"), ("怖", "b"), ("娥", "e"), ("二", "e"), ("昔", "x"), ("迅", "x"),
  ]) func initials(text: String, expected: String) {
    #expect(PinyinInitials.initials(of: text) == expected)
  }

  @Test func rareCharactersAreTypedAsTheyAre() {
    #expect(PinyinInitials.match("亳z", "亳州"))
    #expect(!PinyinInitials.match("bz", "亳州"))
    #expect(PinyinInitials.match("sq", "“十四”区"))
  }

  @Test func whatHasNoInitials() {
    #expect(PinyinInitials.initials(of: "gdp") == nil)
    #expect(PinyinInitials.initials(of: "") == nil)
    // 亳 is none of the common characters.
    #expect(PinyinInitials.initials(of: "亳州") == nil)
  }

  @Test(arguments: [
    ("njrj", true), ("ncjm", true), ("jm", false), ("nx", false), ("", false), ("ncjmrjkzpsrr", false), ("农村sr", true),
    ("nc居民", true), ("居民", false), ("农x", false),
  ])
  func matches(typed: String, expected: Bool) {
    #expect(PinyinInitials.match(typed, "农村居民人均可支配收入") == expected)
  }
}
