import Indicators
import Semantics
import Source
import Syntax

extension WantedIndicators {
  /// Creates the indicators that `scripts` may need: those that they write, or all where a relation goes through all.
  init(of scripts: [SourceText]) {
    var text: [UInt8] = []
    for script in scripts { text += uncommentedText(script) }
    // A long script writes more names than looking for each is worth.
    guard text.count <= 1 << 16 else {
      self = .all
      return
    }
    let words = String(decoding: text, as: UTF8.self)
    let listsAll = Relation.allCases.contains { relation in
      words.contains(relation.name.english) || words.contains(relation.name.chinese)
    }
    self = listsAll ? .all : WantedIndicators(writtenIn: text)
  }
}
