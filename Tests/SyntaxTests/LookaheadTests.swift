import Testing

@testable import Syntax

/// The tokens that may begin a rule and, per production, those that may follow it.
private struct LookaheadSets {
  let grammar: Grammar
  var first: [String: Set<String>] = [:]
  var nullable: Set<String> = []
  var follow: [String: Set<String>] = [:]
  /// What was found: a production and a token that two ways of reading it share.
  var conflicts: Set<String> = []

  init(_ grammar: Grammar) {
    self.grammar = grammar
    repeatUntilStable { sets in
      for (name, rule) in grammar.rules {
        sets.first[name, default: []].formUnion(sets.first(of: rule))
        if sets.isNullable(rule) { sets.nullable.insert(name) }
      }
    }
    follow["Script"] = ["END"]
    follow["Prompt"] = ["END"]
    repeatUntilStable { sets in
      for (name, rule) in grammar.rules {
        sets.visit(rule, in: name, before: sets.follow[name] ?? [], isChecking: false)
      }
    }
    for (name, rule) in grammar.rules { visit(rule, in: name, before: follow[name] ?? [], isChecking: true) }
  }

  private mutating func repeatUntilStable(_ step: (inout LookaheadSets) -> Void) {
    var size = -1
    while size != total {
      size = total
      step(&self)
    }
  }

  private var total: Int {
    first.values.reduce(nullable.count) { $0 + $1.count } + follow.values.reduce(0) { $0 + $1.count }
  }

  func isNullable(_ rule: Rule) -> Bool {
    switch rule {
    case .empty, .optional, .repeated: true
    case .token: false
    case .production(let name): nullable.contains(name)
    case .sequence(let rules): rules.allSatisfy { isNullable($0) }
    case .choice(let rules): rules.contains { isNullable($0) }
    case .repeatedOnce(let rule): isNullable(rule)
    }
  }

  func first(of rule: Rule) -> Set<String> {
    switch rule {
    case .empty: return []
    case .token(let token): return [token]
    case .production(let name): return first[name] ?? []
    case .choice(let rules): return rules.reduce(into: []) { $0.formUnion(first(of: $1)) }
    case .optional(let rule), .repeated(let rule), .repeatedOnce(let rule): return first(of: rule)
    case .sequence(let rules):
      var result: Set<String> = []
      for rule in rules {
        result.formUnion(first(of: rule))
        if !isNullable(rule) { break }
      }
      return result
    }
  }

  /// Adds to the follow sets what `rule`, which `next` may follow, says of them, or checks its ways against each other.
  private mutating func visit(_ rule: Rule, in name: String, before next: Set<String>, isChecking: Bool) {
    switch rule {
    case .empty, .token: break
    case .production(let production): follow[production, default: []].formUnion(next)
    case .sequence(let rules):
      var next = next
      for rule in rules.reversed() {
        visit(rule, in: name, before: next, isChecking: isChecking)
        next = isNullable(rule) ? next.union(first(of: rule)) : first(of: rule)
      }
    case .choice(let rules):
      var seen: Set<String> = []
      for rule in rules {
        let starts = isNullable(rule) ? first(of: rule).union(next) : first(of: rule)
        if isChecking { report(seen.intersection(starts), in: name) }
        seen.formUnion(starts)
        visit(rule, in: name, before: next, isChecking: isChecking)
      }
    case .optional(let inner):
      if isChecking { report(first(of: inner).intersection(next), in: name) }
      visit(inner, in: name, before: next, isChecking: isChecking)
    case .repeated(let inner), .repeatedOnce(let inner):
      if isChecking { report(first(of: inner).intersection(next), in: name) }
      visit(inner, in: name, before: next.union(first(of: inner)), isChecking: isChecking)
    }
  }

  private mutating func report(_ tokens: Set<String>, in name: String) {
    for token in tokens { conflicts.insert("\(name) \(token)") }
  }
}

@Suite struct LookaheadTests {
  @Test func oneTokenDecides() throws {
    let sets = LookaheadSets(Grammar(try grammarFile("gf.ebnf")))
    #expect(sets.conflicts.sorted() == [])
  }

  @Test func conflictsAreFound() {
    let sets = LookaheadSets(Grammar("Script ::= ( Item 'a'? )*  Item ::= 'a' | 'a' 'b' | NAME Item?"))
    #expect(sets.conflicts == ["Item 'a'", "Item NAME", "Script 'a'"])
  }
}
