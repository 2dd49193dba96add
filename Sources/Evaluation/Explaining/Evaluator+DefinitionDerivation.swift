import Indicators
import Semantics
import Source

/// How the value of a name comes about.
extension Evaluator {
  mutating func derive(
    _ definition: Definition, _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ depth: Int, _ walk: inout DerivationWalk
  ) {
    guard case .numbers(let cube) = value(of: definition, in: scenario) else { return }
    let offset = cube.offset(at: point)
    let cell = cellName(name(of: definition), cube.axes, point, scenario)
    let isNew = walk.seen.insert(cell).inserted
    let formula = derivedFormula(of: definition)
    var step = DerivationStep(
      depth, Phrase(same: cell), value: offset.flatMap { cube[$0] },
      reason: offset.map { cube.reasons[$0] } ?? .outsideData, type: type(of: expression, at: point))
    if let formula { step.details = [Phrase(same: "= \(text(formula.range))")] }
    let isDerived = formula != nil || scenario.isDeclared || definition.isSet
    if isDerived, !isNew { step.details = [shownAbove] }
    let own = walk.steps.count
    walk.add(step)
    if isDerived, !isNew { return }
    if case .indicator(let position) = definition, deriveParts(position, expression, point, scenario, own, &walk) {
      return
    }
    if scenario.isDeclared, deriveAssumed(definition, point, scenario, depth, own, &walk) { return }
    switch definition {
    case .indicator(let position): deriveOrigins(position, point, scenario, depth + 1, own, &walk)
    case .set(let position):
      walk.change(own) { $0.operation = .same }
      derive(memberOfSet: position, point, scenario, depth + 1, &walk)
    case .parameter(let position): addWritten(program.parameters[position].value.range, depth + 1, &walk)
    case .alias, .aggregate:
      // Beyond its own cells a value has no derivation: a value made of its earlier periods ends where they do.
      guard let formula, offset != nil else { return }
      if formula.isNameAlone {
        walk.change(own) { $0.operation = .same }
        derive(formula, point, scenario, depth + 1, &walk)
      } else {
        // The name's own step shows the formula, so that its operands stand right below it.
        derive(formula, point, scenario, depth, &walk)
        walk.fold(own + 1, into: own)
      }
    }
  }

  /// Says that a value's derivation stands further up.
  var shownAbove: Phrase { Phrase("shown above", "见上") }

  private func derivedFormula(of definition: Definition) -> CheckedExpression? {
    switch definition {
    case .alias(let position): program.aliases[position].formula
    case .aggregate(let position): program.aggregates[position].formula
    case .parameter, .indicator, .set: nil
    }
  }

  /// Adds the line of a script on which something is written.
  func addWritten(_ range: SourceRange, _ depth: Int, _ walk: inout DerivationWalk) {
    guard let origin = origin(of: range, content: text(range)) else { return }
    walk.add(DerivationStep(depth, origin.label, origin: origin, role: .aside))
  }

  /// Returns the line of a script on which `range` begins; nil for what no script says.
  func origin(of range: SourceRange, content: String) -> DerivationOrigin? {
    texts.first { $0.id == range.source }.map { text in
      DerivationOrigin(file: text.fileName, line: text.line(at: range.start), column: nil, content: content)
    }
  }

  func name(of definition: Definition) -> String { program.name(of: definition) }

  /// Returns a name with the labels of its cell in brackets.
  func cellName(_ name: String, _ axes: [Axis], _ point: [Dimension: Label], _ scenario: ScenarioID) -> String {
    var parts = axes.compactMap { axis in point[axis.dimension].map { text($0) } }
    if scenario != .actual { parts.append(WordList.scenario.phrase(scenario.word)[language]) }
    return parts.isEmpty ? name : "\(name)[\(parts.joined(separator: ", "))]"
  }
}

extension Definition {
  /// Whether it stands for several indicators.
  fileprivate var isSet: Bool { if case .set = self { true } else { false } }
}

extension CheckedExpression {
  /// Whether the expression is no more than a name, in whatever unit and at whatever cell.
  fileprivate var isNameAlone: Bool {
    switch form {
    case .definition: true
    case .converted(let inner, _), .selection(let inner, _): inner.isNameAlone
    default: false
    }
  }
}
