import Source
import Testing

@testable import Syntax

/// Returns `bytes` as a text of its own.
func source(_ bytes: [UInt8]) -> SourceText { SourceText(id: SourceID(0), name: "test.gf", bytes: bytes) }

/// Returns `text` as a script.
func source(_ text: String) -> SourceText { source(Array(text.utf8)) }

/// Returns the findings, a line each: `code line:column message`.
func listing(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
  diagnostics.map { diagnostic in
    var place = ""
    if case .script(let range) = diagnostic.site {
      let line = source.line(at: range.start)
      let start = Int(source.lineStarts[line - 1])
      let column = String(decoding: source.bytes[start..<Int(range.start)], as: UTF8.self).unicodeScalars.count + 1
      place = "\(line):\(column)"
    }
    return "\(diagnostic.code.rawValue) \(place) \(diagnostic.message.english)"
  }.joined(separator: "\n")
}

/// Checks what holds for every text: it prints as it was read, every place a finding names lies in it, and reading it in
/// parts finds the same.
@discardableResult
func checkLaws(_ text: SourceText, as entry: Entry = .script, _ location: SourceLocation = #_sourceLocation)
  -> ParsedScript
{
  let parsed = parse(text, as: entry)
  #expect(parsed.tree.printed() == text.bytes, "printing gives the text back", sourceLocation: location)
  if entry == .script {
    let inParts = readScript(text, Workers(), partSize: 16)
    #expect(inParts.script == parsed.script, "statements are the same in parts", sourceLocation: location)
    #expect(inParts.diagnostics == parsed.diagnostics, "findings are the same in parts", sourceLocation: location)
  }
  for diagnostic in parsed.diagnostics {
    let sites = [diagnostic.site] + diagnostic.others.map(\.site) + diagnostic.fixIts.map { .script($0.range) }
    for case .script(let range) in sites {
      let isInside = range.start >= 0 && range.start <= range.end && range.end <= Int32(text.bytes.count)
      #expect(isInside, "\(diagnostic.code) lies in the text", sourceLocation: location)
    }
    #expect(!diagnostic.message.english.isEmpty && !diagnostic.message.english.hasSuffix("."), sourceLocation: location)
    #expect(diagnostic.message.chinese.unicodeScalars.contains { $0.value > 0x4DFF }, sourceLocation: location)
  }
  return parsed
}

/// Checks the laws for `text` and, where it is small, for all texts that lack one of its tokens or have one twice.
func checkLawsOfNeighbours(_ text: SourceText, _ location: SourceLocation = #_sourceLocation) {
  let tokens = checkLaws(text, as: .script, location).tree.tokens
  guard tokens.count < 400 else { return }
  for token in tokens.dropLast() {
    let start = Int(token.start)
    let end = Int(token.end)
    checkLaws(source(Array(text.bytes[..<start] + text.bytes[end...])), as: .script, location)
    checkLaws(source(Array(text.bytes[..<end] + [0x20] + text.bytes[start...])), as: .script, location)
    checkLaws(source(Array(text.bytes[..<end])), as: .prompt, location)
  }
}
