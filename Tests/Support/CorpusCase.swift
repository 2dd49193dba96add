import Testing

/// A case of a Markdown corpus: a heading, blocks of input, and blocks that say what they give.
///
/// Blocks begin with three backquotes and words: ```` ```gf ```` the script, ```` ```gf name.gf ```` a script that it
/// imports, ```` ```csv name.csv ```` a sheet, and the kinds of `CorpusCase.Expectation`. A line that begins with
/// `--` holds options of the command line. Every other line is prose.
package struct CorpusCase: Sendable, CustomTestStringConvertible {
  /// What a case can say of its outcome; `zh` marks the same in Chinese.
  package enum Expectation: String, CaseIterable, Sendable {
    /// The answers as text.
    case output
    /// The answers as text, in Chinese.
    case chineseOutput = "output zh"
    /// The findings as text.
    case findings
    /// The findings as text, in Chinese.
    case chineseFindings = "findings zh"
    /// The status that the process ends with.
    case status
  }

  /// The file and the heading.
  package let name: String
  /// The script.
  package internal(set) var script = ""
  /// The other files, by name.
  package internal(set) var files: [String: String] = [:]
  /// The words of the command line beside the script.
  package internal(set) var options: [String] = []
  /// What the case says of its outcome.
  package internal(set) var expected: [Expectation: String] = [:]
  /// Whether the case states what is right where the product is wrong: a line begins with `Known issue:`.
  package internal(set) var isKnownIssue = false
  /// The lines of the case without its expectations.
  var lines: [String] = []
  /// The number of `lines` up to the end of the last block of input.
  var inputEnd = 0

  /// The name, as a test report prints it.
  package var testDescription: String { name }

  /// Whether the case has a script.
  package var isRunnable: Bool { inputEnd > 0 }
}
