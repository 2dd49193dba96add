import Reporting
import Session
import Source

/// What a session made of a script in memory.
package struct ScriptRun: Sendable {
  /// The answers.
  package let document: Document
  /// The findings.
  package let diagnostics: [Diagnostic]
  /// The status that a process would end with.
  package let status: ExitStatus
  private let texts: [SourceText]
  package let language: Language

  /// Runs `script`, which is called `case.gf`, with `files` beside it; derivations are `inFull` for tools.
  package init(
    _ script: [UInt8], files: [String: String] = [:], settings: [(name: String, value: String)] = [],
    data: [(name: String, path: String)] = [], language: Language = .english, isStrict: Bool = false,
    inFull: Bool = false, samples: Int? = nil, seed: UInt64? = nil
  ) {
    var input = SessionInput(
      scripts: [.init(path: "case.gf", bytes: script)], data: data, settings: settings, language: language,
      isStrict: isStrict, samples: samples, seed: seed)
    // As the command does.
    input.readsOnlyNamed = true
    var session = Session(input, files: memory(files))
    document = session.answer(inFull: inFull)
    diagnostics = session.diagnostics
    status = session.status
    texts = session.texts
    self.language = language
  }

  /// Runs `script` with the options of a command line.
  package init(_ script: String, files: [String: String], options: [String], language: Language) {
    var settings: [(name: String, value: String)] = []
    var data: [(name: String, path: String)] = []
    var isStrict = false
    var samples: Int?
    var seed: UInt64?
    var words = options[...]
    while let option = words.popFirst() {
      switch option {
      case "--strict": isStrict = true
      case "--samples": samples = words.popFirst().flatMap { Int($0) }
      case "--seed": seed = words.popFirst().flatMap { UInt64($0) }
      case "--set": settings.append(Self.pair(words.popFirst()))
      case "--data":
        let (name, path) = Self.pair(words.popFirst())
        data.append((name, path))
      default: preconditionFailure("a case has the option \(option)")
      }
    }
    self.init(
      Array(script.utf8), files: files, settings: settings, data: data, language: language, isStrict: isStrict,
      samples: samples, seed: seed)
  }

  /// Returns the answers in `format`.
  package func answers(_ format: OutputFormat = .text) -> String {
    document.blocks.isEmpty ? "" : render(document, as: format, language: language)
  }

  /// The findings as text.
  package var findings: String {
    if diagnostics.isEmpty { return "" }
    let sources = Dictionary(texts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return DiagnosticRenderer(sources: sources, language: language).text(diagnostics)
  }

  private static func pair(_ word: String?) -> (String, String) {
    let parts = (word ?? "").split(separator: "=", maxSplits: 1).map(String.init)
    precondition(parts.count == 2, "a case has the setting \(word ?? "")")
    return (parts[0], parts[1])
  }
}

/// Returns access to `files` alone; a name that begins with `..` lies outside, and `locked` cannot be read.
package func memory(_ files: [String: String]) -> FileAccess {
  FileAccess { path, _ in
    if let text = files[path] { return .success(Array(text.utf8)) }
    if path.hasPrefix("..") { return .failure(.notAllowed) }
    return .failure(path.hasPrefix("locked") ? .unreadable("Permission denied") : .notFound)
  }
}

extension ScriptRun {
  /// Returns the numbers of each table, row by row; nil for a missing cell.
  package var numbers: [[Double?]] { document.numbers }
}

extension Document {
  /// Returns the numbers of each table, row by row; nil for a missing cell.
  package var numbers: [[Double?]] {
    blocks.map { block in
      guard case .table(let table) = block.content else { return [] }
      return table.rows.flatMap(\.cells).compactMap { cell -> Double?? in
        switch cell {
        case .number(let value, _): .some(value)
        case .missing: .some(nil)
        case .text, .phrase, .truth, .sparkline, .empty: nil
        }
      }
    }
  }
}
