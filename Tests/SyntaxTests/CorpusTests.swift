import Foundation
import Source
import Testing

@testable import Syntax

/// One case of a corpus file: a heading, a script and what is expected of it.
struct CorpusCase: Sendable, CustomTestStringConvertible {
  let file: String
  let name: String
  let script: String
  let kind: String
  let expected: String

  var testDescription: String { "\(file): \(name)" }
}

/// The Markdown files in which a heading names a case, a `gf` block holds its script and the block below what it gives.
enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/syntax")

  static let cases: [CorpusCase] = files.flatMap { read($0) }

  static let isRefreshing = ProcessInfo.processInfo.environment["GF_REFRESH"] == "1"

  static let files: [URL] =
    ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [])
    .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }

  static func read(_ file: URL) -> [CorpusCase] {
    var cases: [CorpusCase] = []
    var heading = ""
    var script: String?
    var block: [Substring]?
    var info = ""
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = block {
        guard line == "```" else {
          block?.append(line)
          continue
        }
        let content = lines.joined(separator: "\n")
        block = nil
        if info == "gf" {
          script = content
        } else if let known = script {
          cases.append(
            CorpusCase(file: file.lastPathComponent, name: heading, script: known, kind: info, expected: content))
        }
      } else if line.hasPrefix("```") {
        info = String(line.dropFirst(3))
        block = []
      } else if line.hasPrefix("#") {
        heading = line.drop { $0 == "#" || $0 == " " }.description
      }
    }
    return cases
  }

  /// Returns what the script of `corpusCase` gives.
  static func actual(_ corpusCase: CorpusCase) -> String {
    let text = source(corpusCase.script)
    let parsed = parse(text)
    return corpusCase.kind == "diagnostics" ? listing(parsed.diagnostics, in: text) : dump(parsed.script)
  }

  /// Writes what the scripts of `file` give into it.
  static func refresh(_ file: URL) throws {
    var result = try String(contentsOf: file, encoding: .utf8)
    for corpusCase in read(file) {
      let fence = "```\(corpusCase.kind)\n"
      let before = "```gf\n\(corpusCase.script)\n```\n\n\(fence)"
      let expected = corpusCase.expected.isEmpty ? "```" : "\(corpusCase.expected)\n```"
      let actual = actual(corpusCase)
      result = result.replacing(
        before + expected, with: before + (actual.isEmpty ? "```" : "\(actual)\n```"), maxReplacements: 1)
    }
    try result.write(to: file, atomically: true, encoding: .utf8)
  }
}

@Suite struct CorpusTests {
  @Test func corpusIsFound() throws {
    #expect(Corpus.cases.count > 20)
    if Corpus.isRefreshing {
      for file in Corpus.files { try Corpus.refresh(file) }
    }
  }

  @Test func everyFindingHasACase() {
    let codes: [Diagnostic.Code] = [
      .unexpectedCharacter, .unterminatedText, .invalidEscape, .invalidHole, .emptyName, .numberTooLarge,
      .invalidPeriod, .syntax, .tooDeep, .duplicateClause, .unsupportedCondition, .holeNotAllowed,
    ]
    let shown = Corpus.cases.filter { $0.kind == "diagnostics" }.map(\.expected).joined(separator: "\n")
    for code in codes { #expect(shown.contains("\(code.rawValue) "), "\(code)") }
  }

  @Test(.enabled(if: !Corpus.isRefreshing), arguments: Corpus.cases)
  func gives(_ corpusCase: CorpusCase) {
    #expect(Corpus.actual(corpusCase) == corpusCase.expected)
    if corpusCase.kind == "tree" {
      #expect(parse(source(corpusCase.script)).diagnostics.isEmpty)
    }
  }

  @Test(arguments: Corpus.cases) func keepsLaws(_ corpusCase: CorpusCase) {
    checkLawsOfNeighbours(source(corpusCase.script))
  }
}
