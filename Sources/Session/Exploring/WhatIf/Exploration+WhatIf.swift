import Evaluation
import Indicators
import Reporting
import Semantics
import Source
import Syntax

extension Exploration {
  /// Answers what `assumptions` would change, laid over the scenario that questions are asked of; the session stays as it is.
  mutating func whatIf(_ assumptions: AssumedText, _ line: String) -> Reply {
    let text = assumptions.text(SourceID(UInt32(clamping: textCount)), name: lineName)
    textCount += 1
    let parsed = parse(text)
    guard !parsed.diagnostics.contains(where: \.preventsAnswers),
      case .scenario(let scenario)? = parsed.script.statements.first?.form
    else { return assumptions.inLine(Reply(failure: parsed.diagnostics, texts: [text]), text) }
    let range = parsed.script.statements[0].range
    var syntax = WhatIfSyntax(scenario, over: state.scenario, range)
    var checked = check(of: syntax, text)
    if !checked.diagnostics.contains(where: \.preventsAnswers) {
      // Without a period of their own, the assumptions are looked at in the first one that they reach.
      var evaluator = self.evaluator(of: checked, state.input)
      if let last = evaluator.firstPeriodAssumed() {
        syntax.end(at: last)
        checked = check(of: syntax, text)
      }
    }
    var reply = Reply()
    reply.texts = checked.texts
    reply.diagnostics = checked.diagnostics.filter { $0.preventsAnswers || $0.isAbout(text.id) }
    guard reply.hasSucceeded, case .compare(var question)? = checked.program.questions.last else {
      return assumptions.inLine(reply, text)
    }
    question.mostCells = 1_000
    question.items.removeAll { item in
      if case .definition(let definition) = item.expression.form { checked.program.isHidden(definition) } else { false }
    }
    var evaluator = self.evaluator(of: checked, state.input)
    let isHeld = checked.program.scenarios.last { $0.range.source == text.id && $0.assumptions.isEmpty } != nil
    reply.document = Document(Reporting.whatIf(question, isHeld: isHeld, &evaluator))
    let found = evaluator.diagnostics + evaluator.assumptionFindings()
    reply.diagnostics += found.filter { $0.isAbout(text.id) }
    return assumptions.inLine(reply, text)
  }

  private mutating func check(of syntax: WhatIfSyntax, _ text: SourceText) -> CheckedState {
    var asked = state
    asked.units.append(
      SessionUnit(
        text: text, origin: .line, qualifier: nil, statements: syntax.statements, lastResult: state.last.name))
    return check(asked, hidden: text.placesOfLastResult.isEmpty ? [] : state.last.units, asked: [text.id])
  }
}

extension Diagnostic {
  /// Whether the finding is about a part of the text called `id`.
  fileprivate func isAbout(_ id: SourceID) -> Bool {
    if case .script(let range) = site { range.source == id } else { false }
  }
}
