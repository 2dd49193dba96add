import Source
import Testing

@testable import Syntax

@Suite struct PromptTests {
  @Test(arguments: [
    "a +", "show", "scenario s {", "scenario s {\n  a grows 5%", "f(a,", "show \"abc", "target a >= 5 by", "alias a =",
    "report \"r\" {\n show a", "use \"a.csv\" with value", "target a", "a[2023", "set s = { a,",
  ]) func isUnfinished(_ text: String) {
    #expect(checkLaws(source(text), as: .prompt).isUnfinished)
  }

  @Test(arguments: [
    "", "# nothing", "a + b", "show a", "a b +", "scenario s { }", "alias = 5 +", "show @ +", "a;", "a >= 5; show b",
  ]) func isFinished(_ text: String) {
    #expect(!checkLaws(source(text), as: .prompt).isUnfinished)
  }

  @Test(arguments: [
    "a + b", "rate", "指数", "owner", "5 万元", "(a)", "'target'", "2023Q1", "\"x\"", "f(x)", "-a", "not a",
  ])
  func expressionsStandAlone(_ text: String) {
    let parsed = checkLaws(source(text), as: .prompt)
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.script.statements.count == 1)
    #expect(!parse(source(text)).diagnostics.isEmpty, "a script takes no bare expression")
  }
}
