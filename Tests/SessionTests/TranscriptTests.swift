import Source
import TestSupport
import Testing

/// The corpus of sessions: a block of lines, and what a person sees who enters them.
@Suite struct TranscriptTests {
  static let files = CorpusFile.all(of: "exploring")

  static let cases = files.flatMap(\.cases).filter(\.isRunnable)

  private static func outcome(of corpusCase: CorpusCase) -> [(CorpusCase.Expectation, String)] {
    func transcript(_ language: Language) -> String {
      let loaded = corpusCase.files.keys.filter { $0.hasPrefix("loaded") }.sorted()
      return Transcript(corpusCase.script, files: corpusCase.files, loading: loaded, language: language, samples: 200)
        .text
    }
    var outcome = [(CorpusCase.Expectation.output, transcript(.english))]
    if corpusCase.expected[.chineseOutput] != nil { outcome.append((.chineseOutput, transcript(.chinese))) }
    return outcome
  }

  @Test func corpusIsFound() throws {
    #expect(Self.cases.count > 20)
    if CorpusFile.isRefreshing {
      for file in Self.files { try file.write { Self.outcome(of: $0) } }
    }
  }

  @Test(.enabled(if: !CorpusFile.isRefreshing), arguments: cases)
  func gives(_ corpusCase: CorpusCase) {
    for (kind, text) in Self.outcome(of: corpusCase) {
      #expect(text == corpusCase.expected[kind], "\(kind.rawValue) of \(corpusCase.name)")
    }
  }
}
