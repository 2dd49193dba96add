import Indicators
import Source
import Syntax
import Units

/// The arguments of a call, told apart by how they are written.
struct CallArguments {
  var plain: [ExpressionSyntax] = []
  var labelled: [String: ExpressionSyntax] = [:]
  var ranges: [(first: ExpressionSyntax, last: ExpressionSyntax)] = []
  var hasFilter = false

  init(_ arguments: [ArgumentSyntax]) {
    for argument in arguments {
      switch argument.form {
      case .plain(let value): plain.append(value)
      case .range(let first, let last): ranges.append((first, last))
      case .filtered: hasFilter = true
      case .labelled(let label, let value):
        if case .path(let path) = label.form { labelled[path.text] = value } else { hasFilter = true }
      }
    }
  }

  /// Whether there is nothing beside `count` plain arguments and the labels in `labels`.
  func holdsOnly(plain count: ClosedRange<Int>, labels: Set<String> = [], ranges rangeCount: ClosedRange<Int> = 0...0)
    -> Bool
  {
    count.contains(plain.count) && labelled.keys.allSatisfy(labels.contains) && rangeCount.contains(ranges.count)
      && !hasFilter
  }
}

extension Checker {
  /// Returns a call of the function that `path` names.
  mutating func call(
    _ path: PathSyntax, _ arguments: [ArgumentSyntax], _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    guard let builtin = Builtin.named(path.text, argumentCount: arguments.count) else {
      let nearest = nearestNames(to: path.text, among: Builtin.names, atMost: 3)
      return invalid(.unknownFunction(path.text, nearest: nearest), at: path.range)
    }
    let arguments = CallArguments(arguments)
    switch builtin.kind {
    case .aggregate(let function):
      guard let call = aggregate(function, arguments, builtin, .data, setting, range) else {
        return CheckedExpression(.invalid, .invalid, range)
      }
      return CheckedExpression(.aggregate(call), type(of: call), range)
    case .time(let function): return time(function, arguments, builtin, setting, range)
    case .cells(let function): return cells(function, arguments, builtin, setting, range)
    case .unevaluated: return invalid(.notEvaluated(path.text), at: range)
    }
  }

  /// Returns a call of an aggregate function over `frame`, or nil after reporting what is wrong with it.
  mutating func aggregate(
    _ function: AggregateFunction, _ arguments: CallArguments, _ builtin: Builtin, _ frame: AggregateCall.Frame,
    _ setting: Setting, _ range: SourceRange, filter: CheckedExpression? = nil, require: Double? = nil
  ) -> AggregateCall? {
    let count = function == .count ? 0...1 : function == .quantile ? 2...2 : 1...1
    let weightLabels: Set<String> = function.takesWeight ? ["weight", "权重"] : []
    let labels: Set<String> = function == .quantile ? weightLabels.union(["type", "类型"]) : weightLabels
    guard arguments.holdsOnly(plain: count, labels: labels) else {
      report(.wrongArguments(builtin), at: range)
      return nil
    }
    var argument: CheckedExpression?
    if let syntax = arguments.plain.first {
      let value = expression(syntax, setting)
      guard let fitting = fit(value, function, syntax) else { return nil }
      argument = fitting
    }
    var weight: CheckedExpression?
    if let syntax = arguments.labelled["weight"] ?? arguments.labelled["权重"] {
      let value = number(syntax, setting)
      if value.isInvalid { return nil }
      weight = value
    }
    var level = 0.5
    if function == .quantile {
      let value = number(arguments.plain[1], setting)
      guard let share = plain(value).flatMap({ constant($0) }), share >= 0, share <= 1 else {
        if !value.isInvalid { report(.expected(.share), at: value.range) }
        return nil
      }
      level = share
    }
    var type = 7
    if let syntax = arguments.labelled["type"] ?? arguments.labelled["类型"] {
      let value = number(syntax, setting)
      guard let number = constant(value), number.rounded() == number, (1...9).contains(number) else {
        if !value.isInvalid { report(.wrongArguments(builtin), at: value.range) }
        return nil
      }
      type = Int(number)
    }
    if let argument, let syntax = arguments.plain.first {
      judgeKind(of: argument, function, frame, isWeighted: weight != nil, syntax)
    }
    return AggregateCall(
      function: function, argument: argument, weight: weight, level: level, quantileType: type, frame: frame,
      filter: filter, require: require)
  }

  /// Returns `value` if `function` can collapse it; what it cannot is reported.
  private mutating func fit(
    _ value: CheckedExpression, _ function: AggregateFunction, _ syntax: ExpressionSyntax
  ) -> CheckedExpression? {
    switch (value.type.shape, function) {
    case (.invalid, _): return nil
    case (.truth, .share), (.truth, .count), (.number, .count), (.flexible, .count), (.mixed, .count), (.text, .count):
      return value
    case (_, .share):
      report(.expected(.truth), at: syntax.range)
      return nil
    case (.mixed, _):
      report(.mixedUnits(text(syntax.range)), at: syntax.range)
      return nil
    case (.number, _), (.flexible, _): return value
    case (.truth, _), (.text, _), (.period, _):
      report(.expected(.number), at: syntax.range)
      return nil
    }
  }

  /// Returns the type that `call` gives.
  func type(of call: AggregateCall) -> ValueType {
    let frequency = call.collapsesPeriods ? nil : call.argument?.type.frequency
    switch call.function {
    case .sum, .mean, .median, .min, .max, .quantile, .first, .last:
      return ValueType(call.argument?.type.shape ?? .number(.one), frequency: frequency)
    case .stdev:
      let unit = call.argument?.type.unit ?? .one
      return ValueType(.number(unit.nature == .percentage ? .points : unit), frequency: frequency)
    case .cv, .gini, .theil, .count, .rank: return ValueType(.number(.one), frequency: frequency)
    case .share: return ValueType(.number(.percent), frequency: frequency)
    }
  }

  /// Returns a call of a function of time.
  private mutating func time(
    _ function: TimeFunction, _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    let plainCount: ClosedRange<Int>
    switch function {
    case .prev, .diff, .yoy, .ytd, .annual: plainCount = 1...1
    case .cagr: plainCount = 1...2
    case .rolling: plainCount = 2...3
    case .rebase: plainCount = 2...2
    }
    guard setting.relation == nil, arguments.holdsOnly(plain: plainCount, ranges: function == .cagr ? 0...1 : 0...0)
    else {
      return invalid(.wrongArguments(builtin), at: range)
    }
    let series = number(arguments.plain[0], setting)
    if series.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
    var frequency = series.type.frequency
    var shape = series.type.shape
    var count: Int?
    var span: (first: Period, last: Period)?
    var rolling = AggregateFunction.mean
    switch function {
    case .prev, .ytd: break
    case .annual:
      frequency = .year
      guard let function = annualFunction(series) else { return CheckedExpression(.invalid, .invalid, range) }
      rolling = function
    case .diff: shape = difference(shape)
    case .yoy: shape = .number(.percent)
    case .cagr:
      shape = .number(.percent)
      if arguments.plain.count == 2 {
        guard let number = wholeNumber(arguments.plain[1], setting) else {
          return invalid(.wrongArguments(builtin), at: range)
        }
        count = number
      } else {
        frequency = nil
        if let written = arguments.ranges.first {
          guard let first = period(written.first), let last = period(written.last) else {
            return invalid(.expected(.periods), at: range)
          }
          span = (first, last)
        }
      }
    case .rolling:
      guard let number = wholeNumber(arguments.plain[1], setting) else {
        return invalid(.wrongArguments(builtin), at: range)
      }
      count = number
      if arguments.plain.count == 3 {
        guard let named = rollingFunction(arguments.plain[2]) else {
          return invalid(.wrongArguments(builtin), at: range)
        }
        rolling = named
      }
    case .rebase:
      guard let base = period(arguments.plain[1]) else {
        return invalid(.expected(.periods), at: arguments.plain[1].range)
      }
      span = (base, base)
      shape = .number(.one)
    }
    let call = TimeCall(function: function, series: series, count: count, span: span, rolling: rolling)
    return CheckedExpression(.time(call), ValueType(shape, frequency: frequency), range)
  }

  /// Returns how the parts of a year make the year: a flow adds up, a level takes the last; anything else is reported.
  private mutating func annualFunction(_ series: CheckedExpression) -> AggregateFunction? {
    if series.type.frequency == .year { return .last }
    guard case .definition(.indicator(let position)) = series.form else {
      report(.annualNeedsIndicator, at: series.range)
      return nil
    }
    switch program.indicators[position].kind {
    case .flow: return .sum
    case .level, .cumulative: return .last
    case .ratio, .index, .rate:
      report(.annualOfRatio(program.indicators[position].name), at: series.range)
    case nil where series.type.unit.isRatio:
      report(.annualOfRatio(program.indicators[position].name), at: series.range)
    case nil: report(.kindNeeded(program.indicators[position].name), at: series.range)
    }
    return nil
  }

  /// Returns the shape of a difference of two values of `shape`: percentages differ in percentage points.
  private func difference(_ shape: ValueType.Shape) -> ValueType.Shape {
    if case .number(let unit) = shape, unit.nature == .percentage { return .number(.points) }
    return shape
  }

  private mutating func wholeNumber(_ syntax: ExpressionSyntax, _ setting: Setting) -> Int? {
    let value = number(syntax, setting)
    guard let number = constant(value), number.rounded() == number, number >= 1, number <= 10_000 else { return nil }
    return Int(number)
  }

  private func rollingFunction(_ syntax: ExpressionSyntax) -> AggregateFunction? {
    guard case .path(let path) = syntax.form, let builtin = Builtin.named(path.text, argumentCount: 1) else {
      return nil
    }
    guard case .aggregate(let function) = builtin.kind else { return nil }
    switch function {
    case .sum, .mean, .median, .min, .max: return function
    case .quantile, .stdev, .cv, .gini, .theil, .count, .share, .rank, .first, .last: return nil
    }
  }

  /// Returns the period written as `syntax`: a period, or a number that is a year of four digits.
  func period(_ syntax: ExpressionSyntax) -> Period? {
    switch syntax.form {
    case .period(let period): return Period(period)
    case .quantity(let quantity):
      guard quantity.unit == nil, quantity.digits.utf8.count == 4, let year = Int(quantity.digits) else { return nil }
      return Period(year: year)
    default: return nil
    }
  }

  /// Returns a call of a function that takes each cell by itself.
  private mutating func cells(
    _ function: CellFunction, _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    let plainCount: ClosedRange<Int>
    switch function {
    case .if: plainCount = 3...3
    case .known, .abs: plainCount = 1...1
    case .round: plainCount = 1...2
    case .min, .max: plainCount = 2...64
    }
    guard arguments.holdsOnly(plain: plainCount) else { return invalid(.wrongArguments(builtin), at: range) }
    switch function {
    case .if:
      let test = condition(arguments.plain[0], setting)
      let (yes, no) = (expression(arguments.plain[1], setting), expression(arguments.plain[2], setting))
      if test.isInvalid || yes.isInvalid || no.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
      if yes.type.shape == .truth, no.type.shape == .truth {
        return truth(.cells(.if, [test, yes, no]), of: [test, yes, no], range)
      }
      let chosen = choice([number(yes), number(no)], range) { .cells(.if, [test] + $0) }
      _ = commonFrequency([test, chosen], range)
      return chosen
    case .known:
      let value = expression(arguments.plain[0], setting)
      return truth(.cells(.known, [value]), of: [value], range)
    case .abs:
      let value = number(arguments.plain[0], setting)
      return value.isInvalid ? value : CheckedExpression(.cells(.abs, [value]), value.type, range)
    case .round:
      let value = number(arguments.plain[0], setting)
      if value.isInvalid { return value }
      var digits = CheckedExpression(.number(0, decimals: 0), .plain, range)
      if arguments.plain.count == 2 {
        digits = number(arguments.plain[1], setting)
        guard let count = constant(digits), count.rounded() == count, abs(count) <= 15 else {
          return digits.isInvalid ? digits : invalid(.wrongArguments(builtin), at: digits.range)
        }
      }
      let type = ValueType(value.type.shape, frequency: value.type.frequency)
      return CheckedExpression(.cells(.round, [value, digits]), type, range)
    case .min, .max:
      let values = arguments.plain.map { number($0, setting) }
      return choice(values, range) { .cells(function, $0) }
    }
  }

  private mutating func number(_ value: CheckedExpression) -> CheckedExpression {
    switch value.type.shape {
    case .number, .flexible, .mixed, .invalid: value
    case .truth, .text, .period: invalid(.expected(.number), at: value.range)
    }
  }
}

extension AggregateFunction {
  /// Whether cells can weigh differently.
  var takesWeight: Bool {
    switch self {
    case .sum, .mean, .median, .quantile, .stdev, .cv, .gini, .theil, .share: true
    case .min, .max, .count, .rank, .first, .last: false
    }
  }
}

extension AggregateCall {
  /// Whether the result has no periods.
  var collapsesPeriods: Bool {
    switch frame {
    case .data, .by: false
    case .over(let dimensions): dimensions.contains(.period)
    case .relation: true
    }
  }
}
