import Foundation

/// The top of the repository.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The pages of the language reference that are written by hand.
let referencePages: [String] = {
  let folder = repository.appending(path: "Grammar/reference")
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { $0.hasSuffix(".md") && $0 != "functions.md" }.sorted().map { "Grammar/reference/\($0)" }
}()

/// A block of code in a Markdown file.
struct CodeBlock {
  /// The words behind the opening backquotes.
  let kind: String
  /// The lines between the fences.
  let lines: [String]
  /// The lines of the file that it takes, fences included.
  let place: Range<Int>

  /// The text between the fences.
  var text: String { lines.map { $0 + "\n" }.joined() }
}

/// A Markdown file by lines, with its blocks of code.
struct MarkdownDocument {
  /// The path from the top of the repository.
  let path: String
  /// The lines.
  let lines: [String]
  /// The blocks of code, in order.
  let blocks: [CodeBlock]

  /// Reads the file at `path`.
  init(_ path: String) throws {
    let text = try String(contentsOf: repository.appending(path: path), encoding: .utf8)
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var blocks: [CodeBlock] = []
    var open: (start: Int, kind: String)?
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      if let (start, kind) = open {
        blocks.append(CodeBlock(kind: kind, lines: Array(lines[(start + 1)..<index]), place: start..<index + 1))
        open = nil
      } else {
        open = (index, String(line.dropFirst(3)))
      }
    }
    self.blocks = blocks
  }

  /// The lines outside blocks of code.
  var prose: [String] {
    lines.indices.filter { index in !blocks.contains { $0.place.contains(index) } }.map { lines[$0] }
  }

  /// Returns the cells of the rows of the table under the heading `heading`, the row of headings left out.
  func table(under heading: String) -> [[String]] {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("#") && $0.hasSuffix(heading) }) else { return [] }
    let rest = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
    return rest.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2).map { line in
      line.replacing("\\|", with: "\u{0}").split(separator: "|").map {
        $0.replacing("\u{0}", with: "|").trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// Writes `lines` in place of the file's own.
  func write(_ lines: [String]) throws {
    try lines.joined(separator: "\n").write(to: repository.appending(path: path), atomically: true, encoding: .utf8)
  }
}
