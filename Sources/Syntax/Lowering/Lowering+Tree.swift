import Source

extension Lowering {
  /// Returns the production of `node`.
  func production(_ node: Int) -> Production { tree.nodes[node].production }

  /// Returns where `node` stands.
  func range(_ node: Int) -> SourceRange { tree.range(of: node) }

  /// Returns the nodes below `node`, in order.
  func nodes(in node: Int) -> [Int] { nodes(in: node) { _ in true } }

  /// Returns the nodes of `production` below `node`, in order.
  func nodes(_ production: Production, in node: Int) -> [Int] {
    nodes(in: node) { self.production($0) == production }
  }

  /// Returns the expressions below `node`, in order.
  func expressionNodes(in node: Int) -> [Int] { nodes(in: node) { isExpression($0) } }

  private func nodes(in node: Int, where isWanted: (Int) -> Bool) -> [Int] {
    var result: [Int] = []
    var child = Int(tree.nodes[node].firstChild)
    while child >= 0 {
      if isWanted(child) { result.append(child) }
      child = Int(tree.nodes[child].next)
    }
    return result
  }

  private func first(in node: Int, where isWanted: (Int) -> Bool) -> Int? {
    var child = Int(tree.nodes[node].firstChild)
    while child >= 0 {
      if isWanted(child) { return child }
      child = Int(tree.nodes[child].next)
    }
    return nil
  }

  /// Returns the first node of `production` below `node`.
  func first(_ production: Production, in node: Int) -> Int? {
    first(in: node) { self.production($0) == production }
  }

  /// Returns the first expression below `node`.
  func firstExpression(in node: Int) -> Int? { first(in: node) { isExpression($0) } }

  /// Returns whether `node` is an expression; names and quantities stand bare where nothing is joined to them.
  func isExpression(_ node: Int) -> Bool {
    let production = production(node)
    return production.isExpression || production == .quantity || production == .path
  }

  /// Returns the kind of the first token of `node`.
  func firstKind(_ node: Int) -> TokenKind { tree.tokens[Int(tree.nodes[node].firstToken)].kind }

  /// Returns the first token of `kind` right below `node`.
  func token(_ kind: TokenKind, in node: Int) -> Int? {
    let parent = tree.nodes[node]
    var child = Int(parent.firstChild)
    var token = Int(parent.firstToken)
    while token < parent.endToken {
      if child >= 0, tree.nodes[child].firstToken == token {
        token = Int(tree.nodes[child].endToken)
        child = Int(tree.nodes[child].next)
      } else {
        if tree.tokens[token].kind == kind { return token }
        token += 1
      }
    }
    return nil
  }

  /// Returns whether a token of `kind` stands right below `node`.
  func has(_ kind: TokenKind, in node: Int) -> Bool { token(kind, in: node) != nil }

  /// Returns the text of the token at `index`, full-width twins folded.
  func text(ofToken index: Int) -> String {
    tree.withBytes(ofToken: index) { foldedText($0) }
  }

  /// Returns the clauses of `production` below `node`, which are found by their words; of a word used twice, reports the
  /// second.
  mutating func clauses(_ production: Production, in node: Int) -> Clauses {
    var clauses = Clauses(node: node, production: production)
    var child = Int(tree.nodes[node].firstChild)
    while child >= 0 {
      if let word = word(of: child, production) {
        if let before = clause(word, clauses) { reportTwice(word, before, child) }
        clauses.note(word)
      }
      child = Int(tree.nodes[child].next)
    }
    return clauses
  }

  /// Returns the node of the first of `clauses` that begins with `word`.
  func clause(_ word: Keyword, _ clauses: Clauses) -> Int? {
    guard clauses.mayHold(word) else { return nil }
    return first(in: clauses.node) { self.word(of: $0, clauses.production) == word }
  }

  /// Returns the word that `node` begins with, if it is a clause of `production`.
  private func word(of node: Int, _ production: Production) -> Keyword? {
    let own = tree.nodes[node]
    guard own.production == production, case .keyword(let word) = tree.tokens[Int(own.firstToken)].kind else {
      return nil
    }
    return word
  }

  private mutating func reportTwice(_ word: Keyword, _ before: Int, _ clause: Int) {
    diagnostics.append(
      Diagnostic(
        .error, .duplicateClause,
        Phrase("\(word.phrase.english) is stated twice", "重复的子句 \(word.phrase.chinese)"),
        at: .script(wordRange(clause)),
        others: [.init(.script(wordRange(before)), Phrase("first stated here", "首次出现在此处"))],
        help: [Phrase("keep one of the two", "保留其中一个")]))
  }

  private func wordRange(_ node: Int) -> SourceRange { tree.range(ofToken: Int(tree.nodes[node].firstToken)) }
}

/// The clauses of a statement, which are few and found by their words.
struct Clauses {
  fileprivate let node: Int
  fileprivate let production: Production
  /// A bit for each word that has been met, of which some share one: mostly it tells that a word is not there.
  private var met: UInt64 = 0

  fileprivate init(node: Int, production: Production) {
    self.node = node
    self.production = production
  }

  /// Remembers that a clause begins with `word`.
  fileprivate mutating func note(_ word: Keyword) { met |= bit(of: word) }

  /// Whether a clause may begin with `word`.
  fileprivate func mayHold(_ word: Keyword) -> Bool { met & bit(of: word) != 0 }

  private func bit(of word: Keyword) -> UInt64 { 1 << UInt64(word.rawValue % 64) }
}
