import Reporting
import Source
import Syntax
import TestSupport
import Testing

/// What holds for every script, whatever it says.
@Suite struct CorpusLawTests {
  @Test(arguments: SessionCorpus.cases) func treesPrintTheirText(_ corpusCase: CorpusCase) {
    let text = SourceText(id: SourceID(0), name: "case.gf", bytes: Array(corpusCase.script.utf8))
    #expect(parse(text).tree.printed() == text.bytes)
  }

  @Test(arguments: SessionCorpus.cases) func runningTwiceGivesTheSameBytes(_ corpusCase: CorpusCase) {
    let first = corpusCase.run()
    let second = corpusCase.run()
    #expect(first.answers() == second.answers())
    #expect(first.answers(.json) == second.answers(.json))
    #expect(first.findings == second.findings)
  }

  /// Rows keep the order of declarations, so the lines are compared as a set; places in the script move. A conflict
  /// is told from its first place to its second, so its row may turn round.
  @Test(arguments: SessionCorpus.cases) func declarationsStandInAnyOrder(_ corpusCase: CorpusCase) {
    guard let script = reordered(corpusCase.script) else { return }
    let files = corpusCase.files
    let before = corpusCase.run()
    let after = ScriptRun(script, files: files, options: corpusCase.options, language: .english)
    if !corpusCase.script.contains("conflicts") {
      let (first, second) = (lines(of: before.answers()), lines(of: after.answers()))
      #expect(first == second, "\(second.difference(from: first))")
    }
    #expect(messages(before) == messages(after))
    #expect(before.status == after.status)
  }

  @Test func thePlanDoesNotDependOnTheOrderOfTargets() {
    func planned(_ targets: String) -> String {
      let run = ScriptRun(
        Array("use \"s.csv\" \(targets) show x at 2024 under plan".utf8), files: ["s.csv": "indicator,2023\nx,8\n"])
      return run.answers()
    }
    #expect(
      planned("target x >= 9 by 2024 target x <= 20 by 2024")
        == planned("target x <= 20 by 2024 target x >= 9 by 2024"))
  }

  @Test(arguments: SessionCorpus.cases) func languagesGiveTheSameNumbers(_ corpusCase: CorpusCase) {
    let english = corpusCase.run()
    let chinese = corpusCase.run(.chinese)
    #expect(numbers(in: english.figures) == numbers(in: chinese.figures), "\(corpusCase.name)")
    #expect(messages(english) == messages(chinese))
    #expect(english.status == chinese.status)
  }

  /// A process that traps takes the whole run down, so reaching the end is the test.
  @Test(arguments: SessionCorpus.cases) func neighboursEnd(_ corpusCase: CorpusCase) {
    let bytes = Array(corpusCase.script.utf8)
    let tokens = parse(SourceText(id: SourceID(0), name: "case.gf", bytes: bytes)).tree.tokens.dropLast()
    let stride = max(1, tokens.count / 24)
    let offset = corpusCase.name.utf8.count % stride
    for (index, token) in tokens.enumerated() where index % stride == offset {
      let (start, end) = (Int(token.start), Int(token.end))
      for neighbour in [bytes[..<start] + bytes[end...], bytes[..<end] + [0x20] + bytes[start...]] {
        let run = ScriptRun(Array(neighbour), files: corpusCase.files, samples: 20)
        #expect(run.findings.isEmpty == run.diagnostics.isEmpty)
      }
    }
  }
}

/// Returns `script` with its sheets first, its other declarations in reverse and its questions last, or nil where it
/// cannot be read as a whole.
private func reordered(_ script: String) -> String? {
  let text = SourceText(id: SourceID(0), name: "case.gf", bytes: Array(script.utf8))
  let parsed = parse(text)
  guard parsed.diagnostics.isEmpty else { return nil }
  var sheets: [String] = []
  var declarations: [String] = []
  var questions: [String] = []
  for statement in parsed.script.statements {
    let words = text.text(in: statement.range)
    switch statement.form {
    case .use, .importing: sheets.append(words)
    case .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression:
      questions.append(words)
    case .unit, .parameter, .indicator, .alias, .aggregate, .target, .same, .hierarchy, .set, .scenario, .rule,
      .correlate:
      declarations.append(words)
    }
  }
  return (sheets + declarations.reversed() + questions).joined(separator: "\n") + "\n"
}

/// Returns the lines of `text` in one order, without places in the script, the widths of columns that hold them, and the
/// digests of files.
private func lines(of text: String) -> [String] {
  text.replacing(#/case\.gf(:\d+)*/#, with: "case.gf").replacing(#/─+/#, with: "─")
    .replacing(#/[0-9a-f]{64}/#, with: "digest").split(separator: "\n")
    .map { $0.split(separator: " ").joined(separator: " ") }.sorted()
}

extension ScriptRun {
  /// The tables, those of pictures too, and the notes; the axis of a picture counts in 万 in one language and in thousands in
  /// the other.
  fileprivate var figures: String { answers(.csv) + notes(of: document, language: language) }
}

private func numbers(in text: String) -> [Substring] {
  text.matches(of: #/-?[0-9]+(\.[0-9]+)?/#).map(\.output.0).sorted()
}

/// Returns the findings as sets of words, for a circle may be told from any of its members.
private func messages(_ run: ScriptRun) -> [[String]] {
  run.diagnostics.map { finding in
    [finding.code.rawValue] + Set(finding.message.english.split(separator: " ").map(String.init)).sorted()
  }.sorted { $0.lexicographicallyPrecedes($1) }
}
