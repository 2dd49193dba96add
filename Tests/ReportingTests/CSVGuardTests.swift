import Source
import Testing

@testable import Reporting

/// Text in CSV that a spreadsheet could take for a formula has an apostrophe in front, and no other text has.
@Suite struct CSVGuardTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+5%", "'+5%"), ("-", "'-"), ("@sum", "'@sum"), (" =1", "' =1"), ("\u{3000}=1", "'\u{3000}=1"),
    ("\u{A0}+1", "'\u{A0}+1"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"), ("\n=1", "\"'\n=1\""),
    ("\tx", "'\\tx"), ("\rx", "'\\rx"), ("a=1", "a=1"), ("1-2", "1-2"), ("−1", "−1"), ("", ""), (" ", " "),
    ("'=1", "'=1"),
  ])
  func formulasAreText(text: String, field: String) {
    let table = Table(columns: [Column(name: "t"), Column(name: "u")], rows: [Row([.text(text), .text("x")])])
    let csv = render(Document([Block(.table(table))]), as: .csv, language: .english)
    #expect(csv == "t,u\r\n\(field),x\r\n")
  }

  @Test func numbersStayNumbers() {
    let table = Table(columns: [Column(name: "t")], rows: [Row([.number(-1.5)])])
    #expect(render(Document([Block(.table(table))]), as: .csv, language: .english) == "t\r\n-1.5\r\n")
  }
}
