import Evaluation
import Indicators
import Semantics

extension ScenarioChange {
  /// Whether the same lines stand on both sides, in one scenario each.
  func changesNothing(_ evaluator: Evaluator) -> Bool {
    func lines(_ placed: [Placed]) -> [String]? {
      guard root == nil, holds == nil, Set(placed.map(\.place.layer)).count == 1 else { return nil }
      return placed.map { evaluator.text(ofAssumption: $0.assumption) }
    }
    // A line of another file may mean other things.
    let sources = Set((taken + left).map(\.range.source))
    guard sources.count == 1, let taken = lines(takenPlaces), let left = lines(leftPlaces) else { return false }
    return taken == left
  }

  /// Returns a change for each of the members for which a line for all of them is replaced, and one for the rest; the
  /// change itself where that is not what it does.
  func memberByMember(_ names: NameTable) -> [ScenarioChange] {
    guard leftPlaces.count == 1, let whole = leftPlaces.first, whole.assumption.isPath else { return [self] }
    for (position, placed) in takenPlaces.enumerated() {
      guard placed.assumption.replaces(partOf: whole.assumption, names),
        takenPlaces[..<position].allSatisfy({ !$0.assumption.meets(placed.assumption, names) })
      else { return [self] }
    }
    if takenPlaces.isEmpty { return [self] }
    var rest = ScenarioChange()
    rest.leftPlaces = leftPlaces
    rest.kept = takenPlaces.map {
      (of: whole.place, unless: $0.place, assumption: whole.assumption.limited(to: $0.assumption.members))
    }
    return takenPlaces.map { placed in
      var change = ScenarioChange()
      change.takenPlaces = [placed]
      change.overridden = left
      return change
    } + [rest]
  }
}

extension CheckedAssumption {
  /// Whether all its stretches are paths and no shifts.
  fileprivate var isPath: Bool { courses.allSatisfy { !$0.isShift } }

  /// Whether it is a path that covers some of the members of `whole`, and for them all of its periods.
  fileprivate func replaces(partOf whole: CheckedAssumption, _ names: NameTable) -> Bool {
    guard isPath, members.count > whole.members.count,
      whole.members.allSatisfy({ part in members.contains { $0 == part } })
    else { return false }
    let begins = courses.first?.first == nil || courses.first?.first == whole.courses.first?.first
    let ends = courses.last?.last == nil || courses.last?.last == whole.courses.last?.last
    return begins && ends
  }
}
