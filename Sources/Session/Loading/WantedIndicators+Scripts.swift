import Indicators
import Semantics
import Source
import Syntax

extension WantedIndicators {
  /// Creates the indicators that `scripts` may need: those that they write, or all where a relation goes through all.
  init(of scripts: [SourceText]) {
    // A long script writes more names than looking for each is worth, which mostly shows in its beginning.
    let limit = 1 << 16
    var text: [UInt8] = []
    for script in scripts where text.count <= limit {
      let beginning = script.bytes.count > limit * 4 ? uncommentedText(script, before: limit * 4) : []
      text += beginning.count > limit ? beginning : uncommentedText(script)
    }
    guard text.count <= limit else {
      self = .all
      return
    }
    let listsAll = Relation.allCases.contains { relation in
      text.holds(relation.name.english) || text.holds(relation.name.chinese)
    }
    self = listsAll ? .all : WantedIndicators(writtenIn: text)
  }
}

extension [UInt8] {
  /// Whether the bytes of `word` stand somewhere among these.
  fileprivate func holds(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, word.count <= count else { return word.isEmpty }
    return (0...count - word.count).contains { start in
      self[start] == first && self[start..<start + word.count].elementsEqual(word)
    }
  }
}
