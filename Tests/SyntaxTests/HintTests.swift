import Source
import Testing

@testable import Syntax

@Suite struct HintTests {
  /// Returns `text` after the changes that its findings offer.
  private func fixed(_ text: String) -> String {
    let parsed = checkLaws(source(text))
    var bytes = Array(text.utf8)
    for fixIt in parsed.diagnostics.flatMap(\.fixIts).sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(Int(fixIt.range.start)..<Int(fixIt.range.end), with: Array(fixIt.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("alias a = if c > 1 then x + 1 else y", "alias a = if(c > 1, x + 1, y)"),
    ("alias b = if(c) then 5 else 3", "alias b = if((c), 5, 3)"),
    ("alias b = 如果 c 随后 5 否则 3", "alias b = if(c, 5, 3)"),
    ("target a 增长6% 截至 2023", "target a 增长 6% 截至 2023"),
    ("target a grows6 by 2023", "target a grows 6 by 2023"),
    ("tagret a >= 5 by 2023", "target a >= 5 by 2023"),
    ("目际 a >= 5 截至 2023", "目标 a >= 5 截至 2023"),
    ("target a >= 5 by 2023 ower b weight 2", "target a >= 5 by 2023 owner b weight 2"),
    ("target a >= 5 by 2023 责任单元 b", "target a >= 5 by 2023 责任单位 b"),
    ("alias \"收入\" = 5", "alias '收入' = 5"),
    ("alias target = 5", "alias 'target' = 5"),
    ("show a where indicator == b", "show a where 'indicator' == b"),
    ("a = 5", "alias a = 5"),
    ("show \"50}\"", "show \"50\\}\""),
    ("show \"a\\d\"", "show \"a\\\\d\""),
  ]) func fixesCure(_ text: String, _ cured: String) {
    #expect(fixed(text) == cured)
    #expect(!parse(source(text)).diagnostics.isEmpty)
    #expect(parse(source(cured)).diagnostics.isEmpty)
  }

  @Test func chainedComparisonsAreExplained() {
    let found = parse(source("show a < b < c")).diagnostics
    #expect(found.first?.help.first?.english == "comparisons are joined by and: a < b and b < c")
  }

  @Test func bothPlacesOfADuplicateAreShown() throws {
    let text = source("target a >= 5 by 2023 by 2024")
    let parsed = parse(text)
    let found = try #require(parsed.diagnostics.first)
    #expect(found.code == .duplicateClause)
    guard case .script(let first) = try #require(found.others.first).site else { return }
    #expect(first.start == 14)
    #expect(dump(parsed.script).contains("deadline: 2023"))
  }

  @Test func positionsInsideTextsAreThoseOfTheFile() {
    let text = source("rule r \"ab {c d}\": e == f\nshow \"{收入 +}\"")
    #expect(
      listing(parse(text).diagnostics, in: text)
        == "syntax 1:15 unexpected `d`\nsyntax 2:12 expected an expression, found `}`")
  }
}
