import Foundation
import Source
import TestSupport

/// A script in a document, with the sheets that it uses and what the document says it prints.
struct DocumentExample: CustomStringConvertible {
  /// The document and the line of the script.
  let description: String
  /// The script.
  let script: String
  /// The other files, by name.
  var files: [String: String] = [:]
  /// What the document says of the outcome, by kind.
  var expected: [String: String] = [:]
  /// The language of the outcome.
  let language: Language
  /// The line behind the last block of input.
  var inputEnd: Int
  /// The lines that the outcome takes.
  var outcomeLines: [Range<Int>] = []

  /// What the script prints in truth; kinds without text are left out.
  var outcome: [(kind: String, text: String)] {
    let run = ScriptRun(script, files: files, options: [], language: language)
    return [("output", run.answers()), ("findings", run.findings)].filter { !$0.1.isEmpty }
  }
}

extension MarkdownDocument {
  /// The scripts that are complete.
  var examples: [DocumentExample] {
    var examples: [DocumentExample] = []
    for block in blocks {
      let words = block.kind.split(separator: " ").map(String.init)
      switch (words.first, words.count) {
      case ("gf", 1):
        examples.append(
          DocumentExample(
            description: "\(path):\(block.place.lowerBound + 1)", script: block.text,
            language: path.hasSuffix(".zh.md") ? .chinese : .english, inputEnd: block.place.upperBound))
      case ("gf", 2) where words[1].hasPrefix("Examples/"):
        // The sheets are those of an example.
        examples.append(
          DocumentExample(
            description: "\(path):\(block.place.lowerBound + 1)", script: block.text, files: sheets(in: words[1]),
            language: path.hasSuffix(".zh.md") ? .chinese : .english, inputEnd: block.place.upperBound))
      case ("csv", 2):
        guard let last = examples.indices.last else { continue }
        examples[last].files[words[1]] = block.text
        examples[last].inputEnd = block.place.upperBound
      case ("output", _), ("findings", _):
        guard let last = examples.indices.last else { continue }
        examples[last].expected[block.kind] = block.text
        examples[last].outcomeLines.append(block.place)
      default: break
      }
    }
    return examples
  }

  /// The scripts that are parts.
  var fragments: [CodeBlock] { blocks.filter { $0.kind == "gf fragment" } }

  /// Returns the lines with what the examples print in truth.
  func refreshed() -> [String] {
    var result: [String] = []
    let examples = examples
    for index in lines.indices {
      if let example = examples.first(where: { $0.inputEnd == index }) {
        for (kind, text) in example.outcome {
          result += ["", "```\(kind)"] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
          if result.last == "" { result.removeLast() }
          result.append("```")
        }
      }
      let isOutcome = examples.contains { $0.outcomeLines.contains { $0.contains(index) } }
      // The empty line before an outcome goes with it.
      let isBefore =
        examples.contains { $0.outcomeLines.contains { $0.lowerBound == index + 1 } } && lines[index].isEmpty
      if !isOutcome, !isBefore { result.append(lines[index]) }
    }
    return result
  }
}

/// Returns the sheets in `folder` by name.
private func sheets(in folder: String) -> [String: String] {
  let folder = repository.appending(path: folder)
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  let texts = names.filter { $0.hasSuffix(".csv") }.compactMap { name in
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, $0) }
  }
  return Dictionary(texts, uniquingKeysWith: { $1 })
}
