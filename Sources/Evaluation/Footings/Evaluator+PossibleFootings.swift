import Indicators
import Semantics

extension Evaluator {
  /// Returns all that any cell of `expression` in `scenario` could rest on, found without computing what single cells do.
  mutating func possibleFooting(of expression: CheckedExpression, _ scenario: ScenarioID) -> Footing {
    var found: Footing = hasProvisionalData ? .provisional : []
    var seen: Set<Key> = []
    var open = [(expression: expression, scenario: scenario)]
    while let (next, scenario) = open.popLast() {
      if case .selection(let inner, let selection) = next.form {
        open.append((inner, selection.scenario ?? scenario))
        continue
      }
      open += next.parts.map { ($0, scenario) }
      guard scenario.isDeclared, case .definition(let definition) = next.form,
        seen.insert(Key(definition: definition, scenario: scenario)).inserted
      else { continue }
      if let laid = laidSources(of: definition, in: scenario) {
        for source in laid.cells.patterns.joined() {
          switch source {
          case .base: break
          case .held: found.formUnion([.held, .assumed])
          case .assumed: found.formUnion([.covered, .assumed])
          }
        }
        if !laid.shifted.isEmpty { found.formUnion([.covered, .assumed]) }
      }
      switch definition {
      case .alias(let position): open.append((program.aliases[position].formula, scenario))
      case .aggregate(let position): open.append((program.aggregates[position].formula, scenario))
      case .set(let position): found.formUnion(possibleFooting(ofSet: position, scenario))
      case .parameter(let position): open.append((program.parameters[position].value, scenario))
      case .indicator: break
      }
    }
    return found
  }

  /// Returns all that any member of the set at `position` could rest on, found once.
  private mutating func possibleFooting(ofSet position: Int, _ scenario: ScenarioID) -> Footing {
    let key = Key(definition: .set(position), scenario: scenario)
    if let known = possibleFootings[key] { return known }
    // A set that comes to be its own member adds nothing to itself.
    possibleFootings[key] = []
    let found = program.sets[position].elements.reduce(into: Footing()) {
      $0.formUnion(possibleFooting(of: $1.value, scenario))
    }
    possibleFootings[key] = found
    return found
  }
}
