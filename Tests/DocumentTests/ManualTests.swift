import Semantics
import Source
import Syntax
import TestSupport
import Testing

/// The manual has an entry and a page for every statement, and an example for whatever is evaluated.
@Suite struct ManualTests {
  private static let statements = KeywordEntry.table.filter { $0.keyword.beginsStatement }

  @Test(arguments: statements)
  func statementHasEntryAndPage(keyword: KeywordEntry) throws {
    let entry = try #require(ManualEntry.named(keyword.english).first)
    #expect(entry.name == Phrase(keyword.english, keyword.chinese))
    #expect(!entry.forms.isEmpty && entry.forms.allSatisfy { $0.chinese.hasPrefix(keyword.chinese) })
    let page = try MarkdownDocument("Grammar/reference/\(keyword.english).md")
    #expect(page.lines.first?.contains("`\(keyword.english)`") == true)
    let index = try MarkdownDocument("Grammar/reference/README.md")
    #expect(index.lines.contains { $0.contains("(\(keyword.english).md)") })
  }

  @Test(arguments: Builtin.all)
  func functionHasExample(builtin: Builtin) throws {
    let example = try #require(builtin.example, "\(builtin.english)")
    #expect(example.script.contains("\(builtin.english)("))
  }

  /// Both languages answer, and nothing is wrong with the script.
  @Test(arguments: ManualEntry.all.filter { $0.example != nil })
  func exampleAnswers(entry: ManualEntry) throws {
    let example = try #require(entry.example)
    for language in Language.allCases {
      let run = ScriptRun(example.script, files: ["s.csv": example.sheet], options: [], language: language)
      #expect(!run.answers().isEmpty, "\(entry.name.english): \(run.findings)")
      #expect(!run.diagnostics.contains { $0.severity == .error && $0.code != .ruleFailed }, "\(entry.name.english)")
    }
  }
}
