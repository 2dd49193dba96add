import Indicators
import Source
import Syntax
import Units

/// A member of a set, before all are brought to one unit.
private struct SetMember {
  let name: String
  let definition: Definition
  let value: CheckedExpression
  var weight: Double?
  let range: SourceRange
}

extension Checker {
  /// Returns the set written as `syntax`, the one at `position` of the program, as the expression that its name stands for.
  mutating func check(_ syntax: SetSyntax, at position: Int) -> CheckedExpression {
    let members: [SetMember]?
    switch syntax.form {
    case .elements(let elements): members = listed(elements)
    case .filter(let relation, let condition): members = filtered(relation, condition, of: syntax.name)
    }
    let range = syntax.name.range
    guard let members, let first = members.first, haveOneFrequency(members) else {
      return CheckedExpression(.invalid, .invalid, range)
    }
    let shared = members.allSatisfy { $0.value.type.unit.shows(with: first.value.type.unit) }
    let elements = members.map { member in
      let step = shared ? member.value.type.unit.factor(to: first.value.type.unit) : nil
      return CheckedSet.Element(
        name: member.name, definition: member.definition,
        value: step.map { member.value.converted($0, to: first.value.type.unit) } ?? member.value,
        weight: member.weight, better: direction(of: member.definition))
    }
    checkedSets[position] = CheckedSet(name: syntax.name.text, elements: elements, range: range)
    let units = IndicatorUnits(names: elements.map(\.name), units: elements.map(\.value.type.unit))
    let type = ValueType(
      shared ? .number(first.value.type.unit) : .several(units),
      frequency: members.lazy.compactMap(\.value.type.frequency).first, kind: commonKind(elements.map(\.value)))
    return CheckedExpression(.definition(.set(position)), type, range)
  }

  /// Returns the members that `elements` list; a set among them stands for its own members.
  private mutating func listed(_ elements: [SetSyntax.Element]) -> [SetMember]? {
    var members: [SetMember] = []
    var isComplete = true
    for element in elements {
      guard let found = self.members(of: element) else {
        isComplete = false
        continue
      }
      for member in found {
        if members.contains(where: { $0.name == member.name || $0.definition == member.definition }) {
          report(.set(.elementTwice(member.name)), at: element.path.range)
          isComplete = false
        } else {
          members.append(member)
        }
      }
    }
    return weightsAgree(elements) && isComplete ? members : nil
  }

  private mutating func members(of element: SetSyntax.Element) -> [SetMember]? {
    let path = element.path
    let value = expression(ExpressionSyntax(.path(path), range: path.range), .values)
    if value.isInvalid { return nil }
    guard case .definition(let definition) = value.form else {
      report(.expected(.number), at: path.range)
      return nil
    }
    if case .set(let inner) = definition {
      if let weight = element.weight {
        report(.set(.weightOfSet(path.text)), at: weight.range)
        return nil
      }
      return checkedSets[inner]?.elements.map {
        SetMember(
          name: $0.name, definition: $0.definition, value: $0.value, weight: $0.weight, range: path.range)
      }
    }
    guard case .number = value.type.shape else {
      report(value.type.indicatorUnits == nil ? .expected(.number) : .set(.formulaOfSet(path.text)), at: path.range)
      return nil
    }
    guard sets(under: value).isEmpty else {
      report(.set(.formulaOfSet(path.text)), at: path.range)
      return nil
    }
    var weight: Double?
    if let written = element.weight {
      guard let number = self.weight(written) else { return nil }
      weight = number
    }
    return [
      SetMember(
        name: catalogue.names.canonical(path.text), definition: definition, value: value, weight: weight,
        range: path.range)
    ]
  }

  /// Returns the plain number that a weight is, or nil after reporting what is none.
  private mutating func weight(_ written: QuantitySyntax) -> Double? {
    let value = expression(ExpressionSyntax(.quantity(written), range: written.range), .values)
    if value.isInvalid { return nil }
    guard let number = plain(value).flatMap({ constant($0) }) else {
      report(.expected(.plainNumber), at: written.range)
      return nil
    }
    return number
  }

  /// Reports a weight without `%` beside others with it: 30 and 30% are not the same.
  private mutating func weightsAgree(_ elements: [SetSyntax.Element]) -> Bool {
    let weights = elements.compactMap(\.weight)
    guard weights.contains(where: { $0.unit != nil }) else { return true }
    for weight in weights where weight.unit == nil && weight.value != 0 {
      report(.unitMissing(digits: text(weight.range), expected: .percent), at: weight.range)
      return false
    }
    return true
  }

  /// Returns the indicators that meet `condition`.
  private mutating func filtered(
    _ relation: PathSyntax, _ condition: ExpressionSyntax, of name: NameSyntax
  ) -> [SetMember]? {
    guard Relation.named(relation.text) == .indicators else {
      let choices = [Relation.indicators.name.english, Relation.indicators.name.chinese]
      report(
        .unknownWord(relation.text, of: Phrase("relation of indicators", "指标表"), choices: choices), at: relation.range)
      return nil
    }
    let checked = self.condition(condition, Setting(relation: .indicators))
    if checked.isInvalid { return nil }
    var members: [SetMember] = []
    for row in IndicatorRow.rows(of: program, in: catalogue) {
      guard let holds = self.holds(checked, row) else {
        report(.set(.conditionOfIndicators), at: condition.range)
        return nil
      }
      guard holds == .yes else { continue }
      let indicator = program.indicators[row.position]
      let definition = indicator.formula.map(Definition.alias) ?? .indicator(row.position)
      guard let type = type(of: definition, at: condition.range), case .number = type.shape else { return nil }
      members.append(
        SetMember(
          name: catalogue.names.canonical(indicator.name), definition: definition,
          value: CheckedExpression(.definition(definition), type, condition.range), weight: nil,
          range: condition.range))
    }
    if members.isEmpty {
      report(.set(.emptySet(name.text)), at: condition.range)
      return nil
    }
    return members
  }

  /// Counts the targets that scripts state of each indicator, which conditions of sets may ask for.
  mutating func countStatedTargets() {
    var subjects: [NameSyntax?] = []
    subjects.reserveCapacity(statements.targets.count)
    for script in scripts {
      for stretch in script.syntax.stretches { subjects += stretch.names.subjects }
    }
    targetSubjects = inParts(subjects.count) { [subjects] checker, part in checker.subjects(subjects[part]) }
    for indicator in targetSubjects.lazy.flatMap(\.indicators) { program.statedTargets[indicator, default: 0] += 1 }
  }

  /// Returns what the names stand for that targets are stated of.
  private mutating func subjects(_ names: ArraySlice<NameSyntax?>) -> TargetSubjects {
    var subjects = TargetSubjects()
    let named = names.compactMap { $0 }
    let entities = lookUp(all: named[...])
    var next = 0
    subjects.names.reserveCapacity(named.count)
    subjects.places.reserveCapacity(names.count + 1)
    for name in names {
      subjects.places.append(subjects.names.count)
      guard let name else { continue }
      next += 1
      guard let entity = entities[next - 1] else { continue }
      subjects.names.append(FoundName(at: name.range, entity))
      switch entity {
      case .definition(.indicator(let position)): subjects.indicators.append(position)
      case .definition(.alias(let alias)):
        if let position = computedIndicators[alias] { subjects.indicators.append(position) }
      case .definition, .dimension, .truth, .missing: break
      }
    }
    subjects.places.append(subjects.names.count)
    return subjects
  }

  /// Reports the first member whose periods are of another length than those before it.
  private mutating func haveOneFrequency(_ members: [SetMember]) -> Bool {
    var common: Frequency?
    for member in members {
      guard let own = member.value.type.frequency else { continue }
      if let common, common != own {
        report(.mixedFrequency(common, own), at: member.range)
        return false
      }
      common = own
    }
    return true
  }

  /// Returns which way is better of what `definition` stands for, where that is said of an indicator.
  private func direction(of definition: Definition) -> Direction? {
    switch definition {
    case .indicator(let position): program.indicators[position].better
    case .alias(let position): computedIndicators[position].flatMap { program.indicators[$0].better }
    case .parameter, .aggregate, .set: nil
    }
  }
}

/// What a part of the targets is stated of.
struct TargetSubjects: Sendable {
  /// What the names stand for that targets are stated of; nothing for one that is stated of anything else.
  fileprivate(set) var names: [FoundName] = []
  /// Where the name of each target stands, and where that of the last ends.
  fileprivate(set) var places: [Int] = []
  /// The indicators that they are stated of, one for each target of one.
  fileprivate var indicators: [Int] = []
}

extension MeasurementUnit {
  /// Whether numbers in this unit and in `other` can stand in one: shares and plain numbers are not shown as each other.
  fileprivate func shows(with other: MeasurementUnit) -> Bool {
    nature == other.nature && factor(to: other) != nil
  }
}
