import Glibc
import Reporting
import Session
import Source

/// Reads the file at a path; what a run reads can be remembered by way of it.
typealias FileReader = @Sendable (_ path: String) -> Result<Bytes, FileAccess.Failure>

extension Tool {
  /// Answers the scripts of `arguments`, which `read` reads, once.
  func answer(
    _ arguments: Arguments, _ language: Language, _ read: @escaping FileReader
  ) throws(UsageProblem) -> ExitStatus {
    let times = arguments.saysTimes ? StageTimes() : nil
    let session = try session(arguments, language, times, read)
    // What tools read holds derivations in full, what people read does not.
    let shown = Answers(session, inFull: arguments.format == .json)
    if session.canAnswer {
      times?.enter(.print)
      let document = arguments.reports.isEmpty ? shown.document : shown.document.withoutReports
      // Where all went to a report, an empty answer would say that there was none.
      if arguments.reports.isEmpty || !document.blocks.isEmpty {
        let answers = render(
          document, as: arguments.format, language: language, color: environment.answersAreColored, width: nil)
        try print(arguments.hasByteOrderMark && arguments.format == .csv ? byteOrderMark + answers : answers)
      }
      try writeReports(of: session, shown, arguments, language)
    }
    var remarks = findings(shown.session, arguments, language)
    if arguments.format == .csv { remarks = notes(of: shown.document, language: language) + remarks }
    if let times { remarks += times.report(language, threads: arguments.threads ?? processorCount) }
    _ = write(remarks, to: STDERR_FILENO)
    if !arguments.isWatching { keepUntilExit(shown) }
    return shown.session.status
  }

  /// Says what is wrong with the scripts of `arguments`.
  func check(_ arguments: Arguments, _ language: Language) throws(UsageProblem) -> ExitStatus {
    var session = try session(arguments, language, nil, readFile)
    session.findVacuities()
    let findings = findings(session, arguments, language)
    if arguments.format == .json {
      try print(findings)
    } else {
      _ = write(findings, to: STDERR_FILENO)
    }
    keepUntilExit(session)
    return session.status
  }

  private func writeReports(
    of session: Session, _ shown: Answers, _ arguments: Arguments, _ language: Language
  ) throws(UsageProblem) {
    var answers = [shown]
    for (path, format) in arguments.reports {
      let inFull = format == .text(.json)
      if !answers.contains(where: { $0.isInFull == inFull }) { answers.append(Answers(session, inFull: inFull)) }
      guard let document = answers.first(where: { $0.isInFull == inFull })?.document.reports else { continue }
      Interruption.enter(.writing)
      defer { Interruption.enter(.other) }
      let mark = arguments.hasByteOrderMark && format == .text(.csv) ? Array(byteOrderMark.utf8) : []
      if let reason = writeWhole(mark + encode(document, as: format, language: language), to: path) {
        throw .outputUnwritable(path, reason)
      }
      _ = write(Phrase("wrote \(path)\n", "已写入 \(path)\n")[language], to: STDERR_FILENO)
    }
  }

  /// Reads and checks what `arguments` name.
  private func session(
    _ arguments: Arguments, _ language: Language, _ times: StageTimes?, _ read: @escaping FileReader
  ) throws(UsageProblem) -> Session {
    var input = try input(arguments, language, read)
    input.readsOnlyNamed = true
    if let times { input.enter = { times.enter($0) } }
    let folders = AllowedFolders(scripts: arguments.scripts, allowed: arguments.folders)
    return Session(input, files: folders.access(read))
  }

  /// Reads the scripts that `arguments` name.
  func input(
    _ arguments: Arguments, _ language: Language, _ read: FileReader
  ) throws(UsageProblem) -> SessionInput {
    var scripts: [SessionInput.Script] = []
    for path in arguments.scripts {
      switch read(path) {
      case .success(let bytes): scripts.append(.init(path: path, bytes: bytes.array))
      case .failure(.unreadable(let reason)): throw .scriptUnreadable(path, reason)
      case .failure(.notFound), .failure(.notAllowed): throw .scriptNotFound(path)
      }
    }
    var input = SessionInput(
      scripts: scripts, data: arguments.data, settings: arguments.settings, language: language,
      isStrict: arguments.isStrict, samples: arguments.samples, seed: arguments.seed,
      isReporting: !arguments.reports.isEmpty, sampling: sampling(arguments, language))
    if environment.showsProgress {
      let line = ProgressLine(language)
      input.readingProgress = { line.show($0) }
    }
    return input
  }
}

/// The character before a text by which spreadsheets know that it is UTF-8.
private let byteOrderMark = "\u{FEFF}"

/// What a session answers, with the findings made on the way.
private struct Answers {
  let isInFull: Bool
  let session: Session
  let document: Document

  init(_ session: Session, inFull: Bool) {
    var session = session
    isInFull = inFull
    document = session.answer(inFull: inFull)
    self.session = session
  }
}
