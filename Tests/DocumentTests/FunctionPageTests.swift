import Semantics
import TestSupport
import Testing

/// The page of functions is made of the records of the builtin functions; `GF_REFRESH=1` writes it anew.
@Suite struct FunctionPageTests {
  private static let path = "Grammar/reference/functions.md"
  /// The line that the generated part stands below.
  private static let mark =
    "<!-- From here on the page is generated from the records in Sources/Semantics/Builtins. -->"

  @Test func entriesAreThoseOfTheCode() throws {
    let document = try MarkdownDocument(Self.path)
    let start = try #require(document.lines.firstIndex(of: Self.mark)) + 1
    let generated = Self.table + Builtin.all.flatMap(Self.entry) + [""]
    if CorpusFile.isRefreshing { return try document.write(Array(document.lines[..<start]) + generated) }
    #expect(Array(document.lines[start...]) == generated)
  }

  private static let table: [String] =
    ["", "| function | in Chinese | written | gives |", "| --- | --- | --- | --- |"]
    + Builtin.all.map { "| `\($0.english)` | `\($0.chinese)` | `\($0.signature)` | \($0.summary.english) |" }

  /// Returns the lines of one function's entry.
  private static func entry(_ builtin: Builtin) -> [String] {
    var lines = [
      "", "## `\(builtin.signature)`", "",
      "`\(builtin.english)`, in Chinese `\(builtin.chinese)`: \(builtin.summary.english).",
    ]
    lines += builtin.details.map { "\($0.english)." }
    guard let example = builtin.example else { return lines }
    lines += block("gf", example.script)
    if !example.sheet.isEmpty { lines += block("csv s.csv", example.sheet) }
    let run = ScriptRun(example.script, files: ["s.csv": example.sheet], options: [], language: .english)
    if !run.answers().isEmpty { lines += block("output", run.answers()) }
    if !run.findings.isEmpty { lines += block("findings", run.findings) }
    return lines
  }

  private static func block(_ kind: String, _ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return ["", "```\(kind)"] + lines + ["```"]
  }
}
