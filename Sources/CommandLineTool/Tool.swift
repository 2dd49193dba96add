import Glibc
import Reporting
import Semantics
import Session
import Source

/// Does what `words` ask and ends the process with its status.
///
/// The work runs on a thread of its own with a large stack, which deeply nested input may need.
package func exit(withStatusOf words: [String]) -> Never {
  keepFreedMemory()
  Interruption.watch()
  let status = onLargeStack { Tool(environment: Environment()).run(Array(words.dropFirst())) }
  Glibc.exit(status.rawValue)
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

  init() {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    language = locale?.hasPrefix("zh") == true ? .chinese : .english
    showsProgress = isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb"
    let mayColor = (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
    isColored = mayColor && isatty(STDERR_FILENO) == 1
    answersAreColored = mayColor && isatty(STDOUT_FILENO) == 1
  }
}

/// The command `gf`.
struct Tool {
  /// How many findings are printed as text; what is no script at all has one on every line.
  private static let shownFindings = 200

  let environment: Environment

  /// Does what `words` ask.
  func run(_ words: [String]) -> ExitStatus {
    let arguments: Arguments
    do throws(UsageProblem) {
      arguments = try Arguments(words)
    } catch {
      return fail(error, environment.language)
    }
    let language = arguments.language ?? environment.language
    switch arguments.verb {
    case .help: return help(arguments.topics, language)
    case .version: return print(version + "\n")
    case .run, .check: break
    }
    var scripts: [SessionInput.Script] = []
    for path in arguments.scripts {
      switch readFile(path) {
      case .success(let bytes): scripts.append(.init(path: path, bytes: bytes))
      case .failure(.unreadable(let reason)): return fail(.scriptUnreadable(path, reason), language)
      case .failure(.notFound), .failure(.notAllowed): return fail(.scriptNotFound(path), language)
      }
    }
    let input = SessionInput(
      scripts: scripts, data: arguments.data, settings: arguments.settings, language: language,
      isStrict: arguments.isStrict, samples: arguments.samples, seed: arguments.seed,
      sampling: sampling(arguments, language))
    let folders = AllowedFolders(scripts: arguments.scripts, allowed: arguments.folders)
    var session = Session(input, files: folders.access)
    return arguments.verb == .run ? answer(&session, arguments, language) : check(&session, arguments, language)
  }

  /// Explains the command line, or the words of the language that `topics` name.
  private func help(_ topics: [String], _ language: Language) -> ExitStatus {
    if topics.isEmpty { return print(helpText[language]) }
    var entries: [ManualEntry] = []
    for topic in topics {
      let found = ManualEntry.named(topic)
      if found.isEmpty {
        let names = ManualEntry.all.flatMap { [$0.name.english, $0.name.chinese] }
        return fail(.unknownTopic(topic, nearest: nearestNames(to: topic, among: names, atMost: 3)), language)
      }
      entries += found
    }
    return print(manualText(entries, language))
  }

  /// Runs sampling on threads, shows how far it is, and lets Ctrl-C end it.
  private func sampling(_ arguments: Arguments, _ language: Language) -> SamplingSupport {
    let line = environment.showsProgress ? ProgressLine(language) : nil
    return SamplingSupport(
      threads: arguments.threads ?? processorCount, run: onThreads,
      progress: { scenario, done, count in
        Interruption.enter(done < count ? .sampling : .other)
        line?.show(scenario, done, count)
      }, isInterrupted: { Interruption.isAsked })
  }

  private func answer(_ session: inout Session, _ arguments: Arguments, _ language: Language) -> ExitStatus {
    let canAnswer = session.canAnswer
    let document = session.answer(inFull: arguments.format == .json)
    if canAnswer {
      let text = render(
        document, as: arguments.format, language: language, color: environment.answersAreColored, width: nil)
      if print(text) == .output { return .output }
    }
    var remarks = findings(session, arguments, language)
    if arguments.format == .csv { remarks = notes(of: document, language: language) + remarks }
    _ = write(remarks, to: STDERR_FILENO)
    return session.status
  }

  private func check(_ session: inout Session, _ arguments: Arguments, _ language: Language) -> ExitStatus {
    session.findVacuities()
    let findings = findings(session, arguments, language)
    if arguments.format == .json { return print(findings) == .output ? .output : session.status }
    _ = write(findings, to: STDERR_FILENO)
    return session.status
  }

  /// Returns the session's findings as text, or as JSON where that is asked for.
  private func findings(_ session: Session, _ arguments: Arguments, _ language: Language) -> String {
    let texts = Dictionary(session.texts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let renderer = DiagnosticRenderer(sources: texts, language: language, color: environment.isColored)
    if arguments.format == .json {
      return arguments.verb == .check || !session.diagnostics.isEmpty ? renderer.json(session.diagnostics) : ""
    }
    if session.diagnostics.isEmpty { return "" }
    let shown = inReadingOrder(session.diagnostics).prefix(Tool.shownFindings)
    let rest = session.diagnostics.count - shown.count
    let more = Phrase("… and \(rest) more findings", "……另有 \(rest) 条")[language]
    return renderer.text(Array(shown)) + (rest > 0 ? more + "\n" : "") + renderer.summary(session.diagnostics) + "\n"
  }

  private func fail(_ problem: UsageProblem, _ language: Language) -> ExitStatus {
    let renderer = DiagnosticRenderer(sources: [:], language: language, color: environment.isColored)
    _ = write(renderer.text([problem.diagnostic]), to: STDERR_FILENO)
    return .usage
  }

  private func print(_ text: String) -> ExitStatus {
    Interruption.enter(.writing)
    defer { Interruption.enter(.other) }
    return write(text, to: STDOUT_FILENO) ? .fine : .output
  }
}
