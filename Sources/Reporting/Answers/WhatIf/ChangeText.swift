import Evaluation
import Projection
import Semantics
import Source

/// A change between scenarios in words.
struct ChangeText {
  /// What is assumed, as written.
  private(set) var name = Phrase("", "")
  /// What it replaces, as written; empty where it replaces nothing.
  private(set) var replaced = Phrase("", "")
  /// The texts after `because` and `source`.
  let reasons: String
  /// Where it is written.
  let place: String

  /// Writes `change`.
  init(_ change: ScenarioChange, _ evaluator: Evaluator) {
    func text(_ assumption: CheckedAssumption) -> String { evaluator.text(ofAssumption: assumption) }
    // A line that stands on both sides is no difference.
    let (before, after) = (change.left.map(text), change.taken.map(text))
    let taken = change.taken.filter { !before.contains(text($0)) }
    let left = change.left.filter { !after.contains(text($0)) }

    var names: [Phrase] = []
    var replaced: [Phrase] = []
    if let root = change.root {
      names.append(root.second.wording)
      replaced.append(root.first.wording)
    }
    if let holds = change.holds {
      names.append(holds ? Phrase("otherwise hold", "其余保持") : Phrase("otherwise missing", "其余缺失"))
    }
    if taken.isEmpty {
      let without = left.map(text).joinedOnce("; ")
      if !without.isEmpty {
        names.append(
          change.isForTheRest
            ? Phrase("elsewhere without \(without)", "其余不含 \(without)")
            : Phrase("without \(without)", "不含 \(without)"))
      }
    } else {
      names.append(Phrase(same: taken.map(text).joinedOnce("; ")))
      let before = (left + change.overridden).map(text)
      let declared = taken.compactMap { evaluator.text(ofParameterIn: $0) }
      replaced.append(Phrase(same: (before.isEmpty ? declared : before).joinedOnce("; ")))
    }
    reasons = taken.flatMap { $0.reasons + $0.sources }.joinedOnce("; ")
    place = (taken.isEmpty ? left : taken).map { evaluator.place(of: $0.range) }.joinedOnce(", ")
    name = joined(names)
    self.replaced = joined(replaced)
  }

  private func joined(_ phrases: [Phrase]) -> Phrase {
    let phrases = phrases.filter { !$0.english.isEmpty }
    return Phrase(
      phrases.map(\.english).joined(separator: "; "), phrases.map(\.chinese).joined(separator: "; "))
  }
}

extension [String] {
  /// Returns the texts one after the other, each once: one line may assume something of several indicators.
  fileprivate func joinedOnce(_ separator: String) -> String {
    var texts: [String] = []
    for text in self where !texts.contains(text) { texts.append(text) }
    return texts.joined(separator: separator)
  }
}

extension ScenarioGround {
  /// The ground as a scenario names it.
  fileprivate var wording: Phrase {
    let name = WordList.scenario.phrase(root.word)
    var periods = ""
    switch planned {
    case .one(let period): periods = "[\(period)]"
    case .range(let first, let last): periods = "[\(first)..\(last)]"
    case nil: break
    }
    return Phrase("from \(name.english)\(periods)", "基于 \(name.chinese)\(periods)")
  }
}
