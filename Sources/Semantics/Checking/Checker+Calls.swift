import Indicators
import Source
import Syntax
import Units

/// The arguments of a call, told apart by how they are written.
struct CallArguments {
  var plain: [ExpressionSyntax] = []
  var labelled: [String: ExpressionSyntax] = [:]
  /// The labels with their values, in written order.
  var labels: [(name: PathSyntax, value: ExpressionSyntax)] = []
  var ranges: [(first: ExpressionSyntax, last: ExpressionSyntax)] = []
  /// What `within` names, once for each time it is written.
  var groups: [ExpressionSyntax] = []
  /// What is written as `x where c`.
  var filtered: [(value: ExpressionSyntax, condition: ExpressionSyntax)] = []
  /// Whether a label is no name.
  private(set) var hasOddLabel = false

  /// The label of weights in each language.
  static let weightLabels: Set<String> = ["weight", "权重"]

  /// The weights, if any are given.
  var weight: ExpressionSyntax? { labelled["weight"] ?? labelled["权重"] }
  /// The labels before the dimensions whose members stand among themselves.
  static let groupLabels: Set<String> = ["within", "组内"]

  init(_ arguments: [ArgumentSyntax]) {
    for argument in arguments {
      switch argument.form {
      case .plain(let value): plain.append(value)
      case .range(let first, let last): ranges.append((first, last))
      case .filtered(let value, let condition): filtered.append((value, condition))
      case .labelled(let label, let value):
        guard case .path(let path) = label.form else {
          hasOddLabel = true
          continue
        }
        labelled[path.text] = value
        labels.append((path, value))
        if Self.groupLabels.contains(path.text) { groups.append(value) }
      }
    }
  }

  /// Whether there is nothing beside `count` plain arguments and the labels in `labels`.
  func holdsOnly(plain count: ClosedRange<Int>, labels: Set<String> = [], ranges rangeCount: ClosedRange<Int> = 0...0)
    -> Bool
  {
    count.contains(plain.count) && labelled.keys.allSatisfy(labels.contains) && rangeCount.contains(ranges.count)
      && filtered.isEmpty && !hasOddLabel
  }

  /// Puts what `distinct` is given in place of a single argument `distinct(…)`, and returns whether there is one.
  mutating func takeDistinct() -> Bool {
    guard plain.count == 1, case .call(let path, let inner) = plain[0].form,
      Builtin.named(path.text, argumentCount: 1)?.kind == .aggregate(.distinct)
    else { return false }
    let given = CallArguments(inner)
    (plain, filtered, hasOddLabel) = (given.plain, given.filtered, hasOddLabel || given.hasOddLabel)
    labelled.merge(given.labelled) { $1 }
    return true
  }

  /// Takes the condition of a single argument `x where c` away, so that `x` is a plain argument.
  mutating func takeCondition() -> ExpressionSyntax? {
    guard plain.isEmpty, filtered.count == 1 else { return nil }
    plain = [filtered[0].value]
    return filtered.removeFirst().condition
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
    let syntax = arguments
    let arguments = CallArguments(arguments)
    switch builtin.kind {
    case .aggregate(let function):
      guard let call = aggregate(function, arguments, builtin, .data, setting, range) else {
        return CheckedExpression(.invalid, .invalid, range)
      }
      return expression(of: call, range)
    case .time(let function): return time(function, arguments, builtin, setting, range)
    case .cells(let function): return cells(function, arguments, builtin, setting, range)
    case .distribution(let function): return distribution(function, syntax, builtin, setting, range)
    case .chance:
      guard arguments.holdsOnly(plain: 1...1), setting.relation == nil else {
        return invalid(.wrongArguments(builtin), at: range)
      }
      let condition = condition(arguments.plain[0], setting)
      if condition.isInvalid { return condition }
      return CheckedExpression(
        .chance(condition), ValueType(.number(.percent), frequency: condition.type.frequency, kind: .ratio), range)
    case .scaling: return scaling(arguments, builtin, setting, range)
    case .missing(let function): return missing(function, arguments, builtin, setting, range)
    }
  }

  /// Returns a call of an aggregate function over `frame`, or nil after reporting what is wrong with it.
  mutating func aggregate(
    _ function: AggregateFunction, _ arguments: CallArguments, _ builtin: Builtin, _ frame: AggregateCall.Frame,
    _ setting: Setting, _ range: SourceRange, filter: CheckedExpression? = nil, require: Double? = nil
  ) -> AggregateCall? {
    var (function, arguments, filter) = (function, arguments, filter)
    var conditions = [arguments.takeCondition()]
    if function == .count, arguments.takeDistinct() {
      function = .distinct
      conditions.append(arguments.takeCondition())
    }
    for written in conditions.compactMap({ $0 }) {
      let condition = condition(written, setting)
      if condition.isInvalid { return nil }
      filter = filter.map { truth(.and($0, condition), of: [$0, condition], range) } ?? condition
    }
    guard arguments.holdsOnly(plain: function.argumentCount, labels: function.labels) else {
      report(.wrongArguments(builtin), at: range)
      return nil
    }
    var argument: CheckedExpression?
    if let syntax = arguments.plain.first {
      let value = expression(syntax, setting)
      if function == .share, value.isNumber, setting.relation == nil { function = .proportion }
      guard let fitting = fit(value, function, syntax) else { return nil }
      if fitting.type.indicatorUnits != nil, frame.collapsesIndicators, function.needsOneUnit {
        report(.set(.mixedIndicators(text(syntax.range))), at: syntax.range)
        return nil
      }
      argument = fitting
    }
    var frame = argument?.type.shape == .period ? frame.collapsingPeriods : frame
    if function.keepsCells {
      guard setting.relation == nil, function.takesWeight || arguments.labelled["weight"] == nil,
        let own = narrowed(frame, to: arguments.groups, builtin)
      else {
        if setting.relation != nil { report(.wrongArguments(builtin), at: range) }
        return nil
      }
      frame = own
    } else if !arguments.groups.isEmpty {
      report(.wrongArguments(builtin), at: range)
      return nil
    }
    guard let second = partner(of: argument, function, arguments, setting) else { return nil }
    guard let isBalanced = isBalanced(arguments, setting) else { return nil }
    var weight: CheckedExpression?
    if let syntax = arguments.weight {
      var setting = setting
      setting.weightedSets = argument.map { sets(under: $0) } ?? []
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
      lintZeros(argument, in: builtin, at: syntax.range)
      if function == .rank { lintRank(of: argument, at: syntax.range) }
      if function == .ratio, let second = second.value {
        judgeRatio(of: (argument, syntax), to: (second, arguments.plain[1]), frame)
      } else {
        judgeKind(of: argument, function, frame, isWeighted: weight != nil, syntax)
      }
    }
    return AggregateCall(
      function: function, argument: argument, second: second.value, weight: weight, level: level, quantileType: type,
      frame: frame, filter: filter, require: require, isBalanced: isBalanced)
  }

  /// Returns `value` if `function` can collapse it; what it cannot is reported.
  private mutating func fit(
    _ value: CheckedExpression, _ function: AggregateFunction, _ syntax: ExpressionSyntax
  ) -> CheckedExpression? {
    switch (value.type.shape, function) {
    case (.invalid, _): return nil
    case (.text, .list), (.text, .distinct), (.period, .first), (.period, .last), (.period, .min), (.period, .max),
      (.period, .count), (.period, .distinct), (.number, .distinct), (.flexible, .distinct), (.mixed, .distinct):
      return value
    case (_, .list):
      report(.expected(.text), at: syntax.range)
      return nil
    case (.truth, .share), (.truth, .count), (.number, .count), (.flexible, .count), (.mixed, .count),
      (.several, .count),
      (.text, .count):
      return value
    case (_, .share):
      report(.expected(.truth), at: syntax.range)
      return nil
    case (.mixed, _):
      report(.mixedUnits(text(syntax.range)), at: syntax.range)
      return nil
    case (.number, _), (.flexible, _), (.several, _): return value
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
      return ValueType(call.argument?.type.shape ?? .number(.one), frequency: frequency, kind: kind(of: call))
    case .stdev:
      let shape = call.argument?.type.shape ?? .flexible
      return ValueType(
        shape == .flexible ? .number(.one) : shape.ofDifference, frequency: frequency, kind: kind(of: call))
    case .list: return ValueType(call.argument?.type.shape ?? .text(.free), frequency: frequency)
    case .cv, .gini, .theil, .count, .distinct, .rank:
      return ValueType(.number(.one), frequency: frequency, kind: kind(of: call))
    case .share, .proportion: return ValueType(.number(.percent), frequency: frequency, kind: kind(of: call))
    case .contribution: return ValueType(.number(.points), frequency: frequency, kind: kind(of: call))
    case .correlation: return ValueType(.number(.one), frequency: frequency, kind: kind(of: call))
    case .ratio: return ValueType(.number(call.quotient.unit), frequency: frequency, kind: kind(of: call))
    }
  }
}

extension AggregateFunction {
  /// Whether the numbers that are joined must be in one unit.
  fileprivate var needsOneUnit: Bool {
    switch self {
    case .sum, .mean, .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .rank, .first, .last, .ratio,
      .correlation, .contribution, .proportion, .distinct, .list:
      true
    case .count, .share: false
    }
  }
}

extension AggregateCall.Frame {
  /// The frame with the periods collapsed, where it is of dimensions.
  fileprivate var collapsingPeriods: AggregateCall.Frame {
    switch self {
    case .data, .by: .over([.period])
    case .over([.sample]): self
    case .over(let dimensions): .over(dimensions.contains(.period) ? dimensions : dimensions + [.period])
    case .relation: self
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
