import Foundation
import Source
import Testing

@testable import Syntax

@Suite struct GrammarTests {
  /// Returns the name that the grammar gives `production`.
  private func grammarName(_ production: Production) -> String {
    let name = "\(production)"
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  @Test func productionsAreThoseOfTheGrammar() throws {
    let grammar = Grammar(try grammarFile("gf.ebnf"))
    #expect(grammar.names.count > 70)
    #expect(Set(grammar.names) == Set(Production.allCases.filter { $0 != .skipped }.map(grammarName)))
    #expect(grammar.names.count == Set(grammar.names).count)
  }

  @Test func everyProductionHasAParserWithTheProductionAboveIt() throws {
    let grammar = Grammar(try grammarFile("gf.ebnf"))
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Syntax/Parsing")
    var written: [String: Rule] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      var comment = ""
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let line = line.drop { $0 == " " }
        if line.hasPrefix("// ") {
          comment += line.dropFirst(3) + "\n"
        } else {
          let production = Grammar(comment)
          if let name = production.names.first, comment.contains("::=") {
            #expect(line.contains("func parse\(name)(") || line.contains("func parseOptional\(name)("), "\(name)")
            written[name] = production.rules[name]
          }
          comment = ""
        }
      }
    }
    #expect(Set(written.keys) == Set(grammar.names))
    for name in grammar.names { #expect(written[name] == grammar.rules[name], "\(name)") }
  }

  @Test func keywordsAreThoseOfTheTable() throws {
    let lines = try grammarFile("keywords.tsv").split(separator: "\n").dropFirst()
    let table = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let code = KeywordEntry.table.map {
      [$0.kind.rawValue, $0.role.rawValue, $0.english, $0.chinese, $0.secondChinese ?? ""]
    }
    #expect(table == code)
    #expect(KeywordEntry.table.map(\.keyword) == Keyword.allCases)
    // Clause words stay free as names.
    #expect(KeywordEntry.table.count { $0.kind != .clause } <= 75)
    let spellings = KeywordEntry.table.flatMap(\.spellings)
    #expect(spellings.count == Set(spellings).count)
  }

  @Test func keywordsOfTheGrammarAreThoseOfTheTable() throws {
    let text = try grammarFile("gf.ebnf")
    let grammar = Grammar(text)
    var words: Set<String> = []
    func collect(_ rule: Rule) {
      switch rule {
      case .token(let token): if token.dropFirst().first?.isLetter ?? false { words.insert(token) }
      case .empty, .production: break
      case .sequence(let rules), .choice(let rules): rules.forEach(collect)
      case .optional(let rule), .repeated(let rule), .repeatedOnce(let rule): collect(rule)
      }
    }
    grammar.rules.values.forEach(collect)
    words = words.filter { $0.hasPrefix("'") }
    #expect(words == Set(KeywordEntry.table.map { "'\($0.english)'" }))
    guard case .choice(let clauseWords) = try #require(grammar.rules["ClauseWord"]) else { return }
    #expect(
      Set(clauseWords) == Set(KeywordEntry.table.filter { $0.keyword.isClauseWord }.map { .token("'\($0.english)'") }))
  }

  @Test(arguments: KeywordEntry.table) func everySpellingIsRead(_ entry: KeywordEntry) {
    for spelling in entry.spellings {
      let text = source(spelling.replacing(" ", with: "\t "))
      #expect(Lexer.lex(text).tokens.map(\.kind) == [.keyword(entry.keyword), .end])
      #expect(Lexer.lex(source("'\(spelling)'")).tokens.map(\.kind) == [.quoted, .end])
      #expect(Lexer.lex(source("\(spelling)x")).tokens.last(where: { $0.kind != .end })?.kind == .name)
    }
  }

  @Test func precedenceIsThatOfTheTable() throws {
    let rows = try grammarFile("precedence.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count > 12)
    for row in rows {
      let cells = row.split(separator: " | ").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "| `")) }
      let example = checkLaws(source(cells[1]), as: .prompt)
      let full = checkLaws(source(cells[2]), as: .prompt)
      #expect(example.diagnostics.isEmpty && full.diagnostics.isEmpty)
      #expect(dump(example.script) == dump(full.script), "\(cells[1])")
      #expect(!example.script.statements.isEmpty)
    }
  }
}
