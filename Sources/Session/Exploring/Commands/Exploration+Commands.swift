import Reporting
import Semantics
import Source
import Syntax

extension Exploration {
  /// Does what `command`, entered as `line`, says.
  mutating func obey(_ command: Command, _ line: String) throws(CommandProblem) -> Reply {
    if command.name.argument.english.isEmpty, !command.argument.isEmpty { throw .takesNoArgument(command.name) }
    switch command.name {
    case .help:
      return Reply(effect: .help(command.argument.split(whereSeparator: \.isWhitespace).map(String.init)))
    case .list: return try list(command.argument)
    case .info: return try info(command.argument)
    case .search: return try search(command.argument)
    case .explain: return try explain(command.argument)
    case .whatif:
      guard let assumptions = WhatIfWord.assumptions(in: "\(WhatIfWord.phrase.english) \(command.argument)") else {
        throw .needsArgument(.whatif)
      }
      return whatIf(assumptions, line)
    case .load: return try load(command.argument, line)
    case .reload: return try reload(line)
    case .run: return try run()
    case .save: return try save(command.argument, mayReplace: false)
    case .replace: return try save(command.argument, mayReplace: true)
    case .scenario: return try follow(command.argument, line)
    case .set: return try set(command.argument, line)
    case .time: return Reply(effect: .toggleTime)
    case .undo: return undo()
    case .quit: return Reply(effect: .quit)
    }
  }

  /// Takes the last change back.
  private mutating func undo() -> Reply {
    guard let last = past.popLast() else { return Reply(Phrase("there is nothing to take back", "没有可撤销的改动")) }
    // Questions that were asked since stay asked.
    let (asked, result) = (state.asked, state.last)
    state = last.state
    (state.asked, state.last) = (asked, result)
    checked = nil
    let line = last.line.split(separator: "\n").joined(separator: " ")
    return Reply(Phrase("taken back: \(line)", "已撤销：\(line)"))
  }

  /// Lets everything be answered under the scenario called `name`, or shows which there are.
  private mutating func follow(_ name: String, _ line: String) throws(CommandProblem) -> Reply {
    let choices = checkedState().program.scenarios.map(\.id.word)
    if name.isEmpty {
      let current = state.scenario ?? ScenarioID.actual.word
      let all = ["actual", "plan"] + choices
      let phrases = all.map { WordList.scenario.phrase($0) }
      let now = WordList.scenario.phrase(current)
      return Reply(
        Phrase(
          "answers are under \(now.english); there are: \(phrases.map(\.english).joined(separator: ", "))",
          "当前情景为“\(now.chinese)”；现有：\(phrases.map(\.chinese).joined(separator: "、"))"))
    }
    let bare = name.unquoted
    let word = WordList.scenario.find(bare) ?? bare
    guard ["actual", "plan"].contains(word) || choices.contains(word) else {
      throw .unknownScenario(bare, choices: ["actual", "plan"] + choices)
    }
    var next = state
    next.scenario = word == "actual" ? nil : word
    change(to: next, by: line)
    return Reply()
  }

  /// Shows the settings, or changes the one that `argument` names.
  private mutating func set(_ argument: String, _ line: String) throws(CommandProblem) -> Reply {
    let words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = words.first else {
      let columns = [
        Column(Phrase("setting", "设置项")), Column(Phrase("value", "值")), Column(Phrase("meaning", "含义")),
        Column(Phrase("it can be", "可取")),
      ]
      let rows = SessionSetting.allCases.map { setting in
        Row([
          .phrase(setting.name), .phrase(setting.value(in: state)), .phrase(setting.summary),
          .text(setting.choices.joined(separator: ", ")),
        ])
      }
      return Reply([Block(.table(Table(columns: columns, rows: rows)))])
    }
    guard let setting = SessionSetting.allCases.first(where: { [$0.name.english, $0.name.chinese].contains(word) })
    else { throw .unknownSetting(word, choices: SessionSetting.allCases.map(\.name)) }
    guard words.count == 2 else {
      if words.count == 1 { throw .valueMissing(setting.name, choices: setting.choices) }
      throw .badValue(setting.name, words.dropFirst().joined(separator: " "), choices: setting.choices)
    }
    var next = state
    try setting.change(&next, to: words[1])
    change(to: next, by: line)
    return Reply()
  }

  /// Says where the value of `text` comes from, or where it is empty, that of the last result.
  private mutating func explain(_ text: String) throws(CommandProblem) -> Reply {
    if !text.isEmpty { return enter("explain \(text)") }
    guard var unit = state.last.units.last, case .alias(let alias)? = unit.statements.first?.form else {
      throw .nothingToExplain
    }
    let question = ExplainSyntax(expression: alias.formula, filter: nil, scenario: nil, asOf: nil)
    unit.statements = [StatementSyntax(.explain(question), range: alias.formula.range, documentation: nil)]
    unit.scenario = state.scenario
    var asked = state
    asked.units.append(unit)
    let checked = check(asked, hidden: state.last.units.dropLast(), asked: [unit.text.id])
    var reply = Reply()
    reply.texts = checked.texts
    reply.diagnostics = checked.diagnostics.filter(\.preventsAnswers)
    guard reply.hasSucceeded else { return reply }
    var evaluator = self.evaluator(of: checked, state.input)
    reply.document = Document(checked.program.answers(&evaluator, as: nil, checked.provenance))
    reply.diagnostics = evaluator.diagnostics.filter { !state.told.contains($0) }
    return reply
  }
}
