import Evaluation
import Semantics

/// The trials of a condition so far, each choice of the params computed once.
struct Trials {
  let requirement: Requirement
  private let moved: MovedParameters
  private let scenario: ScenarioID
  private var known: [[Double]: Trial] = [:]
  /// How many samples the first trial had that the user ended; nil while none was.
  private(set) var samplesWhenEnded: Int?

  init(_ requirement: Requirement, _ moved: MovedParameters, in scenario: ScenarioID) {
    self.requirement = requirement
    self.moved = moved
    self.scenario = scenario
  }

  /// How many choices of the params were computed.
  var count: Int { known.count }

  /// Returns what the condition comes to where the params have `values`.
  mutating func trial(at values: [Double]) -> Trial {
    if let trial = known[values] { return trial }
    var evaluator = moved.evaluator(at: values)
    let trial = requirement.trial(&evaluator, in: scenario)
    known[values] = trial
    samplesWhenEnded = samplesWhenEnded ?? moved.samplesIfEnded(evaluator)
    return trial
  }

  /// Returns whether the condition is known to hold where the params have `values`.
  mutating func holds(at values: [Double]) -> Bool { trial(at: values).holds == true }
}
