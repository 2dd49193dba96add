import Evaluation
import Projection
import Semantics
import Source

/// A change between scenarios in words.
struct ChangeText {
  /// What is assumed, as written.
  let name: Phrase
  /// What it replaces, as written; empty where it replaces nothing.
  let replaced: Phrase
  /// The texts after `because` and `source`.
  let reasons: String
  /// Where it is written.
  let place: String

  /// Writes `change`.
  init(_ change: ScenarioChange, _ evaluator: Evaluator) {
    func written(_ assumptions: [CheckedAssumption]) -> String {
      assumptions.map { evaluator.text(ofAssumption: $0) }.joined(separator: "; ")
    }
    var names: [Phrase] = []
    var replaced: [Phrase] = []
    if let root = change.root {
      names.append(root.second.wording)
      replaced.append(root.first.wording)
    }
    if let holds = change.holds {
      names.append(
        holds ? Phrase("otherwise hold", "其余保持") : Phrase("otherwise missing", "其余缺失"))
    }
    let before = written(change.left + change.overridden)
    if !change.taken.isEmpty {
      names.append(Phrase(same: written(change.taken)))
      let declared = change.taken.compactMap { evaluator.text(ofParameterIn: $0) }.joined(separator: "; ")
      if !before.isEmpty || !declared.isEmpty { replaced.append(Phrase(same: before.isEmpty ? declared : before)) }
    } else if !before.isEmpty {
      names.append(Phrase("without \(before)", "不含 \(before)"))
    }
    name = names.joined
    self.replaced = replaced.joined
    let told = change.taken.isEmpty ? [] : change.taken
    reasons = told.flatMap { $0.reasons + $0.sources }.joined(separator: "; ")
    let shown = change.taken.isEmpty ? change.left : change.taken
    var places: [String] = []
    for assumption in shown {
      let place = evaluator.place(of: assumption.range)
      if !places.contains(place) { places.append(place) }
    }
    place = places.joined(separator: ", ")
  }
}

extension [Phrase] {
  fileprivate var joined: Phrase {
    Phrase(map(\.english).joined(separator: "; "), map(\.chinese).joined(separator: "; "))
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
