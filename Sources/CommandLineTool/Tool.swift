import Glibc
import Reporting
import Semantics
import Session
import Source

/// Does what `words` ask and ends the process with its status.
///
/// The work runs on a large stack, which deeply nested input may need.
package func exit(withStatusOf words: [String]) -> Never {
  keepFreedMemory()
  Interruption.watch()
  onLargeStack {
    let status = Tool(environment: Environment()).run(Array(words.dropFirst()))
    Glibc.exit(status.rawValue)
  }
}

/// Leaves the signals of a terminal to other threads: one breaks into the thread that waits for a line only where it is that
/// thread's.
func leaveSignals() {
  var signals = sigset_t()
  sigemptyset(&signals)
  for signal in [SIGINT, SIGWINCH, SIGTSTP, SIGCONT] { sigaddset(&signals, signal) }
  pthread_sigmask(SIG_BLOCK, &signals, nil)
}

/// What the tool knows of its surroundings.
struct Environment {
  /// The language of the locale.
  let language: Language
  /// Whether findings are coloured.
  let isColored: Bool
  /// Whether findings go to a terminal.
  let showsProgress: Bool
  /// Whether answers are coloured.
  let answersAreColored: Bool
  /// Whether a person is at both ends: lines come from a terminal, and answers go to one.
  let isInteractive: Bool

  init() {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    language = locale?.hasPrefix("zh") == true ? .chinese : .english
    showsProgress = isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb"
    let mayColor = (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
    isColored = mayColor && isatty(STDERR_FILENO) == 1
    answersAreColored = mayColor && isatty(STDOUT_FILENO) == 1
    isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }
}

/// The command `gf`.
struct Tool {
  /// How many findings are printed as text; what is no script at all has one on every line.
  static let shownFindings = 200

  let environment: Environment

  /// Does what `words` ask.
  func run(_ words: [String]) -> ExitStatus {
    var language = environment.language
    do throws(UsageProblem) {
      let arguments = try Arguments(words.isEmpty && environment.isInteractive ? ["repl"] : words)
      language = arguments.language ?? language
      switch arguments.verb {
      case .help: try help(arguments.topics, language)
      case .version: try print(version + "\n")
      case .run:
        if arguments.isWatching { watch(arguments, language) }
        return try answer(arguments, language, readFile)
      case .check: return try check(arguments, language)
      case .repl: return try explore(arguments, language)
      }
      return .fine
    } catch {
      return fail(error, language)
    }
  }

  /// Explains the command line, or the words of the language that `topics` name.
  private func help(_ topics: [String], _ language: Language) throws(UsageProblem) {
    if topics.isEmpty { return try print(helpText[language]) }
    var entries: [ManualEntry] = []
    for topic in topics {
      let found = ManualEntry.named(topic)
      if found.isEmpty {
        let names = ManualEntry.all.flatMap { [$0.name.english, $0.name.chinese] }
        throw .unknownTopic(topic, nearest: nearestNames(to: topic, among: names, atMost: 3))
      }
      entries += found
    }
    try print(manualText(entries, language))
  }

  /// Runs sampling on threads, shows how far it is, and lets Ctrl-C end it.
  func sampling(_ arguments: Arguments, _ language: Language) -> SamplingSupport {
    let line = environment.showsProgress ? ProgressLine(language) : nil
    return SamplingSupport(
      threads: arguments.threads ?? processorCount, run: onThreads,
      progress: { scenario, done, count in
        Interruption.enter(done < count ? .sampling : .other)
        line?.show(scenario, done, count)
      }, isInterrupted: { Interruption.isAsked })
  }

  /// Returns the session's findings as text, or as JSON where that is asked for.
  func findings(_ session: Session, _ arguments: Arguments, _ language: Language) -> String {
    let texts = Dictionary(session.texts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let renderer = DiagnosticRenderer(sources: texts, language: language, color: environment.isColored)
    if arguments.format == .json {
      return arguments.verb == .check || !session.diagnostics.isEmpty ? renderer.json(session.diagnostics) : ""
    }
    if session.diagnostics.isEmpty { return "" }
    let found = inReadingOrder(session.diagnostics)
    let shown = found.prefix(Tool.shownFindings)
    let rest = found.count - shown.count
    let more = Phrase("… and \(rest) more findings", "……另有 \(rest) 条")[language]
    return renderer.text(Array(shown)) + (rest > 0 ? more + "\n" : "") + renderer.summary(ofEachOnce: found) + "\n"
  }

  /// Says on standard error what is wrong with the command line or its output, and returns the status for it.
  func fail(_ problem: UsageProblem, _ language: Language) -> ExitStatus {
    let renderer = DiagnosticRenderer(sources: [:], language: language, color: environment.isColored)
    _ = write(renderer.text([problem.diagnostic]), to: STDERR_FILENO)
    return problem.status
  }

  /// Writes `text` to standard output.
  func print(_ text: String) throws(UsageProblem) {
    Interruption.enter(.writing)
    defer { Interruption.enter(.other) }
    if !write(text, to: STDOUT_FILENO) { throw .outputUnwritable(nil, String(cString: strerror(errno))) }
  }
}
