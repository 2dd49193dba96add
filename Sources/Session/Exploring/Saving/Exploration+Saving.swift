import Semantics
import Source
import Syntax

extension Exploration {
  /// Asks for the session to be written as a script to the file at `path`.
  mutating func save(_ path: String, mayReplace: Bool) throws(CommandProblem) -> Reply {
    let path = path.unquoted
    if path.isEmpty { throw .needsArgument(mayReplace ? .replace : .save) }
    return Reply(effect: .save(path: path, text: script(for: folder(of: path)), mayReplace: mayReplace))
  }

  /// Returns the session as a script in `folder`: what its files and lines declare, then the questions that were asked.
  ///
  /// A question that what was declared since makes meaningless stands there as a comment.
  mutating func script(for folder: String) -> String {
    let script = ScriptText(folder: folder, settings: state.input.settings)
    var parts: [String] = []
    let options = optionsText
    if !options.isEmpty { parts.append("# gf run …\(options)") }
    var followsLine = false
    for unit in state.units where unit.qualifier == nil {
      // What an import without a name brings stands here itself, so that what replaced some of it can stand beside it.
      let declared = unit.declarations.filter { statement in
        if case .importing(let syntax) = statement.form { syntax.name != nil } else { true }
      }
      let written = declared.map { script.declaration($0, in: unit) }
      if written.isEmpty { continue }
      let text = written.joined(separator: "\n")
      if unit.origin == .line, followsLine { parts[parts.count - 1] += "\n" + text } else { parts.append(text) }
      followsLine = unit.origin == .line
    }
    let hidden = hiddenUnitsNeeded()
    if !hidden.isEmpty {
      parts.append(
        hidden.flatMap { unit in unit.statements.map { script.declaration($0, in: unit) } }.joined(separator: "\n"))
    }
    var questions: [String] = []
    for unit in state.asked {
      let isAnswered = holds(unit)
      for question in unit.questions {
        let text = script.question(question, in: unit)
        questions.append(
          isAnswered ? text : text.split(separator: "\n").map { "# \($0)" }.joined(separator: "\n"))
      }
    }
    if !questions.isEmpty { parts.append(questions.joined(separator: "\n")) }
    return parts.map { $0 + "\n" }.joined(separator: "\n")
  }

  /// The options with which a run of the script gives the same numbers; empty where there are none.
  private var optionsText: String {
    (state.input.samples.map { " --samples \($0)" } ?? "") + (state.input.seed.map { " --seed \($0)" } ?? "")
      + state.input.data.map { " --data \($0.name)=\($0.path)" }.joined()
  }

  /// Returns the hidden aliases that `_` stands for in questions, which no declaration keeps, in order.
  private func hiddenUnitsNeeded() -> [SessionUnit] {
    var needed: [SessionUnit] = []
    var known = Set(state.units.map(\.text.id))
    for unit in state.asked.flatMap(\.hidden) where known.insert(unit.text.id).inserted { needed.append(unit) }
    return needed
  }

  /// Whether the questions of `unit` can still be asked.
  private mutating func holds(_ unit: SessionUnit) -> Bool {
    var asked = state
    asked.units.append(unit)
    let checked = check(asked, hidden: unit.hidden, asked: [unit.text.id])
    return !checked.diagnostics.contains(where: \.preventsAnswers)
  }
}
