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
    let input = SessionInput(scripts: [])
    var exploration = Exploration(input, files: memory(corpusCase.files))
    var replaces = false
    while !open.isEmpty {
      let rest = open.filter { line in
        let reply = exploration.enter(line)
        replaces = replaces || !reply.remarks.isEmpty && reply.hasSucceeded
        return !reply.hasSucceeded
      }
      try #require(rest.count < open.count, "no line of these can be entered: \(rest)")
      open = rest
    }
    // A script holds two rules of one name, a session the later.
    if replaces { return }
    var numbers: [[Double?]] = []
    for question in statements where question.isQuestion {
      let reply = exploration.enter(question.text)
      #expect(reply.hasSucceeded, "\(question.text): \(reply.diagnostics)")
      numbers += reply.document.numbers
    }
    #expect(numbers == corpusCase.run().numbers)
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
