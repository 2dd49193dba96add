import Source

/// Reads tokens into a tree: one function for each production, one token of lookahead.
///
/// After an error the parser is recovering: it reports nothing more until it has passed over tokens to one from which
/// it can go on. So one slip makes one finding, and every slip makes one.
struct Parser {
  /// How deep parentheses, brackets and prefix operators may be nested.
  static let greatestDepth = 256

  /// The text.
  let source: SourceText
  /// The text's tokens, the last of which is the end.
  let tokens: [Token]
  /// The number of the token that is read next.
  var position = 0
  /// The tree so far.
  var builder = TreeBuilder()
  /// The findings so far.
  var diagnostics: [Diagnostic] = []
  /// Whether an error has been reported and not yet been recovered from.
  var isRecovering = false
  /// Whether the first error was met at the end of the text.
  var stoppedAtEnd = false
  /// Whether the tokens are those between a text's braces.
  var isInHole = false
  private var depth = 0

  /// Creates a parser at the first of `tokens`, of which the last is the end.
  init(_ source: SourceText, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
    builder.reserve(tokens: tokens.count)
  }

  /// The token that is read next.
  var current: Token { tokens[position] }
  /// The kind of the token that is read next.
  var kind: TokenKind { tokens[position].kind }
  /// Whether all tokens have been read.
  var isAtEnd: Bool { position == tokens.count - 1 }

  /// Returns whether `symbol` is next.
  func at(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }

  /// Returns whether `keyword` is next.
  func at(_ keyword: Keyword) -> Bool { kind == .keyword(keyword) }

  /// The keyword that is next, if one is.
  var keyword: Keyword? {
    guard case .keyword(let keyword) = kind else { return nil }
    return keyword
  }

  /// Takes the next token into the tree; the end stays where it is.
  mutating func bump() {
    guard !isAtEnd else { return }
    builder.addToken()
    position += 1
  }

  /// Takes the next token if it is `symbol`.
  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    bump()
    return true
  }

  /// Takes the next token if it is `keyword`.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    bump()
    return true
  }

  /// Takes `symbol`, or reports that it is missing.
  @discardableResult
  mutating func expect(_ symbol: Symbol) -> Bool {
    if take(symbol) { return true }
    reportExpected(.symbol(symbol))
    return false
  }

  /// Takes `keyword`, or reports that it is missing.
  mutating func expect(_ keyword: Keyword) {
    if !take(keyword) { reportExpected(.keyword(keyword)) }
  }

  /// Takes a token of `kind`, or reports that `expectation` is missing.
  mutating func expect(_ kind: TokenKind, _ expectation: Expectation) {
    if self.kind == kind { bump() } else { reportExpected(expectation) }
  }

  /// Makes one node of what was added since `mark`.
  mutating func finish(_ production: Production, from mark: TreeBuilder.Mark) {
    if builder.leavesAlone(production, from: mark) { return }
    if builder.finish(production, from: mark) { reportTooHigh() }
  }

  /// Reports that the node finished last joins too many terms.
  @inline(never)
  private mutating func reportTooHigh() {
    guard let node = builder.lastNode else { return }
    let tree = builder.nodes[node]
    let range = SourceRange(
      source.id, Int(tokens[Int(tree.firstToken)].start), Int(tokens[Int(tree.endToken) - 1].end))
    report(
      .tooDeep,
      Phrase(
        "the expression joins more than \(TreeBuilder.greatestHeight) terms",
        "表达式中相连的项超过 \(TreeBuilder.greatestHeight) 个"),
      at: range, help: [Phrase("give a part of it a name with alias", "用别名为其中一部分命名")])
  }

  /// Enters one more level of nesting; where that is too deep, reports it and returns false.
  mutating func descend() -> Bool {
    guard depth < Self.greatestDepth else {
      report(
        .tooDeep,
        Phrase(
          "the expression is nested more than \(Self.greatestDepth) levels deep",
          "表达式嵌套超过 \(Self.greatestDepth) 层"),
        at: range(of: current), help: [Phrase("give a part of it a name with alias", "用别名为其中一部分命名")])
      return false
    }
    depth += 1
    return true
  }

  /// Leaves a level of nesting.
  mutating func ascend() { depth -= 1 }

  /// Returns where `token` stands.
  func range(of token: Token) -> SourceRange { SourceRange(source.id, Int(token.start), Int(token.end)) }

  /// Returns the text of `token`, full-width twins folded.
  func text(of token: Token) -> String { foldedText(source.bytes[Int(token.start)..<Int(token.end)]) }
}
