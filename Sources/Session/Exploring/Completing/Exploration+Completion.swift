import Semantics
import Source

extension Exploration {
  /// Returns what may stand at the end of `line`; `files` gives the files that go on with a path.
  package mutating func completion(of line: String, files: @escaping (String) -> [String]) -> Completion {
    let context = CompletionContext(line)
    let candidates = Candidates(context, knownNames(checkedState()), files: files).list
    return Completion(start: context.start, candidates: candidates)
  }

  /// Returns the names that a line may use.
  func knownNames(_ checked: CheckedState) -> KnownNames {
    KnownNames(checked, state.units.map { $0.unit(isAsked: false) }, state.input.language)
  }
}
