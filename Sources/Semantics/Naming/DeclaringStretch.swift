import Source
import Syntax

/// The statements of a stretch that declare values, with the positions that these have among those of all scripts if every
/// name is new.
struct DeclaringStretch: Sendable {
  /// The position of the script.
  private let script: Int32
  /// The position of the stretch in the script.
  private let stretch: Int32
  /// The statements.
  let syntax: ScriptSyntax.Stretch
  /// How many values of each kind are declared before the stretch.
  private let before: DefinitionCounts

  /// Returns the stretches of `scripts`, in order.
  static func all(of scripts: [ScriptUnit]) -> [DeclaringStretch] {
    var before = DefinitionCounts()
    var result: [DeclaringStretch] = []
    for (script, unit) in scripts.enumerated() {
      for (stretch, syntax) in unit.syntax.stretches.enumerated() {
        result.append(
          DeclaringStretch(
            script: Int32(truncatingIfNeeded: script), stretch: Int32(truncatingIfNeeded: stretch), syntax: syntax,
            before: before))
        before.add(syntax)
      }
    }
    return result
  }

  /// How many values are declared in the stretch.
  var formulaCount: Int {
    var counts = DefinitionCounts()
    counts.add(syntax)
    return counts.sum
  }

  /// Returns how many values of `kind` are declared.
  func count(of kind: StatementKind) -> Int { syntax.positions(of: kind).count }

  /// Appends what stands for each name.
  func appendNames(to output: inout OutputSpan<NameMap<Entity>.Entry>) {
    var counts = before
    for declaration in syntax.names.declarations {
      guard let definition = counts.next(declaration.kind) else { continue }
      output.append(.init(declaration.name.text, declaration.name.stableHash, .definition(definition)))
    }
  }

  /// Appends where each name stands.
  func appendPlaces(to output: inout OutputSpan<SourceRange?>) {
    var counts = before
    for declaration in syntax.names.declarations where counts.next(declaration.kind) != nil {
      output.append(declaration.name.range)
    }
  }

  /// Appends the declarations.
  func appendFormulas(to output: inout OutputSpan<FormulaSyntax>) {
    var counts = before
    for (position, declaration) in syntax.names.declarations.enumerated() {
      guard let definition = counts.next(declaration.kind) else { continue }
      output.append(
        FormulaSyntax(
          place: StatementPlace(script: script, stretch: stretch, position: declaration.position),
          declaration: Int32(truncatingIfNeeded: position), definition: definition))
    }
  }
}

/// How many values of each kind have been declared.
private struct DefinitionCounts: Sendable {
  private var parameters = 0
  private var aliases = 0
  private var aggregates = 0
  private var sets = 0

  var sum: Int { parameters + aliases + aggregates + sets }

  /// Adds the values that `stretch` declares.
  mutating func add(_ stretch: ScriptSyntax.Stretch) {
    parameters += stretch.positions(of: .parameter).count
    aliases += stretch.positions(of: .alias).count
    aggregates += stretch.positions(of: .aggregate).count
    sets += stretch.positions(of: .set).count
  }

  /// Counts one declaration of `kind` and returns what it declares; nil where it is no value.
  mutating func next(_ kind: StatementKind) -> Definition? {
    guard let definition = definition(kind) else { return nil }
    switch definition {
    case .parameter: parameters += 1
    case .alias: aliases += 1
    case .aggregate: aggregates += 1
    case .set: sets += 1
    case .indicator: break
    }
    return definition
  }

  private func definition(_ kind: StatementKind) -> Definition? {
    switch kind {
    case .parameter: .parameter(parameters)
    case .alias: .alias(aliases)
    case .aggregate: .aggregate(aggregates)
    case .set: .set(sets)
    case .use, .importing, .unit, .indicator, .target, .same, .hierarchy, .scenario, .rule, .correlate, .show, .project,
      .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression:
      nil
    }
  }
}
