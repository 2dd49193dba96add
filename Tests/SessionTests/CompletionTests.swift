import Session
import TestSupport
import Testing

@Suite struct CompletionTests {
  private static let sheet = """
    地区,时期,农村居民人均可支配收入(元),农家乐收入(万元),GDP总量(亿元),设区城市PM2.5平均浓度(微克/立方米),收入 差(元)
    莲都区,2022,36602,3,500,25,4
    龙泉市,2022,30000,2,100,20,5
    """

  private func exploration() -> Exploration {
    let script = """
      use "s.csv"
      alias 人均 = 农家乐收入 / 2
      param growth = 5%
      scenario 稳健 { 人均 = 1 万元 }
      scenario 进取 { 人均 = 2 万元 }
      target 人均 >= 1 万元 by 2025 owner 区发改局
      """
    return Transcript(script + "\n", files: ["s.csv": Self.sheet]).exploration
  }

  private func candidates(_ line: String, language: String = "en") -> [String] {
    var exploration = exploration()
    _ = exploration.enter(":set lang \(language)")
    return exploration.completion(of: line) { path in ["a.csv", "folder/"].filter { $0.hasPrefix(path) } }.candidates
  }

  @Test(arguments: [
    ("sho", ["show"]), ("sh", ["show"]), ("展", ["展示"]), ("show gro", ["growth"]),
    ("show ro", ["rolling", "round"]),
    ("人", ["人均"]), ("show rj", ["人均"]), ("nc", ["农村居民人均可支配收入"]), ("njrj", ["农村居民人均可支配收入"]),
    ("njl", ["农家乐收入"]), ("gdpzl", ["GDP总量"]), ("show sqcspm", ["'设区城市PM2.5平均浓度'"]), ("收入", ["'收入 差'"]),
    ("show '收", ["'收入 差'"]), ("支配", ["农村居民人均可支配收入"]),
  ]) func namesAndWords(line: String, expected: [String]) {
    let found = candidates(line)
    #expect(expected.allSatisfy(found.contains) || found == expected, "\(line): \(found)")
    #expect(expected.contains(found.first ?? "") || found.first == "growth", "\(line): \(found)")
  }

  @Test(arguments: [
    ("show 人均 under ", ["稳健", "进取", "actual", "plan"]), ("show 人均 under 稳健, j", ["进取"]),
    ("compare wj", ["稳健"]), ("show 人均[l", ["莲都区", "龙泉市"]), ("show 人均[莲都区, j", ["进取"]),
    ("show 人均 where region == l", ["莲都区", "龙泉市"]), ("show 人均 where 地区 == lq", ["龙泉市", "莲都区"]),
    ("show targets where owner == q", ["区发改局"]), ("show targets where 责任单位 == ", ["区发改局"]),
    ("use \"", ["a.csv", "folder/"]), ("use \"a", ["a.csv"]), (":load f", ["folder/"]), (":lo", ["load"]),
    (":溯", ["溯源"]), (":scenario w", ["稳健"]), (":info rj", ["人均"]), (":list s", ["sets", "scenarios", "sheets"]),
    (":set se", ["seed"]), ("show 1 +", []), ("show 5", []), ("show \"a", []), (":undo ", []),
    ("show 人均 as bu", ["bullet"]),
  ]) func places(line: String, expected: [String]) {
    let found = candidates(line)
    #expect(expected.isEmpty ? found.isEmpty || line.hasSuffix("+") : found == expected, "\(line): \(found)")
  }

  @Test func unitsStandBehindNumbers() {
    #expect(candidates("show 5 万").contains("万元"))
    #expect(candidates("show 5 万").allSatisfy { $0.hasPrefix("万") })
    #expect(candidates("show 5万").contains("万元"))
    #expect(!candidates("show 万").contains("万元"))
  }

  @Test func wordsComeInTheLanguageOfTheSession() {
    #expect(candidates("", language: "zh").contains("展示"))
    #expect(!candidates("", language: "zh").contains("show"))
    #expect(candidates("zs", language: "zh").contains("展示"))
    #expect(candidates("show", language: "zh").contains("show"))
    #expect(!candidates("zs").contains("展示"))
  }

  /// An editor replaces words between breaks of its own, which lie elsewhere.
  @Test(arguments: [
    ("show 'a b", 5, ["'a bc'"], 1, ["bc'"]), ("x == njr", 5, ["农村"], 3, ["农村"]), ("5万", 1, ["万元"], 4, ["5万元"]),
    ("show 'a b", 5, ["'x'"], 1, []),
  ]) func replacesWords(line: String, start: Int, words: [String], length: Int, expected: [String]) {
    let completion = Completion(start: start, candidates: words)
    #expect(completion.replacements(ofWordOf: length, in: line) == expected)
  }
}
