import Foundation
import Source
import TestSupport
import Testing

/// Every finding that users can meet is shown by a case.
@Suite struct DiagnosticCodeTests {
  /// Codes whose faults no case can have, for their cause is the command line, a file that cannot be written, bytes that are no text, a size, or a user who
  /// ends sampling; the tests of the command, of limits and of sampling look at them. The system's converter, without which a sheet is refused, is
  /// always there.
  static let elsewhere: Set<Diagnostic.Code> = [.sheetEncoding, .usage, .output, .scriptEncoding, .limit, .interrupted]

  @Test func everyCodeHasACase() throws {
    var shown: Set<String> = []
    let files = FileManager.default.enumerator(at: CorpusFile.folder, includingPropertiesForKeys: nil)
    for case let url as URL in files ?? .init() where url.pathExtension == "md" {
      for match in try String(contentsOf: url, encoding: .utf8).matches(of: #/\[([a-z-]+)\]: /#) {
        shown.insert(String(match.output.1))
      }
    }
    let missing = Diagnostic.Code.allCases.filter { !shown.contains($0.rawValue) && !Self.elsewhere.contains($0) }
    #expect(missing == [])
  }

  /// The first word of a Chinese finding tells that it was said in Chinese.
  @Test func everyCaseOfTheCorpusOfFindingsIsInBothLanguages() {
    let cases = CorpusFile.all(of: "diagnostics").flatMap(\.cases).filter { $0.isRunnable && !$0.isKnownIssue }
    #expect(cases.count > 40)
    for corpusCase in cases {
      let code = corpusCase.name.split(separator: " ").last ?? ""
      let english = corpusCase.expected[.findings] ?? ""
      let chinese = corpusCase.expected[.chineseFindings] ?? ""
      #expect(english.contains("[\(code)]: ") && chinese.contains("[\(code)]："), "\(corpusCase.name)")
    }
  }
}
