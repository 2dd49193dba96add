import Indicators
import Semantics
import Session
import Source
import Syntax
import TestSupport
import Testing

/// Long scripts are checked in parts, one beside another; neither the size of the parts nor the number of workers may be
/// seen in what is found.
@Suite struct CheckingInPartsTests {
  @Test(arguments: SessionCorpus.cases) func partsFindWhatTheWholeDoes(_ corpusCase: CorpusCase) {
    let text = SourceText(id: SourceID(0), name: "case.gf", bytes: Array(corpusCase.script.utf8))
    let input = SessionInput(scripts: [.init(path: "case.gf", bytes: text.bytes)])
    let catalogue = Session(input, files: memory(corpusCase.files)).catalogue
    let unit = ScriptUnit(syntax: parse(text).script, text: text, qualifier: nil, isMain: true)
    let whole = check([unit], catalogue: catalogue, settings: [], partSize: .max)
    for (size, count) in [(1, 1), (1, 3), (2, 2), (5, 3)] {
      let parts = check(
        [unit], catalogue: catalogue, settings: [], workers: Workers(count: count, run: inTurns), partSize: size)
      #expect(parts.diagnostics == whole.diagnostics)
      #expect(summary(parts.program) == summary(whole.program))
    }
  }

  /// Names are declared at once where all are new, and in turn where one is taken; settings reach params either way.
  @Test(arguments: [
    "", "alias a = 2", "param targets = 1", "alias 指标 = 1", "scenario s { }\nscenario s { }", "alias e\u{301} = 1",
  ])
  func namesAreDeclaredAlike(_ last: String) throws {
    let script = "param g = 1\nalias a = g + h\nset s = [a]\nparam h = 2\naggregate m = sum(a)\nscenario t { }\n"
    let text = SourceText(id: SourceID(0), name: "names.gf", bytes: Array((script + last).utf8))
    let unit = ScriptUnit(syntax: parse(text).script, text: text, qualifier: nil, isMain: true)
    let value = SourceText(id: SourceID(1), name: "--set", bytes: Array("7".utf8))
    guard case .expression(let seven)? = parse(value, as: .prompt).script.statements.first?.form else {
      Issue.record("7 is an expression")
      return
    }
    let settings = ["h", "nothing"].map { ParameterSetting(name: $0, value: seven) }
    let catalogue = Session(SessionInput(scripts: []), files: memory([:])).catalogue
    let whole = check([unit], catalogue: catalogue, settings: settings, partSize: .max)
    let parts = check([unit], catalogue: catalogue, settings: settings, workers: Workers(count: 2), partSize: 2)
    #expect(parts.diagnostics == whole.diagnostics)
    #expect(summary(parts.program) == summary(whole.program))
    #expect(parts.program.parameters.map(\.isSet).prefix(2) == [false, true])
  }

  /// Workers that take their turns in another order than they are asked for.
  private var inTurns: @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void {
    { count, work in
      for worker in (0..<count).reversed() { work(worker) }
    }
  }

  private func summary(_ program: CheckedProgram) -> [String] {
    let order = program.order.map { "\($0)" }
    let parameters = program.parameters.map { "\($0)" }
    let formulas = program.aliases.map { "\($0)" } + program.aggregates.map { "\($0)" } + program.sets.map { "\($0)" }
    let targets = program.targets.map { "\($0)" } + program.rules.map { "\($0)" }
    return order + parameters + formulas + targets
  }
}
