import Source
import Syntax

extension Checker {
  /// Checks the formulas, each after those that it needs; a circle is reported.
  ///
  /// Of many formulas those that need only what has been checked are checked at once, in parts that workers share; where there
  /// is an error, one formula is checked after another.
  mutating func checkFormulas(_ formulas: [FormulaSyntax]) {
    let order = FormulaOrder(count: formulas.count, needs(of: formulas))
    program.order = FormulaGroups(formulas.map(\.definition), formulaPositions, order.withoutNames)
    let found = diagnostics.count
    if formulas.count <= partSize || !order.cycles.isEmpty || !checkByLevel(formulas, order) {
      diagnostics.removeLast(diagnostics.count - found)
      forgetFormulas()
      for group in 0..<order.count {
        if group == order.firstWaiting { reportCycles(of: order, formulas) }
        check(group, of: order, formulas)
      }
      if order.firstWaiting >= order.count { reportCycles(of: order, formulas) }
    }
    foundNames = []
  }

  private mutating func reportCycles(of order: FormulaOrder, _ formulas: [FormulaSyntax]) {
    for path in order.cycles {
      let names = path.map { name(of: formulas[$0]) }
      report(.cycle(names.map(\.text)), at: names[0].range)
    }
  }

  /// Forgets what is known of formulas.
  private mutating func forgetFormulas() {
    types = DefinitionTable()
    definitionSets = DefinitionTable()
    checkedSets = [:]
    lowerBetterOfAliases = [:]
    parameterValues = [:]
  }

  /// Checks the formulas level by level; returns false where there is an error.
  private mutating func checkByLevel(_ formulas: [FormulaSyntax], _ order: FormulaOrder) -> Bool {
    var findings = FormulaFindings(behind: diagnostics.count)
    for level in order.groupsByLevel {
      guard check(level: level, of: order, formulas, &findings) else { return false }
    }
    findings.sort(&diagnostics)
    return true
  }

  /// Checks groups that do not need each other; returns false where there is an error.
  private mutating func check(
    level: [Int32], of order: FormulaOrder, _ formulas: [FormulaSyntax], _ findings: inout FormulaFindings
  ) -> Bool {
    var alone: [(group: Int, formula: Int)] = []
    alone.reserveCapacity(level.count)
    for group in level.lazy.map(Int.init) {
      if let formula = order.onlyFormula(of: group), !formulas[formula].isSet {
        alone.append((group, formula))
      } else {
        let found = diagnostics.count
        check(group, of: order, formulas)
        if diagnostics[found...].contains(where: { $0.severity == .error }) { return false }
        findings.label(upTo: diagnostics.count, as: group)
      }
    }
    let open = alone
    let checked = inFaultlessParts(open.count) { checker, part -> CheckedPart in
      checker.lookAhead(at: open[part].lazy.map(\.formula), formulas, order)
      var made = CheckedPart(count: part.count)
      let found = checker.diagnostics.count
      for (group, position) in open[part] {
        let formula = checker.check(formulas[position], at: position, order)
        made.add(
          formula, as: formulas[position].definition, group, findings: checker.diagnostics.count - found)
      }
      return made
    }
    guard var checked else { return false }
    for part in checked { findings.label(part.groupsOfFindings) }
    enter(&checked)
    return true
  }

  /// Enters the formulas of `parts`, which are given up, into the program: those of aliases side by side.
  private mutating func enter(_ parts: inout [CheckedPart]) {
    for part in parts {
      for (definition, formula) in part.others { enter(formula, as: definition) }
    }
    // What sets are made of is gathered by one alone.
    guard !hasSets, parts.count > 1, let ranges = CheckedPart.ranges(of: parts) else {
      for part in parts {
        part.forEachAlias { enter(CheckedFormula(expression: $1), as: .alias($0)) }
      }
      return
    }
    let open = HandedParts(parts)
    parts = []
    types.changeAliases(in: ranges, workers) { part, types in
      open[part].forEachAlias { types[$0 - ranges[part].lowerBound] = $1.type }
    }
    workers.change(&program.aliases, in: ranges) { part, aliases in
      open.take(part).forEachAlias { aliases[$0 - ranges[part].lowerBound].formula = $1 }
    }
  }

  /// Checks a group of formulas and enters it into the program.
  private mutating func check(_ group: Int, of order: FormulaOrder, _ formulas: [FormulaSyntax]) {
    let members = order.formulas(of: group)
    if order.isLagged(group) { lagGroup = Set(members.map { formulas[Int($0)].definition }) }
    for position in members {
      enter(check(formulas[Int(position)], at: Int(position), order), as: formulas[Int(position)].definition)
    }
    lagGroup = []
  }

  /// Checks the formula at `position`, whose names are known.
  private mutating func check(_ formula: FormulaSyntax, at position: Int, _ order: FormulaOrder) -> CheckedFormula {
    foundNames = order.needs.names(of: position)
    nextFoundName = foundNames.startIndex
    return check(formula)
  }

  /// Enters the formula of `definition` into the program and remembers what others need of it.
  private mutating func enter(_ formula: CheckedFormula, as definition: Definition) {
    let expression = formula.expression
    types[definition] = expression.type
    if hasSets {
      definitionSets[definition] = sets(under: expression)
      noteDirection(of: definition, expression)
    }
    switch definition {
    case .parameter(let position):
      program.parameters[position].value = expression
      program.parameters[position].bounds = formula.bounds
      parameterValues[position] = expression
    case .alias(let position): program.aliases[position].formula = expression
    case .aggregate(let position): program.aggregates[position].formula = expression
    case .set(let position): if let set = checkedSets[position] { program.sets[position] = set }
    case .indicator: break
    }
  }
}

extension FormulaSyntax {
  /// Whether what is declared is a set, which is checked where it is entered.
  fileprivate var isSet: Bool { if case .set = definition { true } else { false } }
}
