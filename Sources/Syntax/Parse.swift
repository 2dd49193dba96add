import Source

/// What a text is read as.
package enum Entry: Sendable {
  /// A file of statements.
  case script
  /// A line of a prompt, which may also be a bare expression.
  case prompt
}

/// A text that has been read.
package struct ParsedScript: Sendable {
  /// The text as a tree with every byte.
  package let tree: SyntaxTree
  /// The statements.
  package let script: ScriptSyntax
  /// The findings, in the order of their places.
  package let diagnostics: [Diagnostic]
  /// Whether the text ends inside a statement, so that another line could complete it.
  package let isUnfinished: Bool
}

/// Reads `source`; user mistakes are in the result's findings, and what could be understood is in its script.
package func parse(_ source: SourceText, as entry: Entry = .script) -> ParsedScript {
  let lexed = Lexer.lex(source)
  var parser = Parser(source, tokens: lexed.tokens)
  let tree = parser.parse(entry)
  var lowering = Lowering(tree)
  let script = lowering.script()
  let found = lexed.diagnostics + parser.diagnostics + lowering.diagnostics
  let isFirstAtEnd = parser.stoppedAtEnd && lexed.diagnostics.isEmpty
  return ParsedScript(
    tree: tree, script: script, diagnostics: inOrderOfPlaces(found), isUnfinished: lexed.endsInText || isFirstAtEnd)
}

/// Returns findings of one script in the order of their places; those at one place stay as they are.
func inOrderOfPlaces(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  diagnostics.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
}

extension Diagnostic {
  /// The offset at which a script's finding begins.
  fileprivate var start: Int32 {
    switch site {
    case .script(let range): range.start
    case .cell, .file, .command: 0
    }
  }
}
