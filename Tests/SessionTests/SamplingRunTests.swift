import Dispatch
import Reporting
import Session
import Source
import Testing

/// What is sampled depends on the script, the seed and the number of samples, and on nothing else.
@Suite struct SamplingRunTests {
  private static let sheet =
    "region,indicator,period,value\n"
    + (0..<8).map { "r\($0),x,2023,\(90 + $0)\nr\($0),y,2023,100\n" }.joined()

  private static let script = """
    use "s.csv"
    param g = normal(6%, 1pp)
    scenario s from actual {
      x grows normal(4%, 2pp) per year
      y grows g per year
      x[r3] += uniform(0, 5)
    }
    scenario t from s { y grows 5% to 7% per year }
    alias ratio : % = x / y
    show chance(ratio >= 100%), chance(g > 7%) at 2024..2026 under s, t
    """

  private func answers(
    _ script: String = script, samples: Int = 1_500, support: SamplingSupport = SamplingSupport()
  ) -> (text: String, session: Session) {
    let input = SessionInput(
      scripts: [.init(path: "case.gf", bytes: Array(script.utf8))], samples: samples, sampling: support)
    var session = Session(
      input, files: FileAccess { _, _ in .success(Array(Self.sheet.utf8)) })
    return (render(session.answer(), as: .csv, language: .english), session)
  }

  /// Runs work on as many threads.
  private func support(_ threads: Int) -> SamplingSupport {
    SamplingSupport(
      threads: threads, run: { count, work in DispatchQueue.concurrentPerform(iterations: count) { work($0) } })
  }

  @Test(arguments: [2, 3, 8]) func theNumberOfThreadsChangesNoByte(threads: Int) {
    let alone = answers()
    #expect(alone.session.diagnostics.isEmpty)
    #expect(alone.text.contains("r7"))
    #expect(answers(support: support(threads)).text == alone.text)
  }

  /// Small and large values make blocks of different size, and one value is drawn alike in both.
  @Test func whatElseIsAskedChangesNoDraw() throws {
    let alone = answers(
      "param g = normal(6%, 1pp)\nshow chance(g > 7%)", samples: 1_501)
    let chance = try #require(alone.text.split(whereSeparator: \.isNewline).last?.split(separator: ",").last)
    let beside = answers(samples: 1_501)
    #expect(beside.text.contains(",\(chance)"))
  }

  /// Of very many samples not all are kept, unless more than a quantile is asked of them, and the quantiles are the same.
  @Test func quantilesOfVeryManySamplesAreThoseOfAllOfThem() {
    let quantiles = """
      param g = normal(6%, 1pp)
      aggregate low = quantile(g, 0.05) over sample
      aggregate middle = median(g) over sample
      """
    let few = quantiles + "\nshow low, middle"
    let all = quantiles + "\naggregate greatest = max(g) over sample\nshow low, middle, greatest"
    let alone = answers(few, samples: 300_000).text.split(whereSeparator: \.isNewline)
    let beside = answers(all, samples: 300_000).text.split(whereSeparator: \.isNewline)
    #expect(alone.count > 1)
    #expect(Array(beside.prefix(alone.count)) == alone)
    #expect(answers(few, samples: 300_000, support: support(3)).text.split(whereSeparator: \.isNewline) == alone)
  }

  @Test func anUnrelatedEditMovesNoDraw() {
    let edited = Self.script.replacing("param g", with: "param f = uniform(1%, 2%)\nalias z = f * 2\nparam g")
    #expect(answers(edited).text == answers().text)
  }

  /// With the same draws in both, x is 1 below itself in every sample of t.
  @Test func scenariosArePaired() {
    let script = """
      use "s.csv"
      scenario s from actual { x grows normal(4%, 2pp) per year }
      scenario t from s { x += -1 }
      show chance(x[r3, 2025, t] < x[r3, 2025, s]), chance(x[r3, 2025, t] + 1.000001 < x[r3, 2025, s]) under t
      """
    let rows = answers(script).text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").last ?? "" }
    #expect(rows.suffix(2) == ["100", "0"])
  }

  @Test func anInterruptionLeavesWhatIsKnown() throws {
    let ended = answers(samples: 3_000, support: SamplingSupport(isInterrupted: { true }))
    #expect(ended.session.status == .interrupted)
    let finding = try #require(ended.session.diagnostics.first { $0.code == .interrupted })
    #expect(finding.message[.english].hasPrefix("interrupted after "))
    #expect(finding.message[.english].hasSuffix(" of 3,000 samples"))
    #expect(finding.message[.chinese].contains("3,000"))
    // What is known is that of the first samples, and no less.
    let words = finding.message[.english].split(separator: " ")
    let known = try #require(Int(words[2].replacing(",", with: "")))
    #expect(known > 0 && known < 3_000)
    #expect(ended.text == answers(samples: known).text)
  }

  @Test func progressIsToldUntilTheEnd() {
    let told = Told()
    _ = answers(support: SamplingSupport(progress: { told.add($0, $1, $2) }))
    #expect(told.lines.contains { $0.done < $0.count } && told.lines.last.map { $0.done == $0.count } == true)
    #expect(Set(told.lines.map(\.scenario)) == ["s", "t"])
    #expect(told.lines.allSatisfy { $0.count == 1_500 })
  }

  /// What progress was told, by one thread.
  private final class Told: @unchecked Sendable {
    private(set) var lines: [(scenario: String, done: Int, count: Int)] = []

    func add(_ scenario: String, _ done: Int, _ count: Int) { lines.append((scenario, done, count)) }
  }
}
