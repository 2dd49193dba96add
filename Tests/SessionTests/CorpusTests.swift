import Source
import TestSupport
import Testing

/// The corpora whose cases are run from script to answer.
enum SessionCorpus {
  static let files = ["checking", "evaluating", "diagnostics", "session"].flatMap { CorpusFile.all(of: $0) }

  static let cases = files.flatMap(\.cases).filter(\.isRunnable)
}

extension CorpusCase {
  /// Returns what the case's script gives.
  func run(_ language: Language = .english) -> ScriptRun {
    ScriptRun(script, files: files, options: options, language: language)
  }

  /// Returns what the case gives in truth, with the Chinese parts where it speaks of them; nothing where it is empty.
  func outcome() -> [(Expectation, String)] {
    let english = run()
    var outcome: [(Expectation, String)] = [(.output, english.answers())]
    if expected[.chineseOutput] != nil || expected[.chineseFindings] != nil {
      let chinese = run(.chinese)
      if expected[.chineseOutput] != nil { outcome.append((.chineseOutput, chinese.answers())) }
      outcome.append((.findings, english.findings))
      if expected[.chineseFindings] != nil { outcome.append((.chineseFindings, chinese.findings)) }
    } else {
      outcome.append((.findings, english.findings))
    }
    if english.status != .fine { outcome.append((.status, "\(english.status.rawValue)\n")) }
    return outcome.filter { !$0.1.isEmpty }
  }
}

@Suite struct CorpusTests {
  @Test func corpusIsFound() throws {
    #expect(SessionCorpus.cases.count > 100)
    if CorpusFile.isRefreshing {
      for file in SessionCorpus.files { try file.write { $0.outcome() } }
    }
  }

  @Test(.enabled(if: !CorpusFile.isRefreshing), arguments: SessionCorpus.cases)
  func gives(_ corpusCase: CorpusCase) {
    let actual = Dictionary(corpusCase.outcome(), uniquingKeysWith: { $1 })
    if corpusCase.isKnownIssue {
      withKnownIssue { #expect(actual == corpusCase.expected) }
      return
    }
    for kind in CorpusCase.Expectation.allCases {
      #expect(actual[kind] == corpusCase.expected[kind], "\(kind.rawValue) of \(corpusCase.name)")
    }
  }

  @Test func namesAreUnique() {
    let names = Dictionary(grouping: SessionCorpus.cases, by: \.name)
    #expect(names.filter { $0.value.count > 1 }.keys.sorted() == [])
  }
}
