import Indicators
import Semantics

extension Evaluator {
  /// Returns the first period that the assumptions of the program's last scenario reach, which lie behind the data; nil where
  /// it, or a scenario that it rests on, names periods of its own.
  package mutating func firstPeriodAssumed() -> Period? {
    guard let scenario = program.scenarios.last else { return nil }
    let (chain, root) = program.chain(of: scenario.id)
    if chain.flatMap(\.assumptions).flatMap(\.courses).contains(where: { !$0.periodsNamed.isEmpty }) { return nil }
    var first: Period?
    for assumption in scenario.assumptions {
      if case .parameter = assumption.subject { continue }
      guard case .numbers(let cube) = value(of: assumption.subject, in: root), let last = cube.knownPeriods.max() else {
        continue
      }
      first = max(first ?? last.advanced(by: 1), last.advanced(by: 1))
    }
    return first
  }
}
