import Foundation
import Session
import Source
import Testing

/// Runs the examples' scripts and compares what they print, to the byte, with `Expected`; `GF_REFRESH=1` writes it anew.
@Suite struct ExampleOutputTests {
  @Test(arguments: ExampleScript.all, Language.allCases)
  func printsWhatIsExpected(script: ExampleScript, language: Language) throws {
    let run = try script.run(language)
    let output = run.answers + "\n" + run.findings + "\nexit status \(run.status.rawValue)\n"
    let file = expectedOutput("\(script.name).\(language.rawValue)")
    if ProcessInfo.processInfo.environment["GF_REFRESH"] != nil {
      try Data(output.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    if output != expected {
      let difference = firstDifference(output, expected)
      Issue.record(
        "line \(difference.line) of \(file.lastPathComponent):\n\(difference.one)\nexpected:\n\(difference.other)")
    }
  }

  /// Contradictions and retreats are warnings: the audit lists them and ends well.
  @Test(arguments: ExampleScript.all)
  func endsWell(script: ExampleScript) throws {
    #expect(try script.run().status == .fine)
  }

  /// The same sheets in the encodings that spreadsheets write give the same bytes.
  @Test(arguments: ExampleScript.plan, Encoding.allCases)
  func encodingsAreTheSame(script: ExampleScript, encoding: Encoding) throws {
    let plain = try script.run(.chinese)
    #expect(try Run(script.name, language: .chinese, encoded: encoding.encode) == plain)
    #expect(!plain.answers.isEmpty)
  }

  /// The encodings that offices exchange sheets in.
  enum Encoding: String, CaseIterable {
    case gb18030
    case utf16LittleEndian
    case utf16BigEndian
    case utf8WithMark

    struct NotEncodable: Error {}

    /// Returns the UTF-8 text `bytes` in this encoding.
    func encode(_ bytes: [UInt8]) throws -> [UInt8] {
      guard let text = String(bytes: bytes, encoding: .utf8) else { throw NotEncodable() }
      let encoded: Data?
      switch self {
      case .gb18030: encoded = text.data(using: String.Encoding(rawValue: 0x8000_0632))
      case .utf16LittleEndian: encoded = text.data(using: .utf16LittleEndian).map { Data([0xFF, 0xFE]) + $0 }
      case .utf16BigEndian: encoded = text.data(using: .utf16BigEndian).map { Data([0xFE, 0xFF]) + $0 }
      case .utf8WithMark: encoded = Data([0xEF, 0xBB, 0xBF]) + bytes
      }
      guard let encoded, encoded != Data(bytes) else { throw NotEncodable() }
      return [UInt8](encoded)
    }
  }

  private func firstDifference(_ one: String, _ other: String) -> (line: Int, one: String, other: String) {
    let one = one.split(separator: "\n", omittingEmptySubsequences: false)
    let other = other.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(one, other).prefix { $0.0 == $0.1 }.count
    func text(_ lines: [Substring]) -> String { line < lines.count ? String(lines[line]) : "(nothing)" }
    return (line + 1, text(one), text(other))
  }
}
