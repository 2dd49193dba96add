import Source
import Testing

struct SpellingTests {
  static let names = [
    "居民人均可支配收入", "农村居民人均可支配收入", "常住人口城镇化率", "基尼系数", "恩格尔系数", "Population", "GDP", "人口", "元", "亩",
  ]

  @Test(arguments: [
    ("居民人均可支配收人", ["居民人均可支配收入", "农村居民人均可支配收入"]), ("可支配收入", ["居民人均可支配收入", "农村居民人均可支配收入"]),
    ("基尼系统", ["基尼系数"]), ("尼基系数", ["基尼系数"]), ("恩格系数", ["恩格尔系数"]), ("populaiton", ["Population"]), ("ＧＤＰ", ["GDP"]),
    ("城镇化", ["常住人口城镇化率"]), ("丈", []), ("固定资产投资", []), ("", []), ("GD", ["GDP"]),
  ])
  func nearNames(_ wrong: String, _ right: [String]) {
    let near = nearestNames(to: wrong, among: Self.names, atMost: 2)
    #expect(Array(near.prefix(right.count)) == right)
    #expect(!right.isEmpty || near.isEmpty)
  }

  @Test func theOrderOfCandidatesDoesNotMatter() {
    let near = nearestNames(to: "系数", among: Self.names, atMost: 3)
    #expect(near == nearestNames(to: "系数", among: Self.names.reversed(), atMost: 3))
    #expect(near == ["基尼系数", "恩格尔系数"])
    #expect(nearestNames(to: "系数", among: Self.names + Self.names, atMost: 3) == near)
    #expect(nearestNames(to: "系数", among: Self.names, atMost: 0) == [])
  }

  @Test func manyAndLongCandidatesEndSoon() {
    let many = (0..<100_000).map { "指标\($0)的人均收入" }
    #expect(nearestNames(to: "指标4711的人均收人", among: many, atMost: 1) == ["指标4711的人均收入"])
    let long = String(repeating: "长", count: 1_000_000)
    #expect(nearestNames(to: long, among: [long, "长长"], atMost: 1) == [])
    #expect(nearestNames(to: "长长", among: [long], atMost: 1) == [])
  }
}
