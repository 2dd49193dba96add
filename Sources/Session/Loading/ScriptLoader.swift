import Semantics
import Source
import Syntax

/// A `use` statement with where it stands.
struct SheetUse: Hashable {
  let syntax: UseSyntax
  let range: SourceRange
  /// The folder that the path is relative to.
  let folder: String
}

/// Reads scripts and what they import, each file once.
struct ScriptLoader {
  private let files: FileAccess
  /// Who shares the reading of long scripts.
  private let workers: Workers
  private(set) var units: [ScriptUnit] = []
  private(set) var texts: [SourceText] = []
  private(set) var uses: [SheetUse] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a sheet is not read because the script does not say which.
  private(set) var hasSkippedSheet = false
  /// The scripts that have been read, by path and the name they were imported under.
  private var loaded: Set<[String]> = []
  private let firstID: Int

  /// Creates a loader; the texts that it reads are numbered from `firstID` on.
  init(files: FileAccess, workers: Workers = Workers(), firstID: Int = 0) {
    self.files = files
    self.workers = workers
    self.firstID = firstID
  }

  /// The names that `same` statements say are one thing, of indicators and of members alike.
  var sameNames: [[String]] {
    units.flatMap { unit in
      unit.syntax.statements(of: .same).compactMap { statement in
        if case .same(let same) = statement.form { same.names.map(\.last.text) } else { nil }
      }
    }
  }

  /// Reads a script that the user gave.
  mutating func load(_ script: SessionInput.Script) {
    let path = script.path == "-" ? "-" : script.path
    guard loaded.insert([path, ""]).inserted else { return }
    load(bytes: script.bytes, path: path, as: .script, qualifier: nil, isMain: true, chain: [path])
  }

  /// Reads a line of a prompt, which is called `name`, and what it imports.
  mutating func load(line: [UInt8], name: String) {
    load(bytes: line, path: name, as: .prompt, qualifier: nil, isMain: true, chain: [name])
  }

  /// Parses `text` as one value, such as that of a parameter on the command line.
  mutating func value(_ text: String, named name: String) -> ExpressionSyntax? {
    let source = add(Array(text.utf8), name: "--set \(name)")
    let parsed = parse(source, as: .prompt)
    guard parsed.diagnostics.isEmpty, parsed.script.statements.count == 1 else { return nil }
    guard case .expression(let expression) = parsed.script.statements[0].form else { return nil }
    return expression
  }

  private mutating func add(_ bytes: [UInt8], name: String) -> SourceText {
    let source = SourceText(id: SourceID(UInt32(clamping: firstID + texts.count)), name: name, bytes: bytes)
    texts.append(source)
    return source
  }

  private mutating func load(
    bytes: [UInt8], path: String, as entry: Entry, qualifier: String?, isMain: Bool, chain: [String]
  ) {
    let source = add(bytes, name: path)
    guard source.isUTF8(workers) else {
      diagnostics.append(SessionProblem.notUTF8(path).diagnostic(at: .file(path)))
      return
    }
    let parsed = entry == .script ? readScript(source, workers) : parse(source, as: entry).withoutTree
    diagnostics += parsed.diagnostics
    let folder = folder(of: path)
    for statement in parsed.script.statements(of: .use, .importing) {
      switch statement.form {
      case .use(let use):
        // A file name with an expression in it has been reported; no file has the name that is left.
        if parsed.diagnostics.contains(where: { $0.isInside(use.file.range) }) {
          hasSkippedSheet = true
        } else {
          uses.append(SheetUse(syntax: use, range: statement.range, folder: folder))
        }
      case .importing(let other): load(other, folder, qualifier, chain)
      default: break
      }
    }
    units.append(ScriptUnit(syntax: parsed.script, text: source, qualifier: qualifier, isMain: isMain))
  }

  private mutating func load(_ syntax: ImportSyntax, _ folder: String, _ qualifier: String?, _ chain: [String]) {
    guard let file = syntax.file.plain else { return }
    let path = file.hasPrefix("/") ? file : folder + file
    let site = Site.script(syntax.file.range)
    if let start = chain.firstIndex(of: path) {
      diagnostics.append(SessionProblem.importCircle(chain[start...] + [path]).diagnostic(at: site))
      return
    }
    let name = [qualifier, syntax.name?.text].compactMap { $0 }.joined(separator: ".")
    guard loaded.insert([path, name]).inserted else { return }
    switch files.read(file, folder) {
    case .success(let bytes):
      load(
        bytes: bytes.array, path: path, as: .script, qualifier: name.isEmpty ? nil : name, isMain: false,
        chain: chain + [path])
    case .failure(let failure): diagnostics.append(failure.problem(file).diagnostic(at: site))
    }
  }
}

extension Diagnostic {
  /// Whether the finding is about a part of `range`.
  fileprivate func isInside(_ range: SourceRange) -> Bool {
    guard case .script(let own) = site else { return false }
    return own.source == range.source && own.start >= range.start && own.end <= range.end
  }
}

extension FileAccess.Failure {
  /// The problem that the failure to read `path` is.
  func problem(_ path: String) -> SessionProblem {
    switch self {
    case .notFound: .fileNotFound(path)
    case .notAllowed: .fileNotAllowed(path)
    case .unreadable(let reason): .fileUnreadable(path, reason)
    }
  }
}
