import Evaluation
import Reporting
import Semantics
import Source

extension Exploration {
  /// Loads `scripts`, which the user named: their declarations hold, and `:run` answers their questions.
  package mutating func load(_ scripts: [SessionInput.Script], line: String = "") -> Reply {
    var loader = ScriptLoader(files: files, firstID: textCount)
    for script in scripts { loader.load(script) }
    textCount += loader.texts.count
    // A file that cannot be read now is read by the next reload.
    for script in scripts where !state.files.contains(script.path) { state.files.append(script.path) }
    if loader.diagnostics.contains(where: \.preventsAnswers) {
      return Reply(failure: loader.diagnostics, texts: loader.texts)
    }
    let units = loader.units.map { SessionUnit($0, origin: .file) }
    var reply = commit(units, own: nil, hidden: [], line: line, loading: loader.diagnostics)
    let main = Set(loader.units.filter(\.isMain).map(\.text.id))
    let count = units.filter { main.contains($0.text.id) }.flatMap(\.questions).count
    if reply.hasSucceeded, count > 0 {
      reply.remarks.append(
        Phrase(
          "\(count) \(count == 1 ? "question stands" : "questions stand") there; :run answers \(count == 1 ? "it" : "them")",
          "其中有 \(count) 个问题，:运行 可逐一回答"))
    }
    return reply
  }

  /// Loads the script at `path`.
  mutating func load(_ path: String, _ line: String) throws(CommandProblem) -> Reply {
    if path.isEmpty { throw .needsArgument(.load) }
    return read([path.unquoted]) { $0.load($1, line: line) }
  }

  /// Reads all scripts and sheets again.
  mutating func reload(_ line: String) throws(CommandProblem) -> Reply {
    let old = shelf
    shelf.clear()
    if state.files.isEmpty {
      let reply = commit([], own: nil, hidden: [], line: line)
      if !reply.hasSucceeded { shelf = old }
      return reply
    }
    let reply = read(state.files) { $0.load($1, line: line) }
    if !reply.hasSucceeded { shelf = old }
    return reply
  }

  /// Reads the scripts at `paths` and gives them to `then`.
  private mutating func read(
    _ paths: [String], _ then: (inout Exploration, [SessionInput.Script]) -> Reply
  ) -> Reply {
    var scripts: [SessionInput.Script] = []
    for path in paths {
      switch files.script(path) {
      case .success(let bytes): scripts.append(.init(path: path, bytes: Array(bytes)))
      case .failure(let failure): return Reply(failure: [failure.problem(path).finding(at: .command)], texts: [])
      }
    }
    return then(&self, scripts)
  }

  /// Answers the questions of the scripts that are loaded.
  mutating func run() throws(CommandProblem) -> Reply {
    let main = Set(state.files)
    var asked = state
    for index in asked.units.indices { asked.units[index].scenario = state.scenario }
    let units = asked.units.filter { $0.origin == .file && $0.qualifier == nil && main.contains($0.text.name) }
    if units.isEmpty { throw .nothingLoaded }
    let checked = check(asked, asked: Set(units.map(\.text.id)))
    var reply = Reply()
    reply.texts = checked.texts
    reply.diagnostics = checked.diagnostics.filter { $0.preventsAnswers || !state.told.contains($0) }
    guard reply.hasSucceeded else { return reply }
    var evaluator = self.evaluator(of: checked, state.input)
    reply.document = Document(checked.program.answers(&evaluator, as: nil, checked.provenance))
    reply.diagnostics += newFindings(of: &evaluator, checked.program, about: units).filter { !state.told.contains($0) }
    state.told.formUnion(reply.diagnostics)
    computed = (evaluator, checked.basis)
    return reply
  }
}

extension String {
  /// The text without quotes around it.
  var unquoted: String {
    for quote in ["'", "\""] where count > 1 && hasPrefix(quote) && hasSuffix(quote) {
      return String(dropFirst().dropLast())
    }
    return self
  }
}
