import Semantics

/// What is asked of the samples of one scenario, each thing once.
struct SampleRequests {
  /// The expressions whose samples are kept.
  private(set) var kept: [(key: SampleKey, expression: CheckedExpression)] = []
  /// The expressions of which only some quantiles are asked, with the shares below these.
  private(set) var ranked: [(key: SampleKey, expression: CheckedExpression, shares: [Double])] = []
  /// The conditions of which only the share of samples in which they hold is asked.
  private(set) var counted: [(key: SampleKey, expression: CheckedExpression)] = []

  /// Adds an expression whose samples are to be kept.
  mutating func keep(_ expression: CheckedExpression, in scenario: ScenarioID) {
    let key = SampleKey(expression, in: scenario)
    if !kept.contains(where: { $0.key == key }) { kept.append((key, expression)) }
    ranked.removeAll { $0.key == key }
  }

  /// Adds an expression of which the quantile at `share` is asked.
  mutating func rank(_ expression: CheckedExpression, at share: Double, in scenario: ScenarioID) {
    let key = SampleKey(expression, in: scenario)
    if kept.contains(where: { $0.key == key }) { return }
    guard let place = ranked.firstIndex(where: { $0.key == key }) else {
      return ranked.append((key, expression, [share]))
    }
    if !ranked[place].shares.contains(share) { ranked[place].shares.append(share) }
  }

  /// Adds a condition that is to be counted.
  mutating func count(_ condition: CheckedExpression, in scenario: ScenarioID) {
    let key = SampleKey(condition, in: scenario)
    if !counted.contains(where: { $0.key == key }) { counted.append((key, condition)) }
  }

  /// All expressions: those that are kept, those of which quantiles are asked, and those that are counted.
  var expressions: [CheckedExpression] { kept.map(\.expression) + ranked.map(\.expression) + counted.map(\.expression) }

  /// Returns the requests that are still open: those of expressions that `isOpen` accepts and of which `store` has nothing.
  func open(in store: SampleStore, _ isOpen: (_ expression: CheckedExpression) -> Bool) -> SampleRequests {
    var open = SampleRequests()
    open.kept = kept.filter { store.cells(for: $0.key) == nil && isOpen($0.expression) }
    open.ranked = ranked.filter { request in
      let known = store.ranks[request.key]?.shares ?? []
      return store.cells(for: request.key) == nil && !request.shares.allSatisfy(known.contains)
        && isOpen(request.expression)
    }
    open.counted = counted.filter { store.chances[$0.key] == nil && isOpen($0.expression) }
    return open
  }
}
