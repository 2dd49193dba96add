import Foundation
import Testing

@testable import Indicators

/// Reads the sheets of the corpus; `GF_REFRESH=1` writes what is read into it.
@Suite struct SheetCorpusTests {
  /// A case: a heading, a ```csv block, perhaps a ```with block, and a ```sheet block.
  struct Case {
    var name: String
    var blocks: [String: String] = [:]
  }

  static let topics: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: Places.corpus.appending(path: "sheets").path)
    return (files ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test func thereIsACorpus() {
    #expect(Self.topics.count >= 4)
  }

  @Test(arguments: topics)
  func sheetsAreReadAsTheCorpusSays(topic: String) throws {
    let url = Places.corpus.appending(path: "sheets/\(topic)")
    let text = try String(contentsOf: url, encoding: .utf8)
    var refreshed: [String] = []
    var current = Case(name: topic)
    var block: (kind: String, lines: [String])?
    for line in text.components(separatedBy: "\n") {
      if var open = block {
        if line == "```" {
          let body = open.lines.joined(separator: "\n")
          current.blocks[open.kind] = body
          if open.kind == "sheet" {
            let found = result(current)
            #expect(found == body, "\(topic): \(current.name)")
            refreshed += found.components(separatedBy: "\n")
          }
          refreshed.append(line)
          block = nil
        } else {
          open.lines.append(line)
          block = open
          if open.kind != "sheet" { refreshed.append(line) }
        }
        continue
      }
      if line.hasPrefix("```") { block = (String(line.dropFirst(3)), []) }
      if line.hasPrefix("#") { current = Case(name: line) }
      refreshed.append(line)
    }
    #expect(block == nil, "\(topic): a block is not closed")
    if ProcessInfo.processInfo.environment["GF_REFRESH"] == "1" {
      try refreshed.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
    }
  }

  private func result(_ sheet: Case) -> String {
    let (reading, names) = read(sheet.blocks["csv"] ?? "", mappings: mappings(sheet.blocks["with"] ?? ""))
    return describe(reading, names: names)
  }
}
