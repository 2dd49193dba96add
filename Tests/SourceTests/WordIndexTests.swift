import TestSupport
import Testing

@testable import Source

/// Words in a table are found as by looking through all of it.
@Suite struct WordIndexTests {
  /// Tables of few letters, so that words share beginnings and stand in several lines.
  @Test func wordsAreFoundAsByLookingThroughTheLines() {
    var random = SeededGenerator(seed: 17)
    let letters = ["a", "b", "人", "均", "é"]
    func word() -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in letters[Int.random(in: 0..<5, using: &random)] }.joined()
    }
    for round in 0..<40 {
      let lines = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        (0..<Int.random(in: 0...9, using: &random)).map { _ in word() }.joined(separator: round % 2 == 0 ? " " : "  ")
      }
      let index = WordIndex(lines)
      let split = lines.map { $0.split(separator: " ").map(String.init) }
      #expect(index.words == split.flatMap { $0 })
      for wanted in (0..<60).map({ _ in word() }) + ["", " ", "a b"] {
        #expect(index.line(of: wanted) == split.firstIndex { $0.contains(wanted) })
      }
    }
  }
}
