import Source

extension Exploration {
  /// Loads `scripts`, which the user named: their declarations hold, and their questions can be asked by `:run`.
  package mutating func load(_ scripts: [SessionInput.Script]) -> Reply {
    var loader = ScriptLoader(files: files, firstID: textCount)
    for script in scripts { loader.load(script) }
    textCount += loader.texts.count
    if loader.diagnostics.contains(where: \.preventsAnswers) {
      return Reply(failure: loader.diagnostics, texts: loader.texts)
    }
    let units = loader.units.map { SessionUnit($0, origin: .file) }
    var reply = commit(units, asking: nil, hidden: [], line: "", loading: loader.diagnostics)
    guard reply.hasSucceeded else { return reply }
    for script in scripts where !state.files.contains(script.path) { state.files.append(script.path) }
    let count = units.flatMap(\.questions).count
    if count > 0 {
      reply.remarks.append(
        Phrase(
          "\(count) \(count == 1 ? "question" : "questions") not answered: :run answers", "有 \(count) 个问题未回答，可用 :运行"))
    }
    return reply
  }
}
