import TestSupport
import Testing

/// A random tree of regions: a whole of middles, each of leaves, of which the sheet prints some and not others.
private struct RandomTree {
  /// The leaves of each middle.
  private(set) var leaves: [[String]] = []
  /// The known values by leaf and year.
  private(set) var values: [String: [Int: Double]] = [:]
  /// The middles that the sheet prints in every year, with numbers of their own.
  private(set) var printed: [Int: Double] = [:]
  private(set) var text = ""
  static let years = 2021...2023

  init(_ random: inout SeededGenerator) {
    var lines: [String] = []
    for middle in 0..<Int.random(in: 1...3, using: &random) {
      leaves.append((0..<Int.random(in: 1...4, using: &random)).map { "l\(middle)x\($0)" })
      for leaf in leaves[middle] {
        for year in Self.years {
          if Int.random(in: 0..<8, using: &random) == 0 {
            lines.append("\(leaf),x,个,\(year),")
          } else {
            let value = Double(Int.random(in: -80...400, using: &random)) / 10
            values[leaf, default: [:]][year] = value
            lines.append("\(leaf),x,个,\(year),\(value)")
          }
        }
      }
      if Bool.random(using: &random) {
        let value = Double(Int.random(in: 0...99, using: &random))
        printed[middle] = value
        for year in Self.years { lines.append("m\(middle),x,个,\(year),\(value)") }
      }
    }
    text = "region,indicator,unit,period,value\n" + lines.shuffled(using: &random).joined(separator: "\n") + "\n"
  }

  /// The statements that part the whole `w`, in the wrong order.
  var statements: String {
    "hierarchy w = \(leaves.indices.map { "m\($0)" }.joined(separator: " + "))\n"
      + leaves.enumerated().map { "hierarchy m\($0) = \($1.joined(separator: " + ")) tolerance 100%\n" }.joined()
  }

  func value(ofMiddle middle: Int, _ year: Int) -> Double? {
    if let number = printed[middle] { return number }
    let parts = leaves[middle].map { values[$0]?[year] }
    return parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }.reduce(0, +)
  }

  func value(_ year: Int) -> Double? {
    let parts = leaves.indices.map { value(ofMiddle: $0, year) }
    return parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }.reduce(0, +)
  }

  func numbers(_ script: String) -> [[Double?]] {
    let run = ScriptRun(Array("use \"s.csv\"\n\(statements)\(script)".utf8), files: ["s.csv": text])
    #expect(run.diagnostics.allSatisfy { $0.severity != .error }, "\(run.findings) \(text)")
    return run.numbers
  }
}

@Suite struct HierarchyPropertyTests {
  private let trees: [RandomTree] = {
    var random = SeededGenerator(seed: 15)
    return (0..<60).map { _ in RandomTree(&random) }
  }()

  @Test func aWholeIsTheSumOfItsPartsWhereAllAreKnown() {
    for tree in trees {
      let found = tree.numbers("show x[w] at 2021..2023\nshow x[m0] at 2021..2023")
      #expect(zip(found[0], RandomTree.years.map(tree.value)).allSatisfy(agrees), "\(tree.text)")
      let middle = RandomTree.years.map { tree.value(ofMiddle: 0, $0) }
      #expect(zip(found[1], middle).allSatisfy(agrees), "\(tree.text)")
    }
  }

  @Test func aggregatesTakeEachLeafOnce() {
    for tree in trees {
      let found = tree.numbers("show sum(x), count(x) at 2021..2023")[0]
      let expected = RandomTree.years.map { year in tree.leaves.joined().compactMap { tree.values[$0]?[year] } }
      let sums = expected.map { $0.isEmpty ? nil : $0.reduce(0, +) }
      #expect(zip(found.prefix(3), sums).allSatisfy(agrees), "\(found) \(tree.text)")
      #expect(zip(found.suffix(3), expected.map { Double($0.count) }).allSatisfy { agrees($0, $1) }, "\(tree.text)")
    }
  }

  @Test func conflictsAreThePrintedTotalsThatDiffer() {
    for tree in trees {
      let script = "aggregate n = count() over conflicts where class == imbalance\nshow n"
      let statements = tree.statements.replacing("100%", with: "0")
      let run = ScriptRun(Array("use \"s.csv\"\n\(statements)\(script)".utf8), files: ["s.csv": tree.text])
      var expected = 0
      for (middle, number) in tree.printed {
        for year in RandomTree.years {
          let parts = tree.leaves[middle].map { tree.values[$0]?[year] }
          if parts.contains(where: { $0 == nil }) { continue }
          if !agrees(parts.compactMap { $0 }.reduce(0, +), number) { expected += 1 }
        }
      }
      #expect(run.numbers.last == [Double(expected)], "\(run.findings) \(tree.text)")
    }
  }
}
