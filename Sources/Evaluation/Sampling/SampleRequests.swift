import Semantics

/// What is asked of the samples of one scenario, each thing once.
struct SampleRequests {
  /// The expressions whose samples are kept.
  private(set) var kept: [(key: SampleKey, expression: CheckedExpression)] = []
  /// The conditions of which only the share of samples in which they hold is asked.
  private(set) var counted: [(key: SampleKey, expression: CheckedExpression)] = []

  /// Adds an expression whose samples are to be kept.
  mutating func keep(_ expression: CheckedExpression, in scenario: ScenarioID) {
    let key = SampleKey(expression, in: scenario)
    if !kept.contains(where: { $0.key == key }) { kept.append((key, expression)) }
  }

  /// Adds a condition that is to be counted.
  mutating func count(_ condition: CheckedExpression, in scenario: ScenarioID) {
    let key = SampleKey(condition, in: scenario)
    if !counted.contains(where: { $0.key == key }) { counted.append((key, condition)) }
  }

  /// All expressions.
  var expressions: [CheckedExpression] { (kept + counted).map(\.expression) }

  /// Returns the requests that `isOpen` accepts, kept or counted.
  func filtered(_ isOpen: (_ key: SampleKey, _ expression: CheckedExpression, _ isKept: Bool) -> Bool) -> SampleRequests
  {
    var open = SampleRequests()
    open.kept = kept.filter { isOpen($0.key, $0.expression, true) }
    open.counted = counted.filter { isOpen($0.key, $0.expression, false) }
    return open
  }
}
