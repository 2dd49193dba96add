import Glibc
import Reporting
import Session
import Source

/// A session at a prompt: asks for lines, has them answered, and writes the answers.
struct PromptSession {
  private var exploration: Exploration
  private var reader: any LineReader
  private let environment: Environment
  private var format: OutputFormat
  /// How the first line that failed failed.
  private var status = ExitStatus.fine

  init(_ exploration: Exploration, _ reader: any LineReader, _ environment: Environment, _ format: OutputFormat) {
    self.exploration = exploration
    self.reader = reader
    self.environment = environment
    self.format = format
  }

  /// Loads `scripts`, then answers lines until there are no more, or the user has enough.
  ///
  /// A person who leaves has done nothing wrong; lines that come from elsewhere end with the status of the first that failed.
  mutating func run(_ scripts: [SessionInput.Script]) -> ExitStatus {
    if !scripts.isEmpty, !tell(exploration.load(scripts)) { return .output }
    while let entry = nextEntry() {
      let reply = exploration.enter(entry)
      if status == .fine { status = reply.status }
      if !tell(reply) { return .output }
      if reply.effect == .quit { break }
    }
    return environment.isInteractive ? .fine : status
  }

  /// Asks for lines until they are no unfinished statement; nil where there are none.
  private mutating func nextEntry() -> String? {
    var entry = ""
    while true {
      switch reader.read(prompt: entry.isEmpty ? prompt : continuation) {
      case .givenUp: entry = ""
      case .end:
        if entry.isEmpty, environment.isInteractive { _ = write("\n", to: STDOUT_FILENO) }
        return entry.isEmpty ? nil : entry
      case .line(let line):
        entry += entry.isEmpty ? line : "\n" + line
        if Exploration.isUnfinished(entry) { continue }
        if !entry.isEmpty { reader.remember(entry) }
        return entry
      }
    }
  }

  /// What stands before a line: the scenario that questions are asked of is part of it.
  private var prompt: String {
    exploration.scenario.map { "gf \($0)> " } ?? "gf> "
  }

  /// What stands before a line that goes on with the one above, as wide as the prompt.
  private var continuation: String {
    String(repeating: " ", count: max(0, prompt.displayWidth - 3)) + "…> "
  }

  /// Writes `reply`; returns false where that fails.
  private func tell(_ reply: Reply) -> Bool {
    let language = exploration.language
    Interruption.enter(.writing)
    defer { Interruption.enter(.other) }
    if !reply.document.blocks.isEmpty {
      let text = render(
        reply.document, as: format, language: language, color: environment.answersAreColored,
        width: environment.isInteractive ? terminalWidth() : nil)
      if !write(environment.isInteractive ? text + "\n" : text, to: STDOUT_FILENO) { return false }
    }
    _ = write(told(reply, language), to: STDERR_FILENO)
    return true
  }

  /// Returns the findings and remarks of `reply` as text.
  private func told(_ reply: Reply, _ language: Language) -> String {
    let texts = Dictionary(reply.texts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let renderer = DiagnosticRenderer(sources: texts, language: language, color: environment.isColored)
    let shown = inReadingOrder(reply.diagnostics).prefix(Tool.shownFindings)
    let rest = reply.diagnostics.count - shown.count
    var text = shown.isEmpty ? "" : renderer.text(Array(shown))
    if rest > 0 { text += Phrase("… and \(rest) more findings", "……另有 \(rest) 条")[language] + "\n" }
    return text + reply.remarks.map { $0[language].printable + "\n" }.joined()
  }
}

extension Tool {
  /// Answers lines as they are entered.
  func explore(_ input: SessionInput, _ arguments: Arguments) -> ExitStatus {
    let folders = AllowedFolders(scripts: arguments.scripts, allowed: arguments.folders)
    let reader = PlainReader(showsPrompt: isatty(STDIN_FILENO) == 1)
    var session = PromptSession(
      Exploration(input, files: folders.access), reader, environment, arguments.format)
    return session.run(input.scripts)
  }
}
