import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Joins the names that the scripts say are one thing.
  mutating func checkSameness() {
    for statement in statements.sames {
      guard case .same(let same) = statement.form else { continue }
      let known = same.names.filter { path in
        if !merging.places(of: path.last.text).isEmpty { return true }
        if members.isMember(path.last.text) { return false }
        report(
          .sameUnknown(path.text, nearest: nearestNames(to: path.last.text, among: merging.names, atMost: 3)),
          at: path.range)
        return false
      }
      for path in known.dropFirst() { merging.unite(known[0].last.text, path.last.text) }
    }
  }

  /// Enters every sheet's indicators under their bare names.
  mutating func declareIndicators() {
    for name in merging.names {
      let representative = merging.representative(of: name)
      let position = indicatorPositions[representative] ?? enter(representative, places: merging.places(of: name))
      indicatorPositions[representative] = position
      scope.declare(name, as: .definition(.indicator(position)), at: nil)
    }
  }

  /// Adds the indicator called `name` with what the sheets hold at `places`, and returns its position.
  private mutating func enter(_ name: String, places: [IndicatorMerging.Place]) -> Int {
    let denominators = hiddenDenominators(places)
    func unitInFull(_ place: IndicatorMerging.Place) -> MeasurementUnit? {
      let indicator = sheetIndicator(place)
      return indicator.printedUnit == nil ? indicator.unit?.over(denominators) : indicator.unit
    }
    let unit = places.compactMap { unitInFull($0) }.first ?? .one
    var indicator = CheckedIndicator(name: name, unit: unit, parts: [])
    var found: Set<Frequency> = []
    var isMixed = false
    for place in places {
      if indicator.every == nil { indicator.every = sheetIndicator(place).attributes.frequency }
      // A sheet that prints no unit means the numbers of the one that does.
      let own = unitInFull(place) ?? unit
      let conversion = own.factor(to: unit)
      if conversion == nil, indicator.clashingUnits == nil { indicator.clashingUnits = (unit, own) }
      indicator.parts.append(
        .init(sheet: place.sheet, index: place.index, unit: own, conversion: conversion ?? .identity))
      if sheetHasObservations(place) {
        if let frequency = summaries[place.sheet].frequency(of: place.index) {
          found.insert(frequency)
        } else {
          isMixed = true
        }
      }
    }
    let kinds = places.compactMap { sheetIndicator($0).kind }
    // Where sheets disagree, none is followed until a statement says.
    indicator.kind = kinds.allSatisfy { $0 == kinds.first } ? kinds.first : nil
    indicator.frequency = found.count == 1 && !isMixed ? found.first : nil
    program.indicators.append(indicator)
    return program.indicators.count - 1
  }

  /// Returns what one of `places` divides by without printing it, and remembers how sheets print such units.
  private mutating func hiddenDenominators(_ places: [IndicatorMerging.Place]) -> [MeasurementUnit.Factor] {
    var denominators: [MeasurementUnit.Factor] = []
    for place in places {
      let indicator = sheetIndicator(place)
      guard let full = indicator.unit, let printed = indicator.printedUnit else { continue }
      printedUnits[full] = printed
      if denominators.isEmpty { denominators = full.factors.filter { $0.exponent < 0 } }
    }
    return denominators
  }

  /// Returns the position of the indicator `name` of the sheet called `sheetName`, entered where it is new.
  mutating func qualifiedIndicator(sheet sheetName: String, name: String) -> Int? {
    guard let sheet = catalogue.sheets.firstIndex(where: { $0.name == sheetName }) else { return nil }
    guard let index = catalogue.sheets[sheet].indicators.firstIndex(where: { $0.name == name }) else { return nil }
    let full = "\(sheetName).\(name)"
    if let position = indicatorPositions[full] { return position }
    let position = enter(full, places: [.init(sheet: sheet, index: index)])
    if case .definition(.indicator(let whole)) = scope.find(name) {
      let whole = program.indicators[whole]
      program.indicators[position].better = whole.better
      program.indicators[position].kind = whole.kind
      program.indicators[position].bounds = whole.bounds
      program.indicators[position].every = program.indicators[position].every ?? whole.every
    }
    program.indicators[position].qualifier = sheetName
    indicatorPositions[full] = position
    return position
  }

  private func sheetIndicator(_ place: IndicatorMerging.Place) -> SheetIndicator {
    catalogue.sheets[place.sheet].indicators[place.index]
  }

  private func sheetHasObservations(_ place: IndicatorMerging.Place) -> Bool {
    summaries[place.sheet].counts[place.index] > 0
  }

  /// Applies what `indicator` statements say.
  mutating func checkIndicatorStatements() {
    // What was found out of indicators on the way may be no longer so afterwards.
    defer { indicatorTypes = DefinitionTable() }
    for statement in statements.indicators {
      guard case .indicator(let syntax) = statement.form else { continue }
      guard let position = indicatorPosition(of: syntax) else { continue }
      if let unit = syntax.unit.flatMap({ measurementUnit($0) }) { declare(unit, of: position, path: syntax.path) }
      if let better = syntax.better { program.indicators[position].better = direction(better) }
      if let kind = syntax.kind { program.indicators[position].kind = indicatorKind(kind) }
      if let range = syntax.range, let bounds = bounds(range, of: position) {
        program.indicators[position].bounds = bounds
        checkValues(of: position, bounds, range)
      }
      if !syntax.owners.isEmpty { program.indicators[position].owners = syntax.owners.map(\.text) }
      if let attribute = syntax.attribute { program.indicators[position].attribute = attribute.text }
      if let group = syntax.group { program.indicators[position].group = group.text }
      if let every = syntax.every.flatMap({ frequency($0, ofIndicator: position) }) {
        program.indicators[position].every = every
      }
    }
  }

  private mutating func indicatorPosition(of syntax: IndicatorSyntax) -> Int? {
    if let sheet = syntax.path.qualifier {
      if let position = qualifiedIndicator(sheet: sheet, name: syntax.path.last.text) { return position }
      reportUnknownQualified(syntax.path)
      return nil
    }
    if case .definition(.indicator(let position)) = scope.find(syntax.path.text) { return position }
    // An indicator that no sheet holds yet: a script may state targets for it before the data come.
    if let entity = scope.find(syntax.path.text), entity != .missing {
      report(.builtInName(syntax.path.text), at: syntax.path.range)
      return nil
    }
    let position = enter(syntax.path.text, places: [])
    indicatorPositions[syntax.path.text] = position
    scope.declare(syntax.path.text, as: .definition(.indicator(position)), at: syntax.path.range)
    return position
  }

  /// Gives the indicator's numbers the unit `unit` in place of the one the sheet prints.
  private mutating func declare(_ unit: MeasurementUnit, of position: Int, path: PathSyntax) {
    var unit = unit
    // A statement may give the unit as sheets print it: 元 of 人均收入.
    if let full = unitWithHiddenDenominator(unit, of: path.last.text, units: units) {
      printedUnits[full] = unit
      unit = full
    }
    let printed = program.indicators[position].parts.compactMap { catalogue.sheets[$0.sheet].indicators[$0.index].unit }
    if let other = printed.first(where: { $0 != unit }) {
      report(.unitReplaced(path.text, printed: other, declared: unit), at: path.range)
    }
    program.indicators[position].unit = unit
    program.indicators[position].clashingUnits = nil
    program.indicators[position].parts = program.indicators[position].parts.map {
      CheckedIndicator.Part(sheet: $0.sheet, index: $0.index, unit: unit, conversion: .identity)
    }
    guard let qualifier = path.qualifier, case .definition(.indicator(let whole)) = scope.find(path.last.text) else {
      return
    }
    // The bare name sees the sheet's numbers in the unit that was declared for them.
    guard let sheet = catalogue.sheets.firstIndex(where: { $0.name == qualifier }) else { return }
    redeclare(part: sheet, in: whole, as: unit)
  }

  private mutating func redeclare(part sheet: Int, in position: Int, as unit: MeasurementUnit) {
    let indicator = program.indicators[position]
    if indicator.parts.first?.sheet == sheet { program.indicators[position].unit = unit }
    let target = program.indicators[position].unit
    var clash: (MeasurementUnit, MeasurementUnit)?
    program.indicators[position].parts = indicator.parts.map { part in
      let own = part.sheet == sheet ? unit : part.unit
      let conversion = own.factor(to: target)
      if conversion == nil { clash = (target, own) }
      return CheckedIndicator.Part(
        sheet: part.sheet, index: part.index, unit: own, conversion: conversion ?? .identity)
    }
    program.indicators[position].clashingUnits = clash
  }

  private mutating func direction(_ name: NameSyntax) -> Direction? {
    switch name.text {
    case "higher", "越高越好": return .higher
    case "lower", "越低越好": return .lower
    default:
      report(
        .unknownWord(name.text, of: Phrase("direction", "方向"), choices: ["higher", "lower", "越高越好", "越低越好"]),
        at: name.range)
      return nil
    }
  }

  private mutating func indicatorKind(_ name: NameSyntax) -> IndicatorKind? {
    if let kind = IndicatorKind(word: name.text) { return kind }
    report(
      .unknownWord(name.text, of: Phrase("kind", "指标类型"), choices: IndicatorKind.allCases.map(\.rawValue)),
      at: name.range)
    return nil
  }

  /// Returns how often values of an indicator are due.
  private mutating func frequency(_ name: NameSyntax, ofIndicator position: Int) -> Frequency? {
    guard let frequency = Frequency(word: name.text) else {
      let choices = Frequency.allCases.map(\.name)
      report(
        .unknownWord(
          name.text, of: Phrase("frequency", "频次"), choices: choices.map(\.english) + choices.map(\.chinese)),
        at: name.range)
      return nil
    }
    let parts = program.indicators[position].parts.filter { summaries[$0.sheet].counts[$0.index] > 0 }
    if !parts.isEmpty, !parts.contains(where: { summaries[$0.sheet].has(frequency, indicator: $0.index) }) {
      report(.nothingDue(program.indicators[position].name, frequency), at: name.range)
      return nil
    }
    return frequency
  }

  /// Reports the observations that lie outside the range stated for an indicator.
  private mutating func checkValues(
    of position: Int, _ bounds: ClosedRange<Double>, _ range: RangeSyntax
  ) {
    let indicator = program.indicators[position]
    var count = 0
    var first: Diagnostic.Label?
    for part in indicator.parts {
      let sheet = catalogue.sheets[part.sheet]
      for row in catalogue.rows(sheet: part.sheet, indicator: part.index).lazy.map(Int.init)
      where sheet.observations.reason[row] == .known {
        let value = part.conversion(sheet.observations.value[row])
        if bounds.contains(value) { continue }
        count += 1
        if first == nil {
          first = .init(.cell(sheet.place(ofObservation: row)), Phrase("outside", "超出范围"))
        }
      }
    }
    guard let first else { return }
    diagnostics.append(
      SemanticProblem.valuesOutside(indicator.name, count: count).diagnostic(at: range.range, with: first))
  }

  private mutating func bounds(_ range: RangeSyntax, of position: Int) -> ClosedRange<Double>? {
    let unit = program.indicators[position].unit
    let lower = constant(adapted(expression(range.lower, .values), to: unit))
    let upper = constant(adapted(expression(range.upper, .values), to: unit))
    guard let lower, let upper else { return nil }
    if lower > upper {
      report(.rangeReversed, at: range.range)
      return nil
    }
    return lower...upper
  }
}

extension MeasurementUnit {
  /// Returns the unit over `denominators`, where it stands alone as printed: a name that hides none is the `same` as one
  /// that does.
  fileprivate func over(_ denominators: [Factor]) -> MeasurementUnit {
    guard nature == .plain, factors.allSatisfy({ $0.exponent > 0 }), !factors.isEmpty else { return self }
    return MeasurementUnit(factors: factors + denominators, nature: .plain)
  }
}
