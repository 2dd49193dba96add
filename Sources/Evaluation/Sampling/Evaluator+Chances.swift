import Indicators
import Semantics

extension Evaluator {
  /// Returns the share of samples in which `condition` holds, in percent; missing where nothing is uncertain.
  mutating func chance(of condition: CheckedExpression, _ surroundings: Surroundings) -> Cube {
    let scenario = surroundings.scenario
    let key = SampleKey(condition, in: scenario)
    if let known = samples.chances[key] { return known }
    guard isUncertain(condition, in: scenario) else {
      return Cube(axes: cube(condition, surroundings).axes, missing: .notApplicable)
    }
    var requests = SampleRequests()
    requests.count(condition, in: scenario)
    sample(requests, in: scenario, at: condition)
    return samples.chances[key] ?? Cube(axes: [], missing: .undefined)
  }
}
