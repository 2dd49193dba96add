import Indicators
import Source
import Syntax
import Units

/// A formula as checked.
struct CheckedFormula: Sendable {
  let expression: CheckedExpression
  /// The values that a parameter may take, in its unit.
  var bounds: ClosedRange<Double>?

  var type: ValueType { expression.type }
}

extension Checker {
  /// Returns one formula as checked.
  mutating func check(_ formula: FormulaSyntax) -> CheckedFormula {
    let statement = statement(of: formula)
    switch (statement.form, formula.definition) {
    case (.parameter(let parameter), .parameter(let position)):
      return check(parameter, setting: parameterSettings[position])
    case (.set(let set), .set(let position)): return CheckedFormula(expression: check(set, at: position))
    case (.alias(let alias), _):
      return CheckedFormula(expression: annotated(value(alias.formula), alias.unit))
    case (.aggregate(let aggregate), _):
      return CheckedFormula(expression: annotated(check(aggregate, in: statement.range), aggregate.unit))
    default: return CheckedFormula(expression: CheckedExpression(.invalid, .invalid, statement.range))
    }
  }

  /// Returns an alias's formula, which may give numbers, truth values or bands.
  private mutating func value(_ syntax: ExpressionSyntax) -> CheckedExpression {
    let value = expression(syntax, .values)
    if case .number = value.type.shape { return value }
    switch value.type.shape {
    case .number, .several, .truth, .invalid, .text(.ordered): return value
    case .flexible:
      return CheckedExpression(
        value.form, ValueType(.number(.one), frequency: value.type.frequency, kind: value.type.kind), value.range)
    case .mixed, .text, .period: return invalid(.expected(.number), at: syntax.range)
    }
  }

  /// Returns `value` in the unit declared for it; one that does not convert is reported.
  private mutating func annotated(_ value: CheckedExpression, _ unit: UnitSyntax?) -> CheckedExpression {
    guard let syntax = unit, !value.isInvalid else { return value }
    guard let unit = measurementUnit(syntax) else { return value }
    guard case .number(let found) = value.type.shape else {
      let isSet = value.type.indicatorUnits != nil
      return invalid(isSet ? .set(.mixedIndicators(text(value.range))) : .expected(.number), at: value.range)
    }
    guard let step = found.factor(to: unit) else {
      return invalid(.annotation(declared: unit, found: found), at: syntax.range)
    }
    return value.converted(step, to: unit)
  }

  private mutating func check(_ parameter: ParameterSyntax, setting: ExpressionSyntax?) -> CheckedFormula {
    distributionCount = 0
    var value = number(setting ?? parameter.value, .amounts)
    if value.type.shape == .flexible {
      value = CheckedExpression(value.form, .plain, value.range)
    }
    if let unit = parameter.unit.flatMap({ measurementUnit($0) }) {
      value = adapted(value, to: unit)
    } else if setting != nil {
      // A value from outside keeps the unit of the one in the script.
      let written = number(parameter.value, .amounts)
      if !written.isInvalid { value = adapted(value, to: written.type.unit) }
    }
    guard !value.isInvalid else { return CheckedFormula(expression: value) }
    let number = value.isUncertain ? nil : constant(value)
    if !value.isUncertain, number == nil {
      return CheckedFormula(expression: invalid(.notAConstant, at: value.range))
    }
    guard let range = parameter.bounds else { return CheckedFormula(expression: value) }
    let lower = adapted(self.number(range.lower, .values), to: value.type.unit)
    let upper = adapted(self.number(range.upper, .values), to: value.type.unit)
    if let low = constant(lower), let high = constant(upper) {
      if low > high {
        report(.rangeReversed, at: range.range)
        return CheckedFormula(expression: value)
      }
      if let number, number < low || number > high {
        report(
          .outOfRange(name: parameter.name.text, lower: text(range.lower.range), upper: text(range.upper.range)),
          at: setting == nil ? value.range : parameter.name.range)
      }
      return CheckedFormula(expression: value, bounds: low...high)
    } else if !lower.isInvalid, !upper.isInvalid {
      report(.notAConstant, at: range.range)
    }
    return CheckedFormula(expression: value)
  }

  private mutating func check(_ aggregate: AggregateSyntax, in statement: SourceRange) -> CheckedExpression {
    // From the function's name to the last clause: what a derivation shows as the formula.
    let range = SourceRange(statement.source, Int(aggregate.function.range.start), Int(statement.end))
    guard let builtin = Builtin.named(aggregate.function.text, argumentCount: 1) else {
      let nearest = nearestNames(to: aggregate.function.text, among: Builtin.names, atMost: 3)
      return invalid(.unknownFunction(aggregate.function.text, nearest: nearest), at: aggregate.function.range)
    }
    guard case .aggregate(let function) = builtin.kind else {
      return invalid(.clausesWithoutAggregate(aggregate.function.text), at: aggregate.function.range)
    }
    let relations = aggregate.over.compactMap { Relation.named($0.text) }
    var setting = Setting.values
    let frame: AggregateCall.Frame
    if let relation = relations.first {
      setting.relation = relation
      guard aggregate.over.count == 1, let columns = columns(aggregate.by, of: relation) else {
        if aggregate.over.count > 1 { report(.expected(.number), at: aggregate.over[1].range) }
        return CheckedExpression(.invalid, .invalid, range)
      }
      frame = .relation(relation, by: columns)
    } else {
      let over = aggregate.over.compactMap { collapsed($0) }
      let by = aggregate.by.compactMap { dimension($0) }
      guard over.count == aggregate.over.count, by.count == aggregate.by.count else {
        return CheckedExpression(.invalid, .invalid, range)
      }
      if over.contains(.sample), !isOfSamples(aggregate, function, builtin) {
        return CheckedExpression(.invalid, .invalid, range)
      }
      frame = !over.isEmpty ? .over(over.filter { !by.contains($0) }) : !by.isEmpty ? .by(by) : .data
    }
    let filter = aggregate.filter.map { condition($0, setting) }
    var require: Double?
    if let syntax = aggregate.require {
      let value = number(syntax, .values)
      guard let share = plain(value).flatMap({ constant($0) }), share >= 0, share <= 1 else {
        return value.isInvalid ? value : invalid(.expected(.share), at: value.range)
      }
      require = share
    }
    let call = self.aggregate(
      function, CallArguments(aggregate.arguments), builtin, frame, setting, range, filter: filter, require: require)
    guard let call, filter?.isInvalid != true else { return CheckedExpression(.invalid, .invalid, range) }
    return self.expression(of: call, range)
  }

  /// Returns the positions of the columns of `relation` that `fields` name, or nil after reporting an unknown one.
  mutating func columns(_ fields: [PathSyntax], of relation: Relation) -> [Int]? {
    var columns: [Int] = []
    for field in fields {
      guard let column = relation.column(named: field.text) else {
        let nearest = nearestNames(to: field.text, among: relation.columns.flatMap(\.names), atMost: 3)
        report(
          .unknownColumn(field.text, relation, choices: relation.columns.map(\.heading.english), nearest: nearest),
          at: field.range)
        return nil
      }
      columns.append(column)
    }
    return columns
  }
}
