import Foundation
import Semantics
import Source
import TestSupport
import Testing
import Units

@testable import Evaluation

/// Numbers as sentences print them.
@Suite struct PrintedNumberTests {
  /// `Tests/Corpus/numbers/texts.py` writes what Python's decimal arithmetic makes of each.
  @Test func roundingGroupingAndChangesAgreeWithTheTable() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus/numbers/texts.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 800)
    for line in lines {
      let fields = line.split(separator: "\t").map(String.init)
      let number = try #require(Double(fields[0]))
      var plain = TextFormat()
      plain.decimals = Int(fields[1])
      plain.isGrouped = true
      #expect(PrintedNumber(number, in: .one, plain, language: .english).text == fields[2], "\(line)")
      var change = TextFormat()
      change.decimals = plain.decimals
      for (word, expected) in [("同比", fields[3]), ("change", fields[4])] {
        change.change = ChangeWord.all.first { $0.name == word }
        #expect(PrintedNumber(number, in: .percent, change, language: .english).text == expected, "\(line)")
      }
    }
  }

  @Test(arguments: 0...12) func whatIsPrintedReadsBackAsTheRoundedNumber(decimals: Int) {
    var generator = SeededGenerator(seed: UInt64(decimals) + 1)
    for _ in 0..<200 {
      let number = Double.random(in: -1e9...1e9, using: &generator)
      var format = TextFormat()
      format.decimals = decimals
      format.isGrouped = true
      let printed = PrintedNumber(number, in: .one, format, language: .chinese)
      #expect(Double(printed.text.filter { $0 != "," }) == printed.rounded)
    }
  }
}
