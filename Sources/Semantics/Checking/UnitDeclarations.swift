import Source
import Syntax
import Units

/// Returns the standard units with those that `scripts` declare, and what is wrong with the declarations.
///
/// A declaration may rest on one that stands below it.
package func declaredUnits(_ scripts: [ScriptUnit]) -> (units: UnitTable, diagnostics: [Diagnostic]) {
  var units = UnitTable.standard
  var diagnostics: [Diagnostic] = []
  var open = scripts.flatMap(\.syntax.statements).compactMap { statement -> UnitDeclarationSyntax? in
    if case .unit(let unit) = statement.form { unit } else { nil }
  }
  var isProgressing = true
  while isProgressing {
    isProgressing = false
    for (index, declaration) in open.enumerated().reversed() {
      guard let definition = definition(of: declaration, units) else { continue }
      open.remove(at: index)
      isProgressing = true
      if !units.declare(declaration.name.text, as: definition) {
        diagnostics.append(SemanticProblem.unitTaken(declaration.name.text).diagnostic(at: declaration.name.range))
      }
    }
  }
  let openNames = Set(open.map(\.name.text))
  var reported: Set<SourceRange> = []
  for declaration in open {
    guard let unit = declaration.definition?.unit, reported.insert(unit.range).inserted else { continue }
    if openNames.contains(unit.text) {
      let problem = SemanticProblem.cycle([declaration.name.text, unit.text])
      diagnostics.append(problem.diagnostic(at: declaration.name.range))
      continue
    }
    let problem = SemanticProblem.unknownUnit(unit.text, nearest: units.nearest(to: unit.text))
    diagnostics.append(problem.diagnostic(at: unit.range))
  }
  return (units, diagnostics)
}

/// Returns what a declared unit is made of, or nil where its definition's unit is not known yet.
private func definition(
  of declaration: UnitDeclarationSyntax, _ units: UnitTable
) -> (amount: Double, unit: MeasurementUnit)?? {
  guard let quantity = declaration.definition else { return .some(nil) }
  guard let written = quantity.unit else { return .some((quantity.value, .one)) }
  guard case .success(let unit) = units.parse(written.text) else { return nil }
  return .some((quantity.value, unit))
}
