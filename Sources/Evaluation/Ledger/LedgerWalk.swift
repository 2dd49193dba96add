import Indicators
import Semantics

/// The way back from a statement's result to the indicators it rests on.
struct LedgerWalk {
  /// What became of the cells of each indicator, in each scenario.
  private(set) var indicators: [Evaluator.Key: Fates] = [:]
  private var formulas: [Evaluator.Key: Fates] = [:]
  private var pending: Set<Evaluator.Key> = []
  private var pendingIndicators: Set<Evaluator.Key> = []

  /// Says what became of the cells of a definition, as far as one place that uses it tells.
  mutating func reach(_ key: Evaluator.Key, _ fates: Fates) {
    if case .indicator = key.definition {
      var known = indicators[key] ?? Fates(nil, count: fates.count)
      if known.improve(by: fates), key.scenario.isDeclared { pendingIndicators.insert(key) }
      indicators[key] = known
      return
    }
    var known = formulas[key] ?? Fates(nil, count: fates.count)
    let isChanged = known.improve(by: fates)
    if isChanged || formulas[key] == nil { pending.insert(key) }
    formulas[key] = known
  }

  /// Returns the definitions of `group` that are to be traced further, each with what became of its cells.
  mutating func take(_ group: FormulaGroup) -> [(key: Evaluator.Key, fates: Fates)] {
    let keys = pending.filter { group.definitions.contains($0.definition) }
    pending.subtract(keys)
    let ordered = group.definitions.flatMap { definition in
      keys.filter { $0.definition == definition }.sorted { $0.scenario.index < $1.scenario.index }
    }
    return ordered.compactMap { key in formulas[key].map { (key, $0) } }
  }
}

extension LedgerWalk {
  /// Whether a name is still to be traced.
  fileprivate var isOpen: Bool { !pending.isEmpty || !pendingIndicators.isEmpty }

  /// Returns the indicators whose assumptions are to be traced, each with what became of its cells.
  fileprivate mutating func takeIndicators() -> [(key: Evaluator.Key, fates: Fates)] {
    let keys = pendingIndicators
    pendingIndicators = []
    return keys.compactMap { key in indicators[key].map { (key, $0) } }
  }
}

extension Evaluator {
  /// Follows the formulas and assumptions of all names that `walk` has come to, those that need others first.
  mutating func settle(_ walk: inout LedgerWalk) {
    // What a scenario assumes may need any name, so that the order of formulas may have to be gone through again.
    repeat {
      settleFormulas(&walk)
      for (key, fates) in walk.takeIndicators() {
        let traced = traceAssumptions(of: key, fates, &walk)
        walk.reach(key, traced)
      }
    } while walk.isOpen
  }

  private mutating func settleFormulas(_ walk: inout LedgerWalk) {
    for group in program.order.reversed() {
      // Definitions that need each other's earlier periods come up again until nothing gets any better.
      var next = walk.take(group)
      while !next.isEmpty {
        for (key, fates) in next {
          switch key.definition {
          case .alias(let position):
            let formula = program.aliases[position].formula
            let fates = traceAssumptions(of: key, fates, &walk)
            trace(formula, fatesOfFormula(formula, key, fates), key.scenario, &walk)
          case .aggregate(let position):
            let formula = program.aggregates[position].formula
            trace(formula, fatesOfFormula(formula, key, fates), key.scenario, &walk)
          case .set(let position): trace(membersOf: position, key, fates, &walk)
          case .parameter, .indicator: break
          }
        }
        next = walk.take(group)
      }
    }
  }

  /// Returns what became of the cells of a definition's formula: those that a scenario's assumptions do not replace.
  private mutating func fatesOfFormula(_ formula: CheckedExpression, _ key: Key, _ fates: Fates) -> Fates {
    guard key.scenario.isDeclared, let overlay = overlays[key] else { return fates }
    let cube = presence(of: formula, key.scenario)
    let positions = Alignment.positions(of: overlay.cube.axes, in: cube.axes)
    var found = Fates(nil, count: cube.count)
    for (cell, offset) in positions.enumerated() where offset >= 0 && Int(offset) < fates.count {
      if overlay.sources[Int(offset)] == .base, let cause = fates[Int(offset)] { found.improve(cell, cause) }
    }
    return found
  }
}
