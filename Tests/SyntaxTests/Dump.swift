import Source

@testable import Syntax

/// Returns `value`, a piece of abstract syntax, as an S-expression; ranges, nils and empty lists are left out.
func dump(_ value: Any) -> String {
  switch value {
  case let name as NameSyntax: return name.isQuoted ? "'\(name.text)'" : name.text
  case let path as PathSyntax: return path.names.map(dump).joined(separator: ".")
  case let unit as UnitSyntax: return "[\(unit.text)]"
  case let quantity as QuantitySyntax:
    return "\(shortest(quantity.value))" + (quantity.unit.map { " " + dump($0) } ?? "")
  case let period as PeriodSyntax: return dump(period)
  case let member as MemberSyntax: return "(member \(member.text))"
  case let text as TextSyntax: return "\"" + text.pieces.map(dump).joined() + "\""
  case let expression as ExpressionSyntax: return dump(expression.form)
  case let argument as ArgumentSyntax: return dump(argument.form)
  case let condition as TargetConditionSyntax: return dump(condition.form)
  case let arithmetic as ArithmeticOperator: return arithmetic.rawValue
  case let comparator as Comparator: return comparator.rawValue
  case let string as String: return string
  default: return dumpByReflection(value)
  }
}

private func dump(_ period: PeriodSyntax) -> String {
  switch period.part {
  case .year: "\(period.year)"
  case .half(let half): "\(period.year)H\(half)"
  case .quarter(let quarter): "\(period.year)Q\(quarter)"
  case .month(let month): "\(period.year)M\(month)"
  }
}

private func dump(_ piece: TextSyntax.Piece) -> String {
  switch piece {
  case .characters(let characters): characters.replacing("\n", with: "\\n")
  case .hole(let expression, let format):
    "{" + dump(expression) + (format.map { " : " + $0.words.map(\.text).joined(separator: " ") } ?? "") + "}"
  }
}

private func shortest(_ value: Double) -> String {
  value.magnitude < 1e15 && value == value.rounded() ? "\(Int(value))" : "\(value)"
}

/// Returns the fields of `value`; those of a target as it gives them, whatever it keeps together.
private func fields(of value: Any) -> Mirror {
  guard let target = value as? TargetSyntax else { return Mirror(reflecting: value) }
  return Mirror(
    target,
    children: [
      "subject": target.subject, "conditions": target.conditions, "deadline": target.deadline as Any,
      "baseline": target.baseline as Any, "owners": target.owners, "attribute": target.attribute as Any,
      "group": target.group as Any, "weight": target.weight as Any, "because": target.because as Any,
      "source": target.source as Any,
    ], displayStyle: .struct)
}

private func dumpByReflection(_ value: Any) -> String {
  let mirror = fields(of: value)
  switch mirror.displayStyle {
  case .optional: return mirror.children.first.map { dump($0.value) } ?? ""
  case .collection: return "(" + mirror.children.map { dump($0.value) }.joined(separator: " ") + ")"
  case .enum:
    guard let payload = mirror.children.first else { return "\(value)" }
    return "(" + ([payload.label ?? ""] + dumpPayload(payload.value)).joined(separator: " ") + ")"
  case .struct: return "(" + ([typeName(value)] + dumpFields(mirror)).joined(separator: " ") + ")"
  default: return "\(value)"
  }
}

private func dumpPayload(_ payload: Any) -> [String] {
  if payload is SourceRange { return [] }
  let mirror = fields(of: payload)
  guard mirror.displayStyle == .tuple || mirror.displayStyle == .struct && !isShort(payload) else {
    return [dump(payload)]
  }
  return dumpFields(mirror)
}

/// Whether `value` is printed without its fields' labels.
private func isShort(_ value: Any) -> Bool { !dump(value).hasPrefix("(" + typeName(value)) }

private func dumpFields(_ mirror: Mirror) -> [String] {
  mirror.children.compactMap { label, value in
    if value is SourceRange { return nil }
    let inner = Mirror(reflecting: value)
    if inner.displayStyle == .optional || inner.displayStyle == .collection, inner.children.isEmpty { return nil }
    let label = label ?? "."
    return label.hasPrefix(".") || mirror.children.count == 1 ? dump(value) : "\(label): \(dump(value))"
  }
}

private func typeName(_ value: Any) -> String {
  let name = "\(type(of: value))"
  return name.hasSuffix("Syntax") ? String(name.dropLast(6)) : name
}

/// Returns the statements of `script`, a line each.
func dump(_ script: ScriptSyntax) -> String {
  script.statements.map { statement in
    let documentation = statement.documentation.map { "; \($0.replacing("\n", with: "\n; "))\n" } ?? ""
    return documentation + dumpStatement(statement)
  }.joined(separator: "\n")
}

private func dumpStatement(_ statement: StatementSyntax) -> String { dump(statement.form) }
