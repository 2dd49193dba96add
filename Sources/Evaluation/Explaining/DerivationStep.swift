import Indicators
import Semantics
import Source
import Units

/// One step of a derivation.
package struct DerivationStep: Sendable {
  /// What a step is to the step that it stands under.
  package enum Role: String, Sendable {
    /// One of the values that the value above is made of.
    case operand
    /// The weight of the value above.
    case weight
    /// Several of the values that the value above is made of, in one line.
    case rest
    /// What the value before it was before its shift, on which the value above rests.
    case unshifted
    /// What the value above is made without, or what is said beside it.
    case aside
  }

  /// How deep the step stands; its operands follow it one deeper.
  package var depth: Int
  /// What the step is: a name with its cell, a formula, a place in a file.
  package var label: Phrase
  /// What it comes to; nil where it is missing or is no number.
  package var value: Double?
  /// Why there is no value; `.known` where there is one or where none belongs.
  package var reason: MissingReason
  /// What the value is of.
  package var type: ValueType
  /// What else is to be said, a line each.
  package var details: [Phrase]
  /// The cell or the statement that the step is.
  package var origin: DerivationOrigin?
  /// How the value is made of the steps right below; nil where it is printed there or has none.
  package var operation: DerivationOperation?
  /// What the operation is given beside its operands, such as a number of years.
  package var parameters: [Parameter] = []
  /// What is done to the operation's result, in order, to give it in the unit in which it is used.
  package var conversions: [Conversion] = []
  /// What the step is to the step above.
  package var role = Role.operand

  /// A number that an operation is given, by its English name.
  package struct Parameter: Sendable {
    /// The name.
    package let name: String
    /// The number.
    package let value: Double
  }

  /// Creates a step.
  init(
    _ depth: Int, _ label: Phrase, value: Double? = nil, reason: MissingReason = .known, type: ValueType = .plain,
    details: [Phrase] = [], origin: DerivationOrigin? = nil, operation: DerivationOperation? = nil,
    role: Role = .operand
  ) {
    self.depth = depth
    self.label = label
    self.value = value
    self.reason = reason
    self.type = type
    self.details = details
    self.origin = origin
    self.operation = operation
    self.role = role
  }
}

/// Where the number of a step is printed or written.
package struct DerivationOrigin: Sendable {
  /// The file as the script names it.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// The column of a sheet's cell, counted from 1; nil for a line of a script.
  package let column: Int?
  /// What is printed or written there.
  package let content: String

  /// The place as `file:line`.
  package var place: String { "\(file):\(line)" }

  /// The place and what stands there, as one line.
  var label: Phrase {
    let column = column.map { ":\($0)" } ?? ""
    return Phrase(same: "\(file):\(line)\(column)  \(content)")
  }
}
