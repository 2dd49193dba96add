import Source
import Testing

@testable import Syntax

/// A generator of numbers that is the same in every run.
struct FixedGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Makes sentences of the grammar, with English, Chinese and full-width spellings mixed.
private struct SentenceMaker {
  let grammar: Grammar
  var generator: FixedGenerator
  /// The words so far, and whether each is a number or a name: a name behind a number would be its unit.
  var words: [(text: String, isNumber: Bool, isName: Bool)] = []
  private var depth = 0

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    generator = FixedGenerator(state: seed)
  }

  /// Returns a sentence of `production`.
  mutating func sentence(_ production: String) -> String {
    words = []
    add(.production(production))
    var text = ""
    for (index, word) in words.enumerated() {
      if index > 0 {
        let isUnit = words[index - 1].isNumber && word.isName
        let isPair = words[index - 1].text == "as" && word.text == "of"
        text += isUnit || isPair ? "\n" : pick([" ", "  ", "\u{3000}", " \t"])
      }
      text += word.text
    }
    return text
  }

  private mutating func add(_ rule: Rule) {
    switch rule {
    case .empty: break
    case .token(let token): words.append((spelling(token), token == "NUMBER", token == "NAME"))
    case .sequence(let rules): for rule in rules { add(rule) }
    case .optional(let rule): if chance(depth > 14 ? 8 : 3) { add(rule) }
    case .repeated(let rule): while chance(depth > 14 ? 12 : 3) { add(rule) }
    case .repeatedOnce(let rule): repeat { add(rule) } while chance(5)
    case .choice(let rules): add(choose(rules))
    case .production(let name):
      depth += 1
      // Years stand where a number is a period; a target may not ask for a value to differ.
      if name == "Period" {
        words.append((pick(["2023", "２０２５", "2023Q1", "2023M07", "2024年", "2022H2"]), true, false))
      } else if name == "UnitOf" {
        words.append((pick([":", "："]), false, false))
        words.append((pick(["万元", "%", "平方米/万元", "人"]), false, false))
      } else if let rule = grammar.rules[name] {
        add(rule)
      }
      depth -= 1
    }
  }

  /// Returns one of `rules`; deep down, one that does not go deeper.
  private mutating func choose(_ rules: [Rule]) -> Rule {
    let allowed = rules.filter { rule in
      if rule == .token("'!='") { return false }
      guard depth > 18 else { return true }
      switch rule {
      case .token: return true
      case .production(let name): return ["Quantity", "Power", "Comparison", "PlainName", "Range"].contains(name)
      case .empty, .sequence, .choice, .optional, .repeated, .repeatedOnce: return false
      }
    }
    return (allowed.isEmpty ? rules : allowed).randomElement(using: &generator) ?? .empty
  }

  private mutating func spelling(_ token: String) -> String {
    switch token {
    case "NAME": return pick(["收入占比", "x", "常住人口", "_a1", "Ｇ比", "每千人床位数", "plan"])
    case "QUOTED": return pick(["'R&D经费'", "‘单位GDP能耗’", "'target'", "'收入（元）'"])
    case "TEXT": return pick(["\"附表2\"", "“强村富民”", "\"\"", "\"a\\\"b\\{\""])
    case "NUMBER": return pick(["5", "0.625", "1.2万", "3亿", "12_500", "１５", "1e6", "2万亿"])
    case "PERIOD": return pick(["2023Q1", "2023M12", "2023年", "2022H1"])
    case "UNIT": return pick(["%", "万元", "pp", "平方米/万元", "％", "人*天", "㎡"])
    default:
      let word = String(token.dropFirst().dropLast())
      if let entry = KeywordEntry.table.first(where: { $0.english == word }) { return pick(entry.spellings) }
      return pick([word, word, wide[word] ?? word])
    }
  }

  private let wide = [
    "(": "（", ")": "）", "[": "【", "]": "】", "{": "｛", "}": "｝", ",": "、", ";": "；", ":": "：", "+": "＋", "-": "－",
    "*": "×", "/": "÷", "=": "＝", "<": "＜", ">": "＞", ">=": "≥", "<=": "≤", "+=": "＋＝", "≈": "~=", "==": "＝=",
  ]

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }

  /// Returns true once in `count` times.
  private mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }
}

@Suite struct SentenceTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func sentencesOfTheGrammarAreAccepted(seed: UInt64) throws {
    var maker = SentenceMaker(Grammar(try grammarFile("gf.ebnf")), seed: seed)
    var failures = 0
    for number in 0..<1_000 {
      let text = source(maker.sentence(number % 10 == 0 ? "Prompt" : "Statement"))
      let parsed = checkLaws(text, as: number % 10 == 0 ? .prompt : .script)
      let findings = parsed.diagnostics.filter { $0.code != .duplicateClause }
      #expect(findings.isEmpty, "\(String(decoding: text.bytes, as: UTF8.self)) \(listing(findings, in: text))")
      #expect(number % 10 == 0 || parsed.script.statements.count == 1)
      failures += findings.isEmpty ? 0 : 1
      if failures > 3 { break }
    }
  }
}
