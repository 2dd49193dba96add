import Evaluation
import Indicators
import Semantics
import Source
import Syntax

extension Exploration {
  /// Returns what is to be told of the answers of `evaluator` and of the declarations of `units`.
  ///
  /// Rules are judged where they are declared; `show rules` judges them all.
  func newFindings(
    of evaluator: inout Evaluator, _ program: CheckedProgram, about units: [SessionUnit]
  ) -> [Diagnostic] {
    let new = Set(units.map(\.text.id))
    func isNew(_ diagnostic: Diagnostic) -> Bool {
      if case .script(let range) = diagnostic.site { new.contains(range.source) } else { true }
    }
    let statements = units.flatMap(\.statements)
    evaluator.reportImbalances()
    var found: [Diagnostic] = []
    var judged: [RuleResult] = []
    if statements.contains(where: { if case .rule = $0.form { true } else { false } }) {
      judged = evaluator.ruleResults(in: program.scenariosUsed)
      found += program.failedRules(judged, &evaluator)
    }
    if program.hasFilters(readingSheets: true) || !judged.isEmpty { found += evaluator.vacuityFindings(judged: judged) }
    found += evaluator.assumptionFindings()
    return evaluator.diagnostics + found.filter(isNew)
  }

  /// Returns what is to be said where `errors` are not in the new `units`, but in what stood there before.
  func remarks(onErrors errors: [Diagnostic], outside units: [SessionUnit]) -> [Phrase] {
    let new = Set(units.map(\.text.id))
    let isElsewhere = errors.contains { error in
      if case .script(let range) = error.site { !new.contains(range.source) } else { false }
    }
    return isElsewhere
      ? [Phrase("nothing has changed: what stands there would no longer hold", "未作任何改动：否则上述已有内容将不再成立")] : []
  }

  /// Returns what is to be said of targets of `units` that stand beside one of the same subject and deadline.
  func remarksOnTargets(of units: [SessionUnit]) -> [Phrase] {
    func subjects(_ units: [SessionUnit]) -> [(subject: String, deadline: Period)] {
      units.flatMap { unit in
        unit.statements.compactMap { statement in
          guard case .target(let target) = statement.form, let deadline = target.deadline else { return nil }
          return (unit.text.text(in: target.subject.range), Period(deadline))
        }
      }
    }
    let earlier = subjects(state.units)
    return subjects(units).filter { target in earlier.contains { $0 == target } }.map { subject, deadline in
      Phrase(
        "\(subject) has another target by \(deadline); both hold, and :undo takes this one back",
        "\(subject) 已有截至 \(deadline) 的目标；两者并存，:撤销 可取消这一个")
    }
  }

  /// Returns what is to be said of declarations that gave way to those of a new line.
  func remarks(on replaced: [StatementSyntax], _ program: CheckedProgram) -> [Phrase] {
    replaced.compactMap(\.key).map { key in
      guard case .value(let name) = key else {
        return Phrase("\(key.name) is redefined", "\(key.name) 已重新定义")
      }
      let followers = program.names(restingOn: name)
      if followers.isEmpty { return Phrase("\(name) is redefined", "\(name) 已重新定义") }
      return Phrase(
        "\(name) is redefined; \(followers.joined(separator: ", ")) \(followers.count == 1 ? "follows" : "follow")",
        "\(name) 已重新定义，\(followers.joined(separator: "、")) 随之改变")
    }
  }
}

extension CheckedProgram {
  /// Returns the names of the values whose formulas rest on the value called `name`, in written order.
  func names(restingOn name: String) -> [String] {
    guard let definition = definitions.first(where: { self.name(of: $0) == name }) else { return [] }
    let dependents = Dependencies(self).dependents(of: [definition])
    return definitions.filter { $0 != definition && dependents.contains($0) && !isHidden($0) }
      .map { self.name(of: $0) }
  }

  /// Whether `definition` is an alias that no script declares, which `_` stands for.
  func isHidden(_ definition: Definition) -> Bool {
    guard case .alias(let position) = definition else { return false }
    return aliases[position].range == aliases[position].formula.range
  }
}
