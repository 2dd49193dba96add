import Semantics
import Source
import Syntax

/// What `_` stands for.
enum LastResult: Sendable {
  /// Nothing has been answered.
  case none
  /// The last answer was no single value.
  case several
  /// A value, by the hidden alias called `name`, which rests on those of `units` before it.
  case value(name: String, units: [SessionUnit])

  /// The name of the value.
  var name: String? {
    if case .value(let name, _) = self { name } else { nil }
  }

  /// Whether the last answer was no single value.
  var isSeveral: Bool {
    if case .several = self { true } else { false }
  }

  /// The hidden aliases, each after those that it rests on.
  var units: [SessionUnit] {
    if case .value(_, let units) = self { units } else { [] }
  }

  /// Creates the result of the questions of `line`, of which the last counts; nil where it asks none.
  init?(of line: SessionUnit, before: LastResult) {
    guard let question = line.questions.last else { return nil }
    guard let expression = question.form.singleExpression else {
      self = .several
      return
    }
    let name = "_\(line.text.id.index)"
    let alias = AliasSyntax(
      name: NameSyntax(text: name, range: expression.range, isQuoted: false), unit: nil, formula: expression)
    var unit = line
    unit.statements = [StatementSyntax(.alias(alias), range: expression.range, documentation: nil)]
    self = .value(name: name, units: (line.mentionsLastResult ? before.units : []) + [unit])
  }
}

extension StatementSyntax.Form {
  /// The expression that is all the statement asks for.
  fileprivate var singleExpression: ExpressionSyntax? {
    switch self {
    case .expression(let expression): expression
    case .show(let show) where show.isOfOneValue: show.expressions[0]
    case .use, .importing, .unit, .parameter, .indicator, .alias, .aggregate, .target, .same, .hierarchy, .set,
      .scenario, .rule, .correlate, .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report:
      nil
    }
  }
}

extension ShowSyntax {
  /// Whether the question asks for all of one value, which is no relation and no text.
  fileprivate var isOfOneValue: Bool {
    guard expressions.count == 1, columns.isEmpty, by.isEmpty, filter == nil, order.isEmpty, top == nil,
      scenarios.isEmpty, asOf == nil
    else { return false }
    switch expressions[0].form {
    case .text: return false
    case .path(let path): return Relation.named(path.text) == nil
    default: return true
    }
  }
}

extension SessionUnit {
  /// Whether `_` is written anywhere in the text.
  var mentionsLastResult: Bool { !text.placesOfLastResult.isEmpty }
}

extension SourceText {
  /// The offsets at which `_` stands as a name, in the braces of texts too.
  var placesOfLastResult: [Int] {
    guard bytes.contains(UInt8(ascii: "_")) else { return [] }
    func isWordByte(_ offset: Int) -> Bool {
      guard bytes.indices.contains(offset) else { return false }
      let byte = bytes[offset]
      return byte >= 0x80 || byte == UInt8(ascii: "_") || isLetterOrDigit(byte)
    }
    return parse(self, as: .prompt).tree.tokens.flatMap { token -> [Int] in
      let range = Int(token.start)..<Int(token.end)
      switch token.kind {
      case .name: return range.count == 1 && bytes[range.lowerBound] == UInt8(ascii: "_") ? [range.lowerBound] : []
      case .text:
        var depth = 0
        return range.filter { offset in
          switch bytes[offset] {
          case UInt8(ascii: "{"): depth += 1
          case UInt8(ascii: "}"): depth -= 1
          case UInt8(ascii: "_"): return depth > 0 && !isWordByte(offset - 1) && !isWordByte(offset + 1)
          default: break
          }
          return false
        }
      case .quoted, .number, .period, .unit, .keyword, .symbol, .invalid, .end: return []
      }
    }
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"):
    true
  default: false
  }
}
