import Foundation
import Source
import Testing

@testable import CommandLineTool

/// What documents name exists.
@Suite struct ClaimTests {
  static let documents = [
    "README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "Examples/README.md",
    "Tests/Benchmarks/README.md",
  ]

  /// Every path of the repository, folders included.
  private static let paths: [String] = {
    let skipped = [".build", ".git"]
    let top = (try? FileManager.default.contentsOfDirectory(atPath: repository.path)) ?? []
    return top.filter { !skipped.contains($0) }.flatMap { name -> [String] in
      let below = FileManager.default.enumerator(atPath: repository.appending(path: name).path)
      return [name] + (below?.compactMap { ($0 as? String).map { "\(name)/\($0)" } } ?? [])
    }
  }()

  /// Files and folders between backquotes or behind links: they have a slash or a known ending.
  @Test(arguments: documents)
  func filesExist(path: String) throws {
    let endings = [".swift", ".md", ".gf", ".csv", ".tsv", ".ebnf", ".py", ".sh"]
    for line in try MarkdownDocument(path).prose {
      let quoted = line.matches(of: #/`([^`]+)`/#).map { String($0.output.1) }
      let linked = line.matches(of: #/\]\(([^)]+)\)/#).map { String($0.output.1) }
      for name in quoted + linked where !name.contains(#/[ ("…<*:]|^\/|^\.build/#) {
        guard name.contains("/") || endings.contains(where: { name.hasSuffix($0) && name != $0 }) else { continue }
        let wanted = name.hasSuffix("/") ? String(name.dropLast()) : name
        let isThere = Self.paths.contains { $0 == wanted || $0.hasSuffix("/" + wanted) }
        #expect(isThere, "\(path) names \(name)")
      }
    }
  }

  /// The table of ARCHITECTURE.md has every folder of the sources, once.
  @Test func foldersOfTheSourcesAreDescribed() throws {
    let rows = try MarkdownDocument("ARCHITECTURE.md").table(under: "How gf is built")
    let folders = Self.paths.filter { $0.hasPrefix("Sources/") && $0.split(separator: "/").count == 2 }
    #expect(rows.map { $0[0] }.sorted() == folders.map { "`\($0.dropFirst(8))`" }.sorted())
  }

  /// Commands in blocks of shell can be typed as they stand.
  @Test(arguments: ["README.md", "README.zh.md", "Examples/README.md", "Tests/Benchmarks/README.md"])
  func commandsExist(path: String) throws {
    let manifest = try String(contentsOf: repository.appending(path: "Package.swift"), encoding: .utf8)
    for line in try MarkdownDocument(path).blocks.filter({ $0.kind == "sh" }).flatMap(\.lines) {
      let command = line.split(separator: "#").first.map(String.init) ?? ""
      var words = command.split(separator: " ").map(String.init)[...]
      if words.starts(with: ["swift", "run", "gf"]) { words = words.dropFirst(2) }
      if words.first == "swift" {
        let verb = words.dropFirst().first ?? ""
        #expect(["test", "build"].contains(verb), "\(path): \(line)")
        if let product = words.firstIndex(of: "--product") {
          #expect(manifest.contains("name: \"\(words[product + 1])\""), "\(path): \(line)")
        }
      }
      guard words.first == "gf" else { continue }
      let arguments = try Arguments(Array(words.dropFirst()))
      for script in arguments.scripts where script != "-" && script.contains("/") {
        #expect(Self.paths.contains(script), "\(path): \(script)")
      }
    }
  }

  /// The options that a README mentions are those of `gf --help`.
  @Test(arguments: ["README.md", "README.zh.md"])
  func optionsAreReal(path: String) throws {
    let help = helpText[.english]
    let foreign: Set<String> = ["--product", "--static-swift-stdlib", "--help"]
    var found: Set<String> = []
    for line in try MarkdownDocument(path).lines {
      found.formUnion(line.matches(of: #/(?:^|[ `])(--[a-z][a-z-]+)/#).map { String($0.output.1) })
    }
    #expect(found.subtracting(foreign).allSatisfy { help.contains($0 + " ") }, "\(found)")
    #expect(["--data", "--set", "--format", "--lang", "--strict", "--allow"].allSatisfy(found.contains))
  }

  /// A block `excerpt FILE` is a part of that file, with whole lines left out only where `…` stands alone.
  @Test(arguments: ["README.md", "README.zh.md"])
  func excerptsAreParts(path: String) throws {
    let excerpts = try MarkdownDocument(path).blocks.filter { $0.kind.hasPrefix("excerpt ") }
    #expect(!excerpts.isEmpty)
    for excerpt in excerpts {
      let file = repository.appending(path: String(excerpt.kind.dropFirst("excerpt ".count)))
      let text = try String(contentsOf: file, encoding: .utf8)
      for part in excerpt.lines.split(separator: "…") {
        #expect(text.contains(part.joined(separator: "\n") + "\n"), "\(path):\(excerpt.place.lowerBound + 1)")
      }
    }
  }
}
