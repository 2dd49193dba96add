/// Turns findings into text for people or JSON for tools.
package struct DiagnosticRenderer: Sendable {
  /// The scripts that findings point into.
  let sources: [SourceID: SourceText]
  /// The language of the text.
  let language: Language
  /// Whether the text carries the colours of a terminal.
  let color: Bool

  /// Creates a renderer of findings in `sources`.
  package init(sources: [SourceID: SourceText], language: Language, color: Bool = false) {
    self.sources = sources
    self.language = language
    self.color = color
  }

  /// Returns the findings in reading order, each once, with the lines they are about; a blank line between two.
  package func text(_ diagnostics: [Diagnostic]) -> String {
    var columns = ColumnCounter()
    return inReadingOrder(diagnostics).map { text($0, &columns) }.joined(separator: "\n")
  }

  /// Returns how many errors, warnings and notes there are, such as `2 errors, 1 warning`; empty where there is none.
  package func summary(_ diagnostics: [Diagnostic]) -> String { summary(ofEachOnce: inReadingOrder(diagnostics)) }

  /// Returns what `summary` does of findings each of which stands there once.
  package func summary(ofEachOnce found: [Diagnostic]) -> String {
    let parts = [Diagnostic.Severity.error, .warning, .note].compactMap { severity in
      let count = found.count { $0.severity == severity }
      return count == 0 ? nil : severity.counted(count)[language]
    }
    return parts.joined(separator: DiagnosticWording.comma[language])
  }

  private func text(_ diagnostic: Diagnostic, _ columns: inout ColumnCounter) -> String {
    let severity = diagnostic.severity
    let excerpts = excerpts(of: diagnostic, &columns)
    let numberWidth = excerpts.flatMap(\.lines).map { String($0.number).utf8.count }.max() ?? 1
    let margin = String(repeating: " ", count: numberWidth)
    var lines = [
      "\(severity.word[language])[\(diagnostic.code.rawValue)]".styled(severity.style, color: color)
        + (DiagnosticWording.colon[language] + diagnostic.message[language].printable).styled(.bold, color: color)
    ]
    for (index, excerpt) in excerpts.enumerated() {
      lines.append("\(margin) \(gutter(index == 0 ? "┌─" : "├─")) \(excerpt.heading)")
      var previous: Int?
      for line in excerpt.lines {
        if let previous, line.number > previous + 1 { lines.append("\(margin) \(gutter("·"))") }
        previous = line.number
        let number = String(line.number)
        let blanks = String(repeating: " ", count: numberWidth - number.utf8.count)
        lines.append("\(blanks)\(gutter("\(number) │")) \(line.text)")
        lines += line.underlines.map { "\(margin) \(gutter("│")) \($0)" }
      }
    }
    lines += advice(on: diagnostic).map { word, sentence in
      "\(margin) \(gutter("=")) " + "\(word[language])\(DiagnosticWording.colon[language])".styled(.bold, color: color)
        + sentence[language].printable
    }
    return lines.map { $0.withoutTrailingBlanks + "\n" }.joined()
  }

  /// Returns the help of a finding; where it has none, its changes.
  private func advice(on diagnostic: Diagnostic) -> [(word: Phrase, sentence: Phrase)] {
    if !diagnostic.help.isEmpty { return diagnostic.help.map { (DiagnosticWording.help, $0) } }
    return diagnostic.fixIts.compactMap { fixIt in
      guard let source = sources[fixIt.range.source] else { return nil }
      let replaced = source.clamped(fixIt.range)
      // A change longer than a line is applied by tools, not read.
      guard replaced.count <= LineWindow.width, fixIt.replacement.utf8.count <= LineWindow.width else { return nil }
      let old = String(decoding: source.bytes[replaced], as: UTF8.self)
      return (DiagnosticWording.fix, DiagnosticWording.change(old, fixIt.replacement))
    }
  }

  private func gutter(_ text: String) -> String {
    text.styled(.blue, color: color)
  }
}

extension String {
  /// The text without the blanks at its end.
  package var withoutTrailingBlanks: String {
    var bytes = utf8[...]
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(bytes) ?? self
  }
}
