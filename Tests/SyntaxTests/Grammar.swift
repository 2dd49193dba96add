import Foundation

/// A file of the folder `Grammar`.
func grammarFile(_ name: String) throws -> String {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try String(contentsOf: root.appending(path: "Grammar/\(name)"), encoding: .utf8)
}

/// The right side of a production.
indirect enum Rule: Hashable {
  case empty
  case token(String)
  case production(String)
  case sequence([Rule])
  case choice([Rule])
  case optional(Rule)
  case repeated(Rule)
  case repeatedOnce(Rule)
}

/// The productions of `gf.ebnf`; tokens are known by their names, keywords and symbols by their spelling in quotes.
struct Grammar {
  /// The productions in the order of the file.
  let names: [String]
  /// The right side of each.
  let rules: [String: Rule]

  /// Reads the productions, whose names are not all in capitals.
  init(_ text: String) {
    var words = Grammar.words(of: text)[...]
    var names: [String] = []
    var rules: [String: Rule] = [:]
    while let name = words.popFirst() {
      words = words.dropFirst()
      names.append(name)
      rules[name] = Grammar.choice(&words)
    }
    self.names = names
    self.rules = rules
  }

  /// Cuts what stands before the tokens into words, comments left out.
  private static func words(of text: String) -> [String] {
    var rest = text[...].prefix(upTo: text.range(of: "/* ---- Tokens")?.lowerBound ?? text.endIndex)
    var words: [String] = []
    while let first = rest.first {
      if rest.hasPrefix("/*") {
        rest = rest.range(of: "*/").map { rest[$0.upperBound...] } ?? ""
      } else if first.isWhitespace {
        rest.removeFirst()
      } else if first == "'" {
        let end = rest.dropFirst().firstIndex(of: "'") ?? rest.endIndex
        words.append(String(rest[...end]))
        rest = rest[rest.index(after: end)...]
      } else if rest.hasPrefix("::=") {
        words.append("::=")
        rest = rest.dropFirst(3)
      } else if first.isLetter {
        words.append(String(rest.prefix { $0.isLetter }))
        rest = rest.drop { $0.isLetter }
      } else {
        words.append(String(rest.removeFirst()))
      }
    }
    return words
  }

  private static func choice(_ words: inout ArraySlice<String>) -> Rule {
    var rules = [sequence(&words)]
    while words.first == "|" {
      words = words.dropFirst()
      rules.append(sequence(&words))
    }
    return rules.count == 1 ? rules[0] : .choice(rules)
  }

  private static func sequence(_ words: inout ArraySlice<String>) -> Rule {
    var rules: [Rule] = []
    while let word = words.first, word != "|", word != ")", words.dropFirst().first != "::=" {
      words = words.dropFirst()
      var rule: Rule
      if word == "(" {
        rule = choice(&words)
        words = words.dropFirst()
      } else if word.hasPrefix("'") || word == word.uppercased() {
        rule = .token(word)
      } else {
        rule = .production(word)
      }
      switch words.first {
      case "?": rule = .optional(rule)
      case "*": rule = .repeated(rule)
      case "+": rule = .repeatedOnce(rule)
      default:
        rules.append(rule)
        continue
      }
      words = words.dropFirst()
      rules.append(rule)
    }
    return rules.isEmpty ? .empty : rules.count == 1 ? rules[0] : .sequence(rules)
  }
}
