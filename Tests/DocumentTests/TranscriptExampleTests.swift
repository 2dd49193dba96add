import Session
import TestSupport
import Testing

/// The sessions that documents show are what a person sees who enters their lines.
@Suite struct TranscriptExampleTests {
  @Test func sessionsAreAsShown() throws {
    let document = try MarkdownDocument("Grammar/reference/repl.md")
    let blocks = document.blocks
    let shown = blocks.indices.filter { blocks[$0].kind == "transcript" }
    #expect(!shown.isEmpty)
    for index in shown {
      var files: [String: String] = [:]
      for block in blocks[(index + 1)...].prefix(while: { $0.kind.hasPrefix("csv ") }) {
        files[String(block.kind.dropFirst(4))] = block.text
      }
      let lines = blocks[index].text.split(separator: "\n").filter { $0.hasPrefix("gf> ") }
      let script = lines.map { $0.dropFirst(4) + "\n" }.joined()
      #expect(Transcript(script, files: files).text == blocks[index].text)
    }
  }

  /// The table of commands is the one that `:help` prints.
  @Test func commandsAreThoseOfTheCode() throws {
    let rows = try MarkdownDocument("Grammar/reference/repl.md").table(under: "Commands")
    let expected = CommandHelp.all.map { ["`:\($0.usage.english)`", "`:\($0.usage.chinese)`", $0.summary.english] }
    #expect(rows == expected)
  }
}
