import Source
import Syntax

extension Checker {
  /// Enters the names of the many formulas of long scripts, in parts that workers share, and returns their declarations.
  ///
  /// Returns nil where they are few, where a name is taken, and where names stand behind that of a script; then nothing has
  /// been entered.
  mutating func declareAtOnce(_ settings: inout [String: ExpressionSyntax]) -> [FormulaSyntax]? {
    if hasQualifiers { return nil }
    let stretches = DeclaringStretch.all(of: scripts)
    let counts = stretches.map(\.formulaCount)
    guard counts.reduce(0, +) > partSize, enterNames(stretches, counts) else { return nil }
    declareScenarios(stretches)
    program.parameters = declared(.parameter, stretches) { CheckedParameter(declaredAs: $0) }
    program.aliases = declared(.alias, stretches) { CheckedAlias(declaredAs: $0) }
    program.aggregates = declared(.aggregate, stretches) { CheckedAggregate(declaredAs: $0) }
    program.sets = declared(.set, stretches) { CheckedSet(declaredAs: $0) }
    hasSets = !program.sets.isEmpty
    for name in settings.keys {
      guard case .definition(.parameter(let position)) = scope.find(name) else { continue }
      parameterSettings[position] = settings.removeValue(forKey: name)
      program.parameters[position].isSet = true
    }
    return workers.fill(counts) { part, output in stretches[part].appendFormulas(to: &output) }
  }

  /// Enters the names into the scope; returns false, and enters none, where one of them is taken.
  private mutating func enterNames(_ stretches: [DeclaringStretch], _ counts: [Int]) -> Bool {
    var names = scope
    if stretches.contains(where: { $0.count(of: .set) > 0 }) { names.declareSetDimension() }
    let areNew = names.declareNew(
      counts, workers, { stretches[$0].appendNames(to: &$1) }, places: { stretches[$0].appendPlaces(to: &$1) })
    guard areNew else { return false }
    // No value is called as a relation is.
    for relation in Relation.allCases {
      for name in [relation.name.english, relation.name.chinese] where scope.find(name) == nil {
        if names.find(name) != nil { return false }
      }
    }
    scope = names
    return true
  }

  private mutating func declareScenarios(_ stretches: [DeclaringStretch]) {
    for stretch in stretches {
      for position in stretch.syntax.positions(of: .scenario) {
        guard case .scenario(let scenario) = stretch.syntax.statements[Int(position)].form else { continue }
        declare(scenario, qualifier: nil)
      }
    }
  }

  /// Returns what the program holds of each value of `kind` before it has been checked.
  private func declared<Value: Sendable>(
    _ kind: StatementKind, _ stretches: [DeclaringStretch], _ make: @escaping @Sendable (NameSyntax) -> Value
  ) -> [Value] {
    workers.fill(stretches.map { $0.count(of: kind) }) { part, output in
      for declaration in stretches[part].syntax.names.declarations where declaration.kind.rawValue == kind.rawValue {
        output.append(make(declaration.name))
      }
    }
  }
}
