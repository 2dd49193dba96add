import Glibc
import Reporting
import Session
import Source

/// A session at a prompt: asks for lines, has them answered, and writes the answers.
final class PromptSession {
  private var exploration: Exploration
  private let environment: Environment
  /// Whether it is said how long answers take.
  private var tellsTime = false
  /// Whether the user has left.
  private var isOver = false
  /// How the first line that failed failed.
  private var status = ExitStatus.fine

  init(_ exploration: Exploration, _ environment: Environment) {
    self.exploration = exploration
    self.environment = environment
  }

  /// Loads `scripts`, then answers lines until there are no more, or the user has enough.
  ///
  /// A person who leaves has done nothing wrong; lines that come from elsewhere end with the status of the first that failed.
  func run(_ scripts: [SessionInput.Script]) -> ExitStatus {
    var reader = lineReader()
    if environment.isInteractive {
      Interruption.keepSession()
      _ = write(greeting[exploration.language], to: STDERR_FILENO)
    }
    if !scripts.isEmpty, !answer({ $0.load(scripts) }) { return .output }
    while !isOver, let entry = nextEntry(&reader) {
      if !answer({ $0.enter(entry) }) { return .output }
    }
    return environment.isInteractive ? .fine : status
  }

  /// Reads by way of libedit where there is one and a person writes, else line by line.
  private func lineReader() -> any LineReader {
    guard environment.isInteractive else { return PlainReader(showsPrompt: isatty(STDIN_FILENO) == 1) }
    let history = HistoryFile.standard { getenv($0).map { String(cString: $0) } }
    let editing = EditingReader(history: history) { [self] line in
      exploration.completion(of: line, files: files(goingOnWith:))
    }
    return editing ?? PlainReader(showsPrompt: true)
  }

  /// Asks for lines until they are no unfinished statement; nil where there are none.
  private func nextEntry(_ reader: inout any LineReader) -> String? {
    var entry = ""
    while true {
      switch reader.read(prompt: entry.isEmpty ? prompt : continuation) {
      case .givenUp: entry = ""
      case .end:
        if environment.isInteractive { _ = write("\n", to: STDOUT_FILENO) }
        // A person who leaves gives up what is unfinished.
        return entry.isEmpty || environment.isInteractive ? nil : entry
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

  /// What a person reads first.
  private var greeting: Phrase {
    Phrase(
      "\(version) · :help explains, Tab completes, Ctrl-D leaves\n",
      "\(version) · :帮助 查看说明，Tab 补全，Ctrl-D 退出\n")
  }

  /// Lets `take` answer, and writes the reply; returns false where that fails.
  private func answer(_ take: @escaping @Sendable (inout Exploration) -> Reply) -> Bool {
    let start = secondsNow()
    let reply: Reply
    if environment.isInteractive {
      _ = Interruption.take()
      guard let outcome = PendingReply.wait(for: take, exploration) else {
        return write("\r\u{1B}[K" + Phrase("interrupted\n", "已中断\n")[exploration.language], to: STDERR_FILENO)
      }
      (reply, exploration) = outcome
    } else {
      reply = take(&exploration)
    }
    let seconds = secondsNow() - start
    isOver = reply.effect == .quit
    Interruption.enter(.writing)
    defer { Interruption.enter(.other) }
    if status == .fine { status = reply.status }
    return tell(reply, tellsTime ? seconds : nil)
  }

  /// Writes `reply`, and how many `seconds` it took where that is asked for; returns false where that fails.
  private func tell(_ reply: Reply, _ seconds: Double?) -> Bool {
    let language = exploration.language
    let display = exploration.display
    if !reply.document.blocks.isEmpty {
      let width = display.width ?? (environment.isInteractive ? terminalWidth() : nil)
      // What tools read is whole.
      let isForPeople = [.text, .markdown].contains(display.format)
      let document = reply.document.showing(rows: isForPeople ? display.rows : nil)
      let text = render(
        document, as: display.format, language: language, color: environment.answersAreColored, width: width)
      if !write(environment.isInteractive ? text + "\n" : text, to: STDOUT_FILENO) { return false }
    }
    if let effect = reply.effect, !bring(about: effect, language) { return false }
    var told = told(reply, language)
    if let seconds {
      let time = seconds < 1 ? "\(Int((seconds * 1_000).rounded(.up))) ms" : "\((seconds * 100).rounded() / 100) s"
      told += Phrase("took \(time)", "用时 \(time)")[language] + "\n"
    }
    _ = write(told, to: STDERR_FILENO)
    return true
  }

  /// Does what a reply asks beside being written; returns false where standard output cannot be written.
  private func bring(about effect: Reply.Effect, _ language: Language) -> Bool {
    switch effect {
    case .quit: break
    case .toggleTime: tellsTime.toggle()
    case .help(let topics): return write(promptHelp(topics, language), to: STDOUT_FILENO)
    case .save(let path, let text, let mayReplace):
      let said: Phrase
      if !mayReplace, access(path, F_OK) == 0 {
        said = Phrase(
          "there is a file \(path); :save! \(path) writes over it", "文件“\(path)”已存在；可用 :保存! \(path) 覆盖")
        if status == .fine { status = .usage }
      } else if let reason = writeWhole(Array(text.utf8), to: path) {
        said = Phrase("\(path) cannot be written: \(reason)", "“\(path)”无法写入：\(reason)")
        if status == .fine { status = .output }
      } else {
        said = Phrase("wrote \(path)", "已写入 \(path)")
      }
      _ = write(said[language] + "\n", to: STDERR_FILENO)
    }
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
  func explore(_ arguments: Arguments, _ language: Language) throws(UsageProblem) -> ExitStatus {
    let input = try input(arguments, language, readFile)
    let folders = AllowedFolders(scripts: arguments.scripts, allowed: arguments.folders)
    let display = DisplaySettings(
      format: arguments.format, rows: environment.isInteractive ? Self.mostRowsAtOnce : nil)
    let session = PromptSession(
      Exploration(input, files: folders.access(readFile), display: display), environment)
    return session.run(input.scripts)
  }

  /// How many rows of a table a person at a prompt is shown unasked.
  private static let mostRowsAtOnce = 40
}
