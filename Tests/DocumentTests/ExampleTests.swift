import Source
import Syntax
import TestSupport
import Testing

/// The scripts in documents do what the documents say; `GF_REFRESH=1` writes what they print anew.
@Suite struct ExampleTests {
  static let paths = ["README.md", "README.zh.md"] + referencePages

  @Test(arguments: paths)
  func examplesPrintWhatIsShown(path: String) throws {
    let document = try MarkdownDocument(path)
    if CorpusFile.isRefreshing {
      try document.write(document.refreshed())
      return
    }
    if path.hasPrefix("README") { #expect(document.examples.count >= 4) }
    for example in document.examples {
      let actual = Dictionary(example.outcome.map { ($0.kind, $0.text) }, uniquingKeysWith: { $1 })
      #expect(actual == example.expected, "\(example)")
    }
  }

  @Test(arguments: paths)
  func fragmentsParse(path: String) throws {
    for fragment in try MarkdownDocument(path).fragments {
      let source = SourceText(id: SourceID(0), name: path, bytes: Array(fragment.text.utf8))
      #expect(parse(source, as: .script).diagnostics.isEmpty, "\(path):\(fragment.place.lowerBound + 1)")
    }
  }

  /// Every block says what it is, so that none goes unchecked.
  @Test(arguments: paths)
  func blocksHaveKnownKinds(path: String) throws {
    for block in try MarkdownDocument(path).blocks {
      let first = block.kind.split(separator: " ").first.map(String.init) ?? ""
      #expect(
        ["gf", "csv", "output", "findings", "sh", "excerpt", "transcript"].contains(first), "\(path): \(block.kind)")
    }
  }
}
