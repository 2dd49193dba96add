import Source

/// The statements of a script, with the findings in the order of their places.
package struct ReadScript: Sendable {
  /// The statements.
  package let script: ScriptSyntax
  /// The findings.
  package let diagnostics: [Diagnostic]
}

/// Reads the statements of `source`, a long text in parts that `workers` share; how many these are changes nothing.
///
/// A part with a fault is read again with all that follows, since what is wrong may reach beyond it.
package func readScript(_ source: SourceText, _ workers: Workers, partSize: Int = ScriptParts.size) -> ReadScript {
  let ranges = ScriptParts(of: source.bytes, size: partSize).ranges
  if ranges.count == 1 { return readAtOnce(source) }
  let parts = workers.make(ranges.count) { ScriptPart(source, ranges[$0]) }
  var stretches: [ScriptSyntax.Stretch] = []
  var diagnostics: [Diagnostic] = []
  for (range, read) in zip(ranges, parts) {
    var part = read
    let isLast = range.upperBound == source.bytes.count
    if part.hasFault, !isLast { part = ScriptPart(source, range.lowerBound..<source.bytes.count) }
    // Where a quote is missing, all texts of the script are cut otherwise.
    if part.endsInText { return readAtOnce(source) }
    stretches.append(part.stretch)
    diagnostics += part.diagnostics
    if part.hasFault { break }
  }
  return ReadScript(script: ScriptSyntax(stretches: stretches), diagnostics: diagnostics)
}

private func readAtOnce(_ source: SourceText) -> ReadScript { parse(source).withoutTree }

extension ParsedScript {
  /// The script and its findings.
  package var withoutTree: ReadScript { ReadScript(script: script, diagnostics: diagnostics) }
}

/// A part of a script, read as if it stood alone.
private struct ScriptPart: Sendable {
  let stretch: ScriptSyntax.Stretch
  let diagnostics: [Diagnostic]
  /// Whether a token or a production was not understood.
  let hasFault: Bool
  /// Whether the part ends inside a quoted text.
  let endsInText: Bool

  init(_ source: SourceText, _ range: Range<Int>) {
    let lexed = Lexer.lex(source, in: range)
    var parser = Parser(source, tokens: lexed.tokens)
    var lowering = Lowering(parser.parse(.script), start: range.lowerBound)
    stretch = lowering.stretch()
    hasFault = !lexed.diagnostics.isEmpty || !parser.diagnostics.isEmpty
    diagnostics = inOrderOfPlaces(lexed.diagnostics + parser.diagnostics + lowering.diagnostics)
    endsInText = lexed.endsInText
  }
}
