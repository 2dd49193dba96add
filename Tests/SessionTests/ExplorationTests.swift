import Session
import Source
import Synchronization
import TestSupport
import Testing

@Suite struct ExplorationTests {
  private static let sheet = "地区,时期,收入(万元),人口(万人)\n甲,2022,120,10\n甲,2023,130,10\n乙,2023,50,5\n"

  /// What is saved, run as a script, gives the numbers of the session.
  @Test func aSavedSessionRuns() {
    let script = """
      收入 / 人口
      _ * 2
      alias 倍 = _ + 1 万元/万人
      人均
      param g = 4%
      param g = 5%
      scenario 快 {
        收入 grows g until 2025
      }
      :scenario 快
      收入
      show 双 at 2025
      :scenario actual
      show 双[甲] where 收入 > 100 万元
      alias 双 = 收入 * 3
      双
      unknown
      project 收入 until 2025 under 快
      :save out/s.gf
      """
    let files = [
      "loaded.gf": "use \"data/s.csv\"\nimport \"common.gf\"\nalias 双 = 收入 * 2\nshow 双\n", "data/s.csv": Self.sheet,
      "common.gf": "## Each.\nalias 人均 = 收入 / 人口\nshow 人均\n",
    ]
    let transcript = Transcript(script + "\n", files: files, loading: ["loaded.gf"])
    guard case .save(_, let saved, _)? = transcript.replies.last?.effect else {
      Issue.record("nothing is saved")
      return
    }
    #expect(saved.contains("use \"../data/s.csv\"") && !saved.contains("import"))
    let run = ScriptRun(Array(saved.utf8), files: ["../data/s.csv": Self.sheet])
    #expect(run.diagnostics.filter { $0.severity == .error }.isEmpty, "\(run.findings)")
    // What was asked of the script's 双 is answered with the session's.
    let asked = transcript.replies.filter(\.hasSucceeded).flatMap(\.document.numbers)
    #expect(run.numbers.count == asked.count && run.numbers.count == 8)
    for index in [0, 1, 2, 3, 6, 7] { #expect(run.numbers[index] == asked[index], "\(index)") }
  }

  @Test func sheetsAreReadOnce() {
    let reads = Reads()
    let files = FileAccess { path, _ in
      reads.paths.withLock { $0.append(path) }
      return .success(Array(Self.sheet.utf8))
    }
    var exploration = Exploration(SessionInput(scripts: []), files: files)
    for line in [
      "use \"a.csv\"", "alias x = 收入 / 人口", "x", "x / 2", "alias x = 收入", "x", "use \"b.csv\" as b", "x", ":undo", "x",
      "whatif 收入 grows 5%", "rule r: 收入 > 0 万元", "target 收入 >= 5 万元 by 2025",
    ] {
      #expect(exploration.enter(line).hasSucceeded, "\(line)")
    }
    #expect(reads.paths.withLock { $0 } == ["a.csv", "b.csv"])
    _ = exploration.enter(":reload")
    #expect(reads.paths.withLock { $0 } == ["a.csv", "b.csv", "a.csv"])
  }

  /// Values that are kept between lines are those that a new session computes.
  @Test func whatIsKeptIsRight() {
    let declarations = [
      "use \"s.csv\"", "alias b = a + 1 万元", "alias a = 收入 * 2", "aggregate s = sum(a) over region", "param p = 3",
      "alias c = b * p", "target c >= 5 万元 by 2024", "alias a = 收入 * 5", "param p = 4", "alias d = s.收入 + a",
      "set m = { 收入 }", "alias a = 收入", "indicator 收入 : 元",
    ]
    let names = ["a", "b", "c", "d", "s", "收入", "s.收入", "s.人口", "m", "p"]
    var entered: [String] = []
    var exploration = Exploration(SessionInput(scripts: []), files: memory(["s.csv": Self.sheet]))
    for declaration in declarations {
      if exploration.enter(declaration).hasSucceeded { entered.append(declaration) }
      for name in names {
        var fresh = Exploration(SessionInput(scripts: []), files: memory(["s.csv": Self.sheet]))
        for line in entered { _ = fresh.enter(line) }
        #expect(exploration.enter(name).document == fresh.enter(name).document, "\(name) after \(declaration)")
      }
    }
    #expect(entered.count > 9)
  }

  @Test func aLineThatFailsChangesNothing() {
    var exploration = Exploration(SessionInput(scripts: []), files: memory(["s.csv": Self.sheet]))
    for line in ["use \"s.csv\"", "alias a = 收入 * 2", "a"] { _ = exploration.enter(line) }
    let before = exploration.enter(":list").document
    for line in [
      "alias a = 收入 * ", "alias a = nothing", "alias z = 1; show 收入 + 人口", "use \"none.csv\"", ":load none.gf",
      "param a = 1; param a = 2", ":set samples x", ":scenario none", "scenario q { }; show q",
      "target 收入 >= 5 by 2025",
    ] {
      #expect(!exploration.enter(line).hasSucceeded, "\(line)")
      #expect(exploration.enter(":list").document == before, "\(line)")
    }
    #expect(exploration.enter("_ / 2").document.numbers == exploration.enter("收入").document.numbers)
  }

  /// An answer that is given up at any moment comes to an end, whatever it was.
  @Test(arguments: SessionCorpus.cases.filter { $0.options.isEmpty })
  func isGivenUpAtAnyMoment(_ corpusCase: CorpusCase) {
    for moment in [0, 1, 2, 5, 11] {
      let countdown = Reads()
      let exploration = Exploration(SessionInput(scripts: [], samples: 50), files: memory(corpusCase.files))
      var own = exploration.givenUp {
        countdown.paths.withLock { paths in
          paths.append("")
          return paths.count > moment
        }
      }
      _ = own.load([.init(path: "case.gf", bytes: Array(corpusCase.script.utf8))])
      _ = own.enter(":run")
    }
  }
}

/// The paths that were read, in order.
private final class Reads: Sendable {
  let paths = Mutex<[String]>([])
}
