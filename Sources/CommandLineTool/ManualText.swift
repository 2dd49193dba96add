import Reporting
import Semantics
import Session
import Source

/// Returns what `gf help NAME` prints: the entries called `name`, each with its example and what that answers.
func manualText(_ entries: [ManualEntry], _ language: Language) -> String {
  entries.map { text(of: $0, language) }.joined(separator: "\n")
}

private func text(of entry: ManualEntry, _ language: Language) -> String {
  var lines = [
    Phrase("\(entry.name.english) (\(entry.name.chinese))", "\(entry.name.chinese)（\(entry.name.english)）")[language],
    "",
  ]
  lines += entry.forms.map { "  " + $0[language] }
  lines += ["", sentence(entry.summary, language)] + entry.details.map { sentence($0, language) }
  guard let example = entry.example else { return lines.map { $0 + "\n" }.joined() }
  lines += ["", Phrase("Example:", "示例：")[language], ""]
  lines += indented(example.script)
  if !example.sheet.isEmpty { lines += ["", "  s.csv:"] + indented(example.sheet) }
  let (answers, findings) = outcome(of: example, language)
  if !answers.isEmpty { lines += ["", Phrase("It prints:", "输出：")[language], ""] + indented(answers) }
  if !findings.isEmpty { lines += [""] + indented(findings) }
  return lines.map { $0 + "\n" }.joined()
}

/// Returns `phrase` as a sentence of its own.
private func sentence(_ phrase: Phrase, _ language: Language) -> String {
  switch language {
  case .english: phrase.english.prefix(1).uppercased() + phrase.english.dropFirst() + "."
  case .chinese: phrase.chinese + "。"
  }
}

private func indented(_ text: String) -> [String] {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
  while lines.last == "" { lines.removeLast() }
  return lines
}

/// Runs an example in memory.
private func outcome(of example: Builtin.Example, _ language: Language) -> (answers: String, findings: String) {
  let input = SessionInput(scripts: [.init(path: "example.gf", bytes: Array(example.script.utf8))], language: language)
  let sheet = Array(example.sheet.utf8)
  var session = Session(input, files: FileAccess { path, _ in path == "s.csv" ? .success(sheet) : .failure(.notFound) })
  let document = session.answer()
  let texts = Dictionary(session.texts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  let findings =
    session.diagnostics.isEmpty
    ? "" : DiagnosticRenderer(sources: texts, language: language).text(session.diagnostics)
  return (document.blocks.isEmpty ? "" : render(document, as: .text, language: language), findings)
}
