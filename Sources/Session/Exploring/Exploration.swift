import Evaluation
import Reporting
import Semantics
import Source
import Syntax

/// A session at a prompt, as a value: a line that fails leaves it as it was.
///
/// It has no terminal and no clock, and reads no file but through its access.
package struct Exploration: Sendable {
  /// The name of the line that is being taken, as findings give it.
  var lineName: String { "<\(lineCount)>" }

  /// How the session reads files.
  let files: FileAccess
  var state: ExplorationState
  /// The states before the lines that changed something, with these lines.
  var past: [(line: String, state: ExplorationState)] = []
  /// The sheets that have been read.
  var shelf = SheetShelf()
  /// The state as it was checked last; nil where it has changed since.
  var checked: CheckedState?
  /// Whether nobody waits any more for what is being answered.
  private var isGivenUp: (@Sendable () -> Bool)?
  /// What has been computed, and what it rests on.
  var computed: (evaluator: Evaluator, basis: EvaluationBasis)?
  /// How many texts there were.
  var textCount = 0
  private var lineCount = 0

  /// Creates a session with the settings of `input`, whose scripts are loaded by `begin`.
  package init(_ input: SessionInput, files: FileAccess, display: DisplaySettings = DisplaySettings()) {
    self.files = files
    state = ExplorationState(input: input, display: display)
    state.input.scripts = []
  }

  /// Returns the session as it is where what it answers can be given up: what is then being computed comes to an end early,
  /// and its answers are worth nothing.
  package func givenUp(when isGivenUp: @escaping @Sendable () -> Bool) -> Exploration {
    var exploration = self
    exploration.isGivenUp = isGivenUp
    exploration.computed?.evaluator.isGivenUp = isGivenUp
    return exploration
  }

  /// The language of answers and findings.
  package var language: Language { state.input.language }
  /// The scenario that questions are asked of; nil for `actual`.
  package var scenario: String? { state.scenario }

  /// How answers look.
  package var display: DisplaySettings { state.display }

  /// Whether `text` ends inside a statement, so that another line could complete it.
  package static func isUnfinished(_ text: String) -> Bool {
    if Command.isCommand(text) { return false }
    if let assumptions = WhatIfWord.assumptions(in: text) { return assumptions.isUnfinished }
    if endsInDocumentation(text) { return true }
    return parse(SourceText(id: SourceID(0), name: "", bytes: Array(text.utf8)), as: .prompt).isUnfinished
  }

  /// Whether the last line of `text` is about the statement below it.
  private static func endsInDocumentation(_ text: String) -> Bool {
    let last = text.split(separator: "\n", omittingEmptySubsequences: false).last
    return last?.drop { $0 == " " || $0 == "\t" }.hasPrefix("##") ?? false
  }

  /// Takes a line, of several lines of text where the first is unfinished, and answers it.
  package mutating func enter(_ line: String) -> Reply {
    if Command.isCommand(line) {
      do throws(CommandProblem) {
        return try obey(Command(line), line)
      } catch {
        return Reply(failure: [error.diagnostic], texts: [])
      }
    }
    lineCount += 1
    if let assumptions = WhatIfWord.assumptions(in: line) { return whatIf(assumptions, line) }
    return enterStatements(line)
  }

  /// Takes statements, or an expression with statements behind it.
  mutating func enterStatements(_ line: String) -> Reply {
    var loader = ScriptLoader(files: files, firstID: textCount)
    loader.load(line: Array(line.utf8), name: lineName)
    textCount += loader.texts.count
    return enter(loader, as: line)
  }

  /// Takes what `loader` has read of `line`.
  private mutating func enter(_ loader: ScriptLoader, as line: String) -> Reply {
    if loader.diagnostics.contains(where: \.preventsAnswers) {
      return Reply(failure: loader.diagnostics, texts: state.units.map(\.text) + loader.texts)
    }
    var units = loader.units.map { SessionUnit($0, origin: $0.isMain ? .line : .file) }
    guard var own = units.popLast(), !own.statements.isEmpty else {
      return Reply(failure: loader.diagnostics, texts: loader.texts)
    }
    own.scenario = state.scenario
    var hidden: [SessionUnit] = []
    if own.mentionsLastResult {
      guard let name = state.last.name else {
        let range = SourceRange(own.text.id, own.text.placesOfLastResult[0], own.text.placesOfLastResult[0] + 1)
        let problem = SessionProblem.noLastResult(isSeveral: state.last.isSeveral)
        return Reply(failure: [problem.diagnostic(at: .script(range))], texts: [own.text])
      }
      own.lastResult = name
      hidden = state.last.units
    }
    return commit(units + [own], own: own, hidden: hidden, line: line, loading: loader.diagnostics)
  }

  /// Adds `units` to the session, and answers the questions of `own`, one of them; where anything fails, nothing changes.
  mutating func commit(
    _ units: [SessionUnit], own: SessionUnit?, hidden: [SessionUnit], line: String, loading: [Diagnostic] = []
  ) -> Reply {
    var next = state
    let replaced = next.add(units)
    next.input.settings.removeAll { setting in
      units.contains { $0.origin == .line && $0.statements.contains { $0.key == .value(setting.name) } }
    }
    let checked = check(next, hidden: hidden, asked: own.map { [$0.text.id] } ?? [])
    var reply = Reply()
    reply.texts = checked.texts
    let found = loading + checked.diagnostics
    let errors = found.filter(\.preventsAnswers)
    if !errors.isEmpty {
      reply.diagnostics = errors + found.filter { !$0.preventsAnswers && !state.told.contains($0) }
      reply.remarks = remarks(onErrors: errors, outside: units)
      return reply
    }
    var evaluator = self.evaluator(of: checked, next.input)
    reply.document = Document(checked.program.answers(&evaluator, as: nil, checked.provenance))
    let all = found + newFindings(of: &evaluator, checked.program, about: units)
    reply.diagnostics = all.filter { !next.told.contains($0) || $0.preventsAnswers }
    next.told.formUnion(reply.diagnostics)
    reply.remarks = remarks(on: replaced, checked.program) + remarksOnTargets(of: units.filter { $0.origin == .line })
    guard reply.hasSucceeded else { return reply }
    next.settle(own, hidden)
    computed = (evaluator, checked.basis)
    if units.allSatisfy({ $0.declarations.isEmpty && $0.origin == .line }) {
      // A question changes nothing that could be taken back.
      state = next
    } else {
      change(to: next, by: line)
    }
    return reply
  }

  /// How many lines can be taken back.
  private static let mostUndone = 1_000

  /// Makes `next` the session's state, which `line` made of it.
  mutating func change(to next: ExplorationState, by line: String) {
    past.append((line, state))
    if past.count > Self.mostUndone { past.removeFirst() }
    state = next
    checked = nil
  }

  /// Returns the state as checked.
  mutating func checkedState() -> CheckedState {
    let current = checked ?? check(state)
    checked = current
    return current
  }

  /// Returns the answers to `text`, questions that the session asks by itself; none where something is wrong.
  mutating func answers(to text: String) -> [Block] {
    var loader = ScriptLoader(files: files, firstID: textCount)
    loader.load(line: Array(text.utf8), name: "")
    textCount += loader.texts.count
    guard let unit = loader.units.last else { return [] }
    var asked = state
    asked.units.append(SessionUnit(unit, origin: .line))
    let checked = check(asked, asked: [unit.text.id])
    if checked.diagnostics.contains(where: \.preventsAnswers) { return [] }
    var evaluator = self.evaluator(of: checked, state.input)
    return checked.program.answers(&evaluator, as: nil, checked.provenance)
  }

  /// Returns an evaluator of `checked` that has what has been computed before and still holds.
  func evaluator(of checked: CheckedState, _ input: SessionInput) -> Evaluator {
    var evaluator = Evaluator(
      program: checked.program, catalogue: checked.sheets.catalogue, texts: checked.texts, language: input.language)
    if let computed {
      evaluator.take(computed.basis.kept(over: checked.basis), from: computed.evaluator)
    }
    evaluator.sampling = Sampling(input, checked.program)
    if let isGivenUp {
      evaluator.isGivenUp = isGivenUp
      evaluator.sampling.isInterrupted = isGivenUp
      if let tell = evaluator.sampling.progress {
        evaluator.sampling.progress = { if !isGivenUp() { tell($0) } }
      }
    }
    evaluator.gathersSamples()
    evaluator.ledgerSource = ledgerEntries
    return evaluator
  }
}

extension ExplorationState {
  /// Lets the declarations of `own` stand, keeps its questions for the script of the session, and lets `_` be its result.
  fileprivate mutating func settle(_ own: SessionUnit?, _ hidden: [SessionUnit]) {
    guard let own, let position = units.firstIndex(where: { $0.text.id == own.text.id }) else { return }
    units[position].statements = own.declarations
    if own.declarations.isEmpty {
      units.remove(at: position)
    } else if !hidden.isEmpty {
      // What is declared by way of `_` goes on to mean what `_` meant.
      let known = Set(units.map(\.text.id))
      units.insert(contentsOf: hidden.filter { !known.contains($0.text.id) }, at: position)
    }
    if !own.questions.isEmpty {
      var question = own
      question.statements = own.questions
      question.hidden = hidden
      asked.append(question)
    }
    last = LastResult(of: own, before: last) ?? last
  }
}
