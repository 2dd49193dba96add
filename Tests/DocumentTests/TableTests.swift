import Indicators
import Reporting
import Semantics
import Source
import Testing

/// The tables of the language reference agree with the code.
@Suite struct TableTests {
  /// The rows of the table of reasons for which a value is missing.
  private static let reasons: [String] = MissingReason.allCases.filter { $0 != .known }.map {
    "| `\($0.identifier)` | \($0.mark.english) | \($0.mark.chinese) | \($0.explanation.english) |"
  }

  @Test func reasonsAreThoseOfTheCode() throws {
    let document = try MarkdownDocument("Grammar/reference/values.md")
    let start = try #require(document.lines.firstIndex { $0.hasPrefix("| reason |") }) + 2
    let rows = document.lines[start...].prefix { $0.hasPrefix("|") }
    #expect(Array(rows) == Self.reasons)
  }

  @Test func findingsAreThoseOfTheCode() throws {
    let rows = try MarkdownDocument("Grammar/reference/findings.md").table(under: "Codes")
    #expect(rows.map { $0[0] } == Diagnostic.Code.allCases.map { "`\($0.rawValue)`" })
    #expect(rows.allSatisfy { $0.count == 2 && $0[1].count > 10 })
  }

  /// Names in both languages, and whether the relation shows the column where a question names none.
  @Test(arguments: Relation.allCases)
  func columnsAreThoseOfTheCode(relation: Relation) throws {
    let page = try MarkdownDocument("Grammar/reference/relation-\(relation.rawValue).md")
    let rows = page.table(under: "`\(relation.rawValue)`")
    let shown = relation.shownColumns(isAsOf: false)
    let shownAsOf = relation.shownColumns(isAsOf: true)
    let expected = relation.columns.enumerated().map { index, column in
      [
        "`\(column.heading.english)`", "`\(column.heading.chinese)`",
        shown.contains(index) ? "yes" : shownAsOf.contains(index) ? "as of" : "no",
      ]
    }
    #expect(rows.map { Array($0.prefix(3)) } == expected)
    #expect(rows.allSatisfy { $0.count == 4 })
  }
}
