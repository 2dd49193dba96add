import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns what `path` stands for, or nil after reporting that it stands for nothing.
  mutating func resolve(_ path: PathSyntax) -> Entity? {
    if nextFoundName < foundNames.endIndex, foundNames[nextFoundName].stands(at: path.range) {
      nextFoundName += 1
      return foundNames[nextFoundName - 1].entity
    }
    if let entity = lookUp(path) { return entity }
    // An empty name has been reported where it is written.
    if path.last.text.isEmpty { return nil }
    if path.qualifier != nil {
      reportUnknownQualified(path)
    } else if Relation.named(path.text) != nil {
      report(.relationAsValue(path.text), at: path.range)
    } else {
      report(.unknownName(path.text, nearest: nearestValues(to: path.text), isRelation: nil), at: path.range)
    }
    return nil
  }

  /// Returns what `path` stands for, if anything.
  mutating func lookUp(_ path: PathSyntax) -> Entity? {
    if path.isName { return lookUp(path.last) }
    if !hasQualifiers, let entity = scope.find(path.text) { return entity }
    return lookUpElsewhere(path)
  }

  /// Returns what `name` stands for, if anything.
  mutating func lookUp(_ name: NameSyntax) -> Entity? {
    if !hasQualifiers, let entity = scope.find(name.text, name.stableHash) { return entity }
    return lookUpElsewhere(PathSyntax(last: name))
  }

  /// Returns what each of `names` stands for, if anything.
  mutating func lookUp(all names: ArraySlice<NameSyntax>) -> [Entity?] {
    if hasQualifiers { return names.map { lookUp($0) } }
    var entities = scope.find(names)
    for (position, name) in zip(entities.indices, names) where entities[position] == nil {
      entities[position] = lookUpElsewhere(PathSyntax(last: name))
    }
    return entities
  }

  /// Returns what `path` stands for where it may be the name of one script, of one sheet, or of the last result.
  private mutating func lookUpElsewhere(_ path: PathSyntax) -> Entity? {
    if let own = qualifier(at: path.range), let entity = scope.find("\(own).\(path.text)") { return entity }
    if let entity = scope.find(path.text) { return entity }
    if path.text == "_", let last = lastResult(at: path.range) { return scope.find(last) }
    guard let sheet = path.qualifier else { return nil }
    // The sheets of an import are everybody's, and may be reached by way of its name as well.
    if scripts.contains(where: { $0.qualifier == sheet }), let entity = scope.find(path.last.text) { return entity }
    return qualifiedIndicator(sheet: sheet, name: path.last.text).map { .definition(.indicator($0)) }
  }

  /// Reports that the sheet or script before the dot holds no such name.
  mutating func reportUnknownQualified(_ path: PathSyntax) {
    let qualifier = path.qualifier ?? ""
    if let sheet = catalogue.sheets.first(where: { $0.name == qualifier }) {
      let nearest = nearestNames(to: path.last.text, among: sheet.indicators.map(\.name), atMost: 3)
      report(.unknownName(path.text, nearest: nearest, isRelation: nil), at: path.last.range)
    } else {
      let nearest = nearestNames(to: qualifier, among: catalogue.sheets.map(\.name), atMost: 3)
      report(.unknownSheet(qualifier, nearest: nearest), at: path.names[0].range)
    }
  }

  private func nearestValues(to name: String) -> [String] {
    // A script with very many unknown names has another fault than its spelling.
    if isTrial || diagnostics.count > 50 { return [] }
    return nearestNames(to: name, among: scope.names, atMost: 3).map(quotedWhereNeeded)
  }

  /// Returns the unit written as `syntax`, or nil after reporting it.
  mutating func measurementUnit(_ syntax: UnitSyntax) -> MeasurementUnit? {
    if let unit = readUnits[syntax.text] { return unit }
    switch units.parse(syntax.text) {
    case .success(let unit):
      readUnits.set(syntax.text, to: unit)
      return unit
    case .failure:
      report(.unknownUnit(syntax.text, nearest: units.nearest(to: syntax.text)), at: syntax.range)
      return nil
    }
  }

  /// Returns the scenario that `path` names, or nil after reporting that there is none that can be computed.
  mutating func scenario(_ path: PathSyntax) -> ScenarioID? {
    if let root = rootScenario(path.text) { return root }
    let own = qualifier(at: path.range).flatMap { declaredScenarios["\($0).\(path.text)"] }
    if let id = own ?? declaredScenarios[path.text] { return id }
    let names = ["actual", "plan", "实际", "计划"] + declaredScenarios.keys.sorted()
    report(.unknownScenario(path.text, nearest: nearestNames(to: path.text, among: names, atMost: 3)), at: path.range)
    return nil
  }

  /// Returns the scenario called `name` that every script has.
  func rootScenario(_ name: String) -> ScenarioID? {
    switch name {
    case "actual", "实际": .actual
    case "plan", "计划": .plan
    default: nil
    }
  }

  /// Returns the scenarios that `paths` name; the one that is asked of, `actual` in a script, where none is named.
  mutating func scenarios(_ paths: [PathSyntax]) -> [ScenarioID] {
    paths.isEmpty ? [scenarioAsked] : paths.compactMap { scenario($0) }
  }

  /// Returns the dimension that `path` names, or nil after reporting that the data have none of that name.
  mutating func dimension(_ path: PathSyntax) -> Dimension? {
    if case .dimension(let dimension) = scope.find(path.text) { return dimension }
    switch path.text {
    case "scenario", "情景": return .scenario
    default: break
    }
    var choices = OrderedNames(["period", "region"])
    choices.insert(catalogue.sheets.flatMap(\.dimensions).map(\.name))
    report(.unknownDimension(path.text, choices: choices.list), at: path.range)
    return nil
  }
}

/// Returns `name` as a script must write it: in quotes where it is no identifier.
package func quotedWhereNeeded(_ name: String) -> String {
  var isFirst = true
  for scalar in name.unicodeScalars {
    let properties = scalar.properties
    guard isFirst ? properties.isXIDStart || scalar == "_" : properties.isXIDContinue else { return "'\(name)'" }
    isFirst = false
  }
  return name
}

extension Period {
  /// Creates the period written as `syntax`.
  package init(_ syntax: PeriodSyntax) {
    switch syntax.part {
    case .year: self.init(year: syntax.year)
    case .half(let part): self.init(year: syntax.year, frequency: .half, part: part)
    case .quarter(let part): self.init(year: syntax.year, frequency: .quarter, part: part)
    case .month(let part): self.init(year: syntax.year, frequency: .month, part: part)
    }
  }
}
