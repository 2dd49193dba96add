import Session
import Source
import Syntax
import TestSupport
import Testing

/// What is entered line by line gives the numbers that a script of the same statements gives.
@Suite struct ExplorationLawTests {
  /// The cases of the corpora whose script is answered without an error, with no options.
  static let cases = SessionCorpus.cases.filter { corpusCase in
    corpusCase.options.isEmpty && !corpusCase.isKnownIssue
      && !corpusCase.run().diagnostics.contains { $0.severity == .error && $0.code != .ruleFailed }
  }

  @Test(arguments: cases)
  func linesGiveTheNumbersOfTheScript(_ corpusCase: CorpusCase) throws {
    let statements = statements(of: corpusCase.script)
    // A line may use only what is declared by then, a script whatever it declares.
    var open = statements.filter { !$0.isQuestion }.map(\.text)
    var declared: [String] = []
    var exploration = Exploration(SessionInput(scripts: []), files: memory(corpusCase.files))
    while !open.isEmpty {
      var rest: [String] = []
      for line in open {
        let reply = exploration.enter(line)
        if reply.hasSucceeded { declared.append(line) } else { rest.append(line) }
        // A script holds two rules of one name, a session the later.
        if reply.remarks.contains(where: { $0.english.contains("redefined") }) { return }
      }
      try #require(rest.count < open.count, "no line of these can be entered: \(rest)")
      open = rest
    }
    for question in statements where question.isQuestion {
      let reply = exploration.enter(question.text)
      // Where a scenario ends, and what the ledger tells of, follows from all questions of a script.
      let script = ScriptRun(
        Array((declared + [question.text]).joined(separator: "\n").utf8), files: corpusCase.files)
      let fails = script.diagnostics.contains { $0.severity == .error && $0.code != .ruleFailed }
      #expect(reply.hasSucceeded != fails, "\(question.text)")
      #expect(reply.document.numbers == script.document.numbers, "\(question.text)")
    }
  }

  private func statements(of script: String) -> [(text: String, isQuestion: Bool)] {
    let source = SourceText(id: SourceID(0), name: "case.gf", bytes: Array(script.utf8))
    return parse(source).script.statements.map { statement in
      let isQuestion =
        switch statement.form {
        case .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression: true
        case .use, .importing, .unit, .parameter, .indicator, .alias, .aggregate, .target, .same, .hierarchy, .set,
          .scenario, .rule, .correlate:
          false
        }
      return (source.text(in: statement.range), isQuestion)
    }
  }
}
