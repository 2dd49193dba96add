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
    let words = String(decoding: text, as: UTF8.self)
    let listsAll = Relation.allCases.contains { relation in
      words.contains(relation.name.english) || words.contains(relation.name.chinese)
    }
    self = listsAll ? .all : WantedIndicators(writtenIn: text)
  }
}
