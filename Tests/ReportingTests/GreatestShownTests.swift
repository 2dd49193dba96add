import Source
import Testing

@testable import Reporting

/// A completion of 99.97% is shown as 99.9, since it is not 100, and recorded in full.
@Suite struct GreatestShownTests {
  private static let document: Document = {
    var style = NumberStyle(decimals: 1)
    style.greatestShown = 99.9
    let rows = [Row([.number(99.97, style)]), Row([.number(50.25, style)])]
    return Document([Block(.table(Table(columns: [Column(Phrase("c", "c"), alignment: .trailing)], rows: rows)))])
  }()

  @Test func textsStayBelow() {
    #expect(render(Self.document, as: .text, language: .english).hasSuffix("\n99.9\n50.3\n"))
  }

  @Test func recordsAreWhole() {
    #expect(render(Self.document, as: .csv, language: .english) == "c\r\n99.97\r\n50.25\r\n")
    #expect(render(Self.document, as: .json, language: .english).contains("99.97"))
  }
}
