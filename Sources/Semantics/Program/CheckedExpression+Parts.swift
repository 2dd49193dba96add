extension CheckedExpression {
  /// The expressions that this one is made of.
  package var parts: [CheckedExpression] {
    switch form {
    case .number, .missing, .truth, .period, .word, .definition, .dimension, .weights, .column, .invalid: []
    case .text(let pieces): pieces.compactMap(\.expression)
    case .converted(let inner, _), .negative(let inner), .not(let inner), .selection(let inner, _),
      .reason(let inner):
      [inner]
    case .arithmetic(let left, _, let right), .comparison(let left, _, let right), .fallback(let left, let right),
      .filled(let left, let right, _),
      .and(let left, let right), .or(let left, let right), .approximation(let left, let right, _):
      [left, right]
    case .between(let value, let lower, let upper): [value, lower, upper]
    case .among(let value, let list): [value] + list
    case .cells(_, let arguments): arguments
    case .distribution(let call): call.parts
    case .chance(let condition): [condition]
    case .scaled(let call): [call.argument]
    case .time(let call): [call.series, call.weight].compactMap { $0 }
    case .aggregate(let call): [call.argument, call.second, call.weight, call.filter].compactMap { $0 }
    }
  }
}
