import Foundation
import Testing

/// Compares what cases render to with the blocks under their headings in `Tests/Corpus/rendering/<file>`.
///
/// With `GF_REFRESH=1` in the environment the file is written anew instead.
func checkSnapshots(_ file: String, title: String, _ cases: [(name: String, text: String)]) throws {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Corpus/rendering/\(file)")
  if ProcessInfo.processInfo.environment["GF_REFRESH"] == "1" {
    let sections = cases.map { "\n## \($0.name)\n\n````\n\($0.text)````\n" }
    try ("# \(title)\n" + sections.joined()).write(to: url, atomically: true, encoding: .utf8)
    return
  }
  let expected = try readSnapshots(url)
  #expect(expected.keys.sorted() == cases.map(\.name).sorted(), "the cases of \(file)")
  for (name, text) in cases {
    #expect(expected[name] == text, "case `\(name)` of \(file), which now renders to:\n\(text)")
  }
}

private func readSnapshots(_ url: URL) throws -> [String: String] {
  var result: [String: String] = [:]
  var name: String?
  var block: [Substring]?
  for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
    if let lines = block {
      if line == "````" {
        if let name { result[name] = lines.map { $0 + "\n" }.joined() }
        block = nil
      } else {
        block = lines + [line]
      }
    } else if line == "````" {
      block = []
    } else if line.hasPrefix("## ") {
      name = String(line.dropFirst(3))
    }
  }
  return result
}
