import Source

/// A script as written: its statements in order.
package struct ScriptSyntax: Hashable, Sendable {
  /// The stretches of statements that were read one beside another, in order; mostly one.
  package let stretches: [Stretch]

  /// Statements that stand one behind another, with the places of those of each kind.
  package struct Stretch: Sendable {
    /// The statements, in order.
    package private(set) var statements: [StatementSyntax] = []
    /// The positions of the statements of each kind.
    private var positions = Array(repeating: [Int32](), count: StatementKind.allCases.count)
    /// The names that the statements declare and mention.
    package private(set) var names = StretchNames()

    /// Creates a stretch with room for `capacity` statements.
    init(capacity: Int) {
      statements.reserveCapacity(capacity)
      names.reserve(capacity)
    }

    /// Adds a statement behind the others.
    mutating func append(_ statement: StatementSyntax) {
      let position = Int32(truncatingIfNeeded: statements.count)
      positions[Int(statement.form.kind.rawValue)].append(position)
      names.add(statement, at: position)
      statements.append(statement)
    }

    /// Returns the positions of the statements of `kind`, in order.
    package func positions(of kind: StatementKind) -> [Int32] { positions[Int(kind.rawValue)] }
  }

  /// Creates a script.
  package init(statements: [StatementSyntax]) {
    var stretch = Stretch(capacity: statements.count)
    for statement in statements { stretch.append(statement) }
    self.init(stretches: [stretch])
  }

  /// Creates a script of `stretches`.
  init(stretches: [Stretch]) { self.stretches = stretches }

  /// The statements that could be understood, in order.
  package var statements: [StatementSyntax] {
    stretches.count == 1 ? stretches[0].statements : stretches.flatMap(\.statements)
  }

  /// Returns whether both hold the same statements, however these are cut into stretches.
  package static func == (left: ScriptSyntax, right: ScriptSyntax) -> Bool { left.statements == right.statements }

  /// Feeds the statements into `hasher`.
  package func hash(into hasher: inout Hasher) { hasher.combine(statements) }

  /// Returns whether a statement of one of `kinds` is there.
  package func has(_ kinds: StatementKind...) -> Bool {
    stretches.contains { stretch in kinds.contains { !stretch.positions(of: $0).isEmpty } }
  }

  /// Returns the statements of `kinds`, in order, without going through the others.
  package func statements(of kinds: StatementKind...) -> [StatementSyntax] {
    var found: [StatementSyntax] = []
    for stretch in stretches {
      var positions: [Int32] = []
      for kind in kinds { positions += stretch.positions(of: kind) }
      if kinds.count > 1 { positions.sort() }
      found.reserveCapacity(found.count + positions.count)
      for position in positions { found.append(stretch.statements[Int(position)]) }
    }
    return found
  }
}

/// What a statement is, without its parts.
package enum StatementKind: UInt8, CaseIterable, Sendable {
  case use, importing, unit, parameter, indicator, alias, aggregate, target, same, hierarchy, set, scenario, rule
  case correlate, show, project, compare, solve, sensitivity, tabulate, explain, report, expression
}

extension StatementSyntax.Form {
  /// What the statement is.
  package var kind: StatementKind {
    switch self {
    case .use: .use
    case .importing: .importing
    case .unit: .unit
    case .parameter: .parameter
    case .indicator: .indicator
    case .alias: .alias
    case .aggregate: .aggregate
    case .target: .target
    case .same: .same
    case .hierarchy: .hierarchy
    case .set: .set
    case .scenario: .scenario
    case .rule: .rule
    case .correlate: .correlate
    case .show: .show
    case .project: .project
    case .compare: .compare
    case .solve: .solve
    case .sensitivity: .sensitivity
    case .tabulate: .tabulate
    case .explain: .explain
    case .report: .report
    case .expression: .expression
    }
  }
}
