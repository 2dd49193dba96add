import Source
import Syntax
import Units

/// Returns the standard units with those that `scripts` declare, and what is wrong with the declarations.
///
/// A declaration may rest on one that stands below it.
package func declaredUnits(_ scripts: [ScriptUnit]) -> (units: UnitTable, diagnostics: [Diagnostic]) {
  var units = UnitTable.standard
  var diagnostics: [Diagnostic] = []
  var open = scripts.flatMap { script in
    script.syntax.statements(of: .unit).compactMap { if case .unit(let unit) = $0.form { unit } else { nil } }
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
  let openNames = open.map(\.name.text)
  let circular = open.filter { openNames.contains($0.definition?.unit?.text ?? "") }
  if let first = circular.first {
    let problem = SemanticProblem.unitCycle(circular.map(\.name.text))
    diagnostics.append(problem.diagnostic(at: first.name.range))
  }
  for declaration in open {
    // The name is known from here on, so that its uses are not reported as well.
    _ = units.declare(declaration.name.text, as: nil)
    guard let unit = declaration.definition?.unit, !openNames.contains(unit.text) else { continue }
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
