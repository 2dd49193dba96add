import Foundation

/// A Markdown file of cases, which can be written back with other expectations.
package struct CorpusFile: Sendable {
  /// The folder of all corpora.
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus")

  /// Whether expectations are to be written and not compared.
  package static let isRefreshing = ProcessInfo.processInfo.environment["GF_REFRESH"] == "1"

  /// Where the file lies.
  package let url: URL
  /// The cases, in order; a heading without a script is one too.
  package let cases: [CorpusCase]

  /// Returns the files of the corpus called `stage`, by name.
  package static func all(of stage: String) -> [CorpusFile] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: stage), includingPropertiesForKeys: nil)
    return (found ?? []).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }.map(CorpusFile.init)
  }

  /// Reads the file at `url`.
  package init(_ url: URL) {
    self.url = url
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let stage = url.deletingLastPathComponent().lastPathComponent
    var reader = CorpusReader(file: "\(stage)/\(url.lastPathComponent)")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.read(String(line)) }
    cases = reader.finish()
  }

  /// Writes the file anew with `expectations` of each case, which stand behind its input; those of known issues stay.
  package func write(_ expectations: (CorpusCase) -> [(CorpusCase.Expectation, String)]) throws {
    var lines: [String] = []
    for corpusCase in cases {
      lines += corpusCase.lines[..<corpusCase.inputEnd]
      if corpusCase.isRunnable {
        for (kind, text) in corpusCase.isKnownIssue ? corpusCase.stated : expectations(corpusCase) {
          lines +=
            ["", "```\(kind.rawValue)"] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
          // The text ends with a line break of its own.
          if lines.last == "" { lines.removeLast() }
          lines.append("```")
        }
      }
      lines += corpusCase.lines[corpusCase.inputEnd...]
    }
    while lines.last == "" { lines.removeLast() }
    try (lines.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
  }
}

extension CorpusCase {
  /// What the case says of its outcome, in the order of writing.
  fileprivate var stated: [(Expectation, String)] {
    Expectation.allCases.compactMap { kind in expected[kind].map { (kind, $0) } }
  }
}

/// Reads cases line by line.
struct CorpusReader {
  private let file: String
  private var cases: [CorpusCase] = []
  private var current: CorpusCase
  private var block: (fence: String, kind: String, lines: [String])?

  init(file: String) {
    self.file = file
    current = CorpusCase(name: file)
  }

  mutating func read(_ line: String) {
    if let open = block {
      if line == open.fence {
        close(open.kind, open.lines, fence: open.fence)
        block = nil
      } else {
        block?.lines.append(line)
      }
      return
    }
    if line.hasPrefix("```") {
      let fence = String(line.prefix { $0 == "`" })
      block = (fence, String(line.dropFirst(fence.count)), [])
    } else if line.hasPrefix("#") {
      cases.append(current)
      current = CorpusCase(name: "\(file): \(line.drop { $0 == "#" || $0 == " " })")
      current.lines.append(line)
    } else {
      if line.hasPrefix("--") { current.options += line.split(separator: " ").map(String.init) }
      if line.hasPrefix("Known issue:") { current.isKnownIssue = true }
      // Expectations leave one empty line behind them.
      if !(line.isEmpty && current.lines.last == "") { current.lines.append(line) }
    }
  }

  mutating func finish() -> [CorpusCase] {
    cases + [current]
  }

  private mutating func close(_ kind: String, _ lines: [String], fence: String) {
    let text = lines.map { $0 + "\n" }.joined()
    if let expectation = CorpusCase.Expectation(rawValue: kind) {
      current.expected[expectation] = text
      return
    }
    current.lines += ["\(fence)\(kind)"] + lines + [fence]
    let words = kind.split(separator: " ", maxSplits: 1)
    switch words.count {
    case 1 where kind == "gf": current.script = text
    case 2 where ["gf", "csv"].contains(words[0]): current.files[String(words[1])] = text
    default: return
    }
    current.inputEnd = current.lines.count
  }
}
