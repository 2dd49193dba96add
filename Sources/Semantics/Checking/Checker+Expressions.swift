import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns `syntax` with its names resolved and its units agreed.
  mutating func expression(_ syntax: ExpressionSyntax, _ setting: Setting) -> CheckedExpression {
    let range = syntax.range
    switch syntax.form {
    case .quantity(let quantity): return literal(quantity)
    case .period(let period): return CheckedExpression(.period(Period(period)), ValueType(.period), range)
    case .text(let text): return CheckedExpression(.text(pieces(text, setting)), ValueType(.text(.free)), range)
    case .path(let path): return name(path, setting)
    case .call(let function, let arguments): return call(function, arguments, setting, range)
    case .selection(let value, let parts): return selection(value, parts, setting, range)
    case .negative(let inner):
      let inner = number(inner, setting)
      return inner.isInvalid ? inner : CheckedExpression(.negative(inner), inner.type, range)
    case .arithmetic(let left, let operation, let right, let place):
      return arithmetic(number(left, setting), operation, number(right, setting), place, range)
    case .fallback(let left, let right):
      return choice([number(left, setting), number(right, setting)], range) { .fallback($0[0], $0[1]) }
    case .interval(let low, let high): return interval(low, high, setting, range)
    case .comparison(let left, let comparator, let right, _): return comparison(left, comparator, right, setting, range)
    case .approximation(let left, let right, let within): return approximation(left, right, within, setting, range)
    case .inRange(let value, let bounds):
      let (value, lower) = comparable(number(value, setting), number(bounds.lower, setting))
      let (_, upper) = comparable(value, number(bounds.upper, setting))
      checkOrder(lower, upper, bounds.range)
      return truth(.between(value, lower, upper), of: [value, lower, upper], range)
    case .inList(let value, let list): return among(value, list, setting, range)
    case .not(let inner):
      let inner = condition(inner, setting)
      return truth(.not(inner), of: [inner], range)
    case .and(let left, let right):
      let (left, right) = (condition(left, setting), condition(right, setting))
      return truth(.and(left, right), of: [left, right], range)
    case .or(let left, let right):
      let (left, right) = (condition(left, setting), condition(right, setting))
      return truth(.or(left, right), of: [left, right], range)
    case .invalid: return CheckedExpression(.invalid, .invalid, range)
    }
  }

  /// Returns `syntax` as an expression that gives numbers; anything else is reported.
  mutating func number(_ syntax: ExpressionSyntax, _ setting: Setting) -> CheckedExpression {
    let value = expression(syntax, setting)
    if case .number = value.type.shape { return value }
    switch value.type.shape {
    case .number, .flexible, .mixed, .several, .period, .invalid: return value
    case .truth, .text: return invalid(.expected(.number), at: syntax.range)
    }
  }

  /// Returns `syntax` as an expression that gives truth values; anything else is reported.
  mutating func condition(_ syntax: ExpressionSyntax, _ setting: Setting) -> CheckedExpression {
    let value = expression(syntax, setting)
    switch value.type.shape {
    case .truth, .invalid: return value
    case .number, .flexible, .mixed, .several, .period, .text: return invalid(.expected(.truth), at: syntax.range)
    }
  }

  /// Returns the expression of `form`, which is true, false or unknown, unless a part of it is invalid.
  mutating func truth(
    _ form: CheckedExpression.Form, of parts: [CheckedExpression], _ range: SourceRange
  ) -> CheckedExpression {
    if parts.contains(where: \.isInvalid) { return CheckedExpression(.invalid, .invalid, range) }
    return CheckedExpression(form, ValueType(.truth, frequency: commonFrequency(parts, range)), range)
  }

  /// Returns the texts and values of `text`.
  mutating func pieces(_ text: TextSyntax, _ setting: Setting) -> [TextPiece] {
    text.pieces.map { piece in
      switch piece {
      case .characters(let characters): return .characters(characters)
      case .hole(let inner, let format):
        let value = expression(inner, setting)
        guard let format else { return .value(value, TextFormat()) }
        return formatted(value, by: format)
      }
    }
  }

  /// Reports a range whose ends are constants in the wrong order.
  mutating func checkOrder(_ lower: CheckedExpression, _ upper: CheckedExpression, _ range: SourceRange) {
    if let low = constant(lower), let high = constant(upper), low > high { report(.rangeReversed, at: range) }
  }

  /// Returns the frequency that both sides have, one without periods left out; different ones are reported.
  mutating func commonFrequency(
    _ left: CheckedExpression, _ right: CheckedExpression, _ range: SourceRange
  ) -> Frequency? {
    guard let first = left.type.frequency, let second = right.type.frequency, first != second else {
      return left.type.frequency ?? right.type.frequency
    }
    return commonFrequency([left, right], range)
  }

  /// Returns the frequency that all of `parts` have, those without periods left out; different ones are reported.
  mutating func commonFrequency(_ parts: [CheckedExpression], _ range: SourceRange) -> Frequency? {
    var common: (frequency: Frequency, part: CheckedExpression)?
    for part in parts {
      guard let frequency = part.type.frequency else { continue }
      if let common, common.frequency != frequency {
        let offer = offer(of: part, for: common.frequency) ?? offer(of: common.part, for: frequency)
        report(.mixedFrequency(common.frequency, frequency, offer: offer), at: range)
        return common.frequency
      }
      common = (frequency, part)
    }
    return common?.frequency
  }

  private func literal(_ quantity: QuantitySyntax, unit: MeasurementUnit) -> CheckedExpression {
    let shape: ValueType.Shape = quantity.value == 0 && quantity.unit == nil ? .flexible : .number(unit)
    return CheckedExpression(
      .number(quantity.value, decimals: Int32(clamping: quantity.decimals)), ValueType(shape, isPrinted: true),
      quantity.range)
  }

  private mutating func literal(_ quantity: QuantitySyntax) -> CheckedExpression {
    guard let written = quantity.unit else { return literal(quantity, unit: .one) }
    guard let unit = measurementUnit(written) else { return CheckedExpression(.invalid, .invalid, quantity.range) }
    return literal(quantity, unit: unit)
  }

  private mutating func name(_ path: PathSyntax, _ setting: Setting) -> CheckedExpression {
    if let relation = setting.relation { return column(path, relation) }
    if let sets = setting.weightedSets, ["weight", "权重"].contains(path.text), scope.find(path.text) == nil {
      return weights(of: sets, at: path.range)
    }
    guard let entity = resolve(path) else { return CheckedExpression(.invalid, .invalid, path.range) }
    switch entity {
    case .truth(let value): return CheckedExpression(.truth(value), ValueType(.truth), path.range)
    case .missing: return CheckedExpression(.missing, ValueType(.flexible), path.range)
    case .dimension(let dimension):
      let shape: ValueType.Shape = dimension == .period ? .period : .text(.dimension(dimension))
      return CheckedExpression(.dimension(dimension), ValueType(shape), path.range)
    case .definition(var definition):
      if let assumedMember, definition == .set(assumedMember.set) { definition = assumedMember.definition }
      guard let type = type(of: definition, at: path.range) else {
        return CheckedExpression(.invalid, .invalid, path.range)
      }
      if case .cumulative? = type.kind { meetsCumulative = true }
      return CheckedExpression(.definition(definition), type, path.range)
    }
  }

  /// Returns the column or parameter that `path` names where `relation` is at hand.
  private mutating func column(_ path: PathSyntax, _ relation: Relation) -> CheckedExpression {
    let column = relation.column(named: path.text)
    var parameter: Definition?
    if case .definition(let definition) = scope.find(path.text), case .parameter = definition { parameter = definition }
    switch (column, parameter) {
    case (.some, .some):
      return invalid(
        .qualifierNeeded(path.text, choices: ["param \(path.text)", "column \(path.text)"]), at: path.range)
    case (let column?, nil):
      return CheckedExpression(.column(column), ValueType(relation.columns[column].shape), path.range)
    case (nil, let parameter?):
      guard let type = type(of: parameter, at: path.range) else {
        return CheckedExpression(.invalid, .invalid, path.range)
      }
      return CheckedExpression(.definition(parameter), type, path.range)
    case (nil, nil):
      switch scope.find(path.text) {
      case .truth(let value): return CheckedExpression(.truth(value), ValueType(.truth), path.range)
      case .missing: return CheckedExpression(.missing, ValueType(.flexible), path.range)
      case .definition, .dimension, nil: break
      }
      let names = relation.columns.flatMap(\.names)
      let nearest = nearestNames(to: path.text, among: names, atMost: 3)
      return invalid(
        .unknownColumn(path.text, relation, choices: relation.columns.map(\.heading.english), nearest: nearest),
        at: path.range)
    }
  }

  /// Returns the type of `definition`, or nil where it could not be understood.
  mutating func type(of definition: Definition, at range: SourceRange) -> ValueType? {
    if case .indicator(let position) = definition {
      if let type = indicatorTypes[definition] { return type }
      let indicator = program.indicators[position]
      if let (first, second) = indicator.clashingUnits {
        report(.clashingUnits(indicator.name, first, second), at: range)
        return nil
      }
      let type = ValueType(
        .number(indicator.unit), frequency: indicator.frequency, isPrinted: true, kind: indicator.knownKind)
      indicatorTypes[definition] = type
      return type
    }
    let type = types[definition]
    if !lagGroup.isEmpty, lagGroup.contains(definition) { return type ?? ValueType(.flexible) }
    return type?.shape == .invalid ? nil : type
  }
}

extension CheckedExpression {
  /// Whether the expression stands for what could not be understood.
  var isInvalid: Bool { type.shape == .invalid }
}
