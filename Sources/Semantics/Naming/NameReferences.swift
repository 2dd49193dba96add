import Syntax

/// A name that a formula needs.
struct NameReference: Sendable {
  /// The name as written.
  let path: PathSyntax
  /// Whether it stands inside `prev(…)`, so that only earlier periods are needed.
  let isLagged: Bool
  /// The name that it is compared with; then it may be a word and no value.
  var comparedWith: PathSyntax?
}

/// Returns the names of values that `expression` needs, function names and selectors left out.
func nameReferences(in expression: ExpressionSyntax) -> [NameReference] {
  var result: [NameReference] = []
  collect(expression, false, &result)
  return result
}

private func collect(_ expression: ExpressionSyntax, _ isLagged: Bool, _ result: inout [NameReference]) {
  switch expression.form {
  case .quantity, .period, .invalid: break
  case .text(let text):
    for case .hole(let inner, _) in text.pieces { collect(inner, isLagged, &result) }
  case .path(let path): result.append(NameReference(path: path, isLagged: isLagged))
  case .call(let function, let arguments):
    let isLagged = isLagged || Builtin.named(function.text, argumentCount: 1)?.kind == .time(.prev)
    collect(arguments, isLagged, &result)
  case .selection(let inner, _), .negative(let inner), .not(let inner): collect(inner, isLagged, &result)
  case .comparison(let left, _, let right, _):
    collectCompared(left, right, isLagged, &result)
    collectCompared(right, left, isLagged, &result)
  case .arithmetic(let left, _, let right, _), .fallback(let left, let right),
    .interval(let left, let right), .and(let left, let right), .or(let left, let right):
    collect(left, isLagged, &result)
    collect(right, isLagged, &result)
  case .approximation(let left, let right, let within):
    collect(left, isLagged, &result)
    collect(right, isLagged, &result)
    if let within { collect(within, isLagged, &result) }
  case .inRange(let value, let range):
    collect(value, isLagged, &result)
    collect(range.lower, isLagged, &result)
    collect(range.upper, isLagged, &result)
  case .inList(let value, let list):
    collect(value, isLagged, &result)
    for element in list { collectCompared(element, value, isLagged, &result) }
  }
}

private func collectCompared(
  _ expression: ExpressionSyntax, _ other: ExpressionSyntax, _ isLagged: Bool, _ result: inout [NameReference]
) {
  if case .path(let path) = expression.form, case .path(let otherPath) = other.form {
    result.append(NameReference(path: path, isLagged: isLagged, comparedWith: otherPath))
  } else {
    collect(expression, isLagged, &result)
  }
}

private func collect(_ arguments: [ArgumentSyntax], _ isLagged: Bool, _ result: inout [NameReference]) {
  for argument in arguments {
    switch argument.form {
    case .plain(let value), .labelled(_, let value): collect(value, isLagged, &result)
    case .range(let first, let second), .filtered(let first, let second):
      collect(first, isLagged, &result)
      collect(second, isLagged, &result)
    }
  }
}

extension AggregateSyntax {
  /// The names that the aggregate needs.
  var nameReferences: [NameReference] {
    var result: [NameReference] = []
    collect(arguments, false, &result)
    if let filter { collect(filter, false, &result) }
    if let require { collect(require, false, &result) }
    return result
  }
}

extension SetSyntax {
  /// The names that the set's members are.
  var nameReferences: [NameReference] {
    switch form {
    case .elements(let elements): elements.map { NameReference(path: $0.path, isLagged: false) }
    case .filter(_, let condition): Semantics.nameReferences(in: condition)
    }
  }
}

extension TargetSyntax {
  /// The names that judging the target needs.
  var nameReferences: [NameReference] {
    var result: [NameReference] = []
    collect(subject, false, &result)
    for condition in conditions {
      switch condition.form {
      case .comparison(_, let amount), .grows(let amount), .shrinks(let amount), .adds(let amount), .holds(let amount):
        collect(amount, false, &result)
      case .inRange(let range):
        collect(range.lower, false, &result)
        collect(range.upper, false, &result)
      case .rises, .falls, .assigned, .ranks, .milestone: break
      }
    }
    return result
  }
}
