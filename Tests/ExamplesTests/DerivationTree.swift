import Foundation

/// A step of a derivation with the steps that it rests on, as JSON has it.
struct DerivationTree {
  let step: DerivationNode
  private(set) var parts: [DerivationTree] = []

  /// Returns the trees of the answers in `json`, in the order of their steps.
  static func trees(of json: String) throws -> [DerivationTree] {
    struct Answer: Decodable { let nodes: [DerivationNode] }
    return try JSONDecoder().decode([Answer].self, from: Data(json.utf8)).flatMap { answer in
      var rest = answer.nodes[...]
      return trees(at: 0, of: &rest)
    }
  }

  private static func trees(at depth: Int, of rest: inout ArraySlice<DerivationNode>) -> [DerivationTree] {
    var trees: [DerivationTree] = []
    while let next = rest.first, next.depth == depth {
      rest.removeFirst()
      trees.append(DerivationTree(step: next, parts: Self.trees(at: depth + 1, of: &rest)))
    }
    return trees
  }

  /// The step and all below it, from the top down.
  var all: [DerivationTree] { [self] + parts.flatMap(\.all) }

  /// The values that the step's own is made of.
  var operands: [DerivationTree] { parts.filter { $0.step.role == nil && $0.step.value.number != nil } }

  /// The line that stands for those that are not shown, if any.
  var rest: DerivationNode? { parts.first { $0.step.role == "rest" }?.step }

  /// The step's weight, if it has one.
  var weight: Double? { parts.first { $0.step.role == "weight" }?.step.value.number }

  /// Drops the last of the steps that the step rests on.
  mutating func dropLast() { parts.removeLast() }
}

/// A step as JSON has it.
struct DerivationNode: Decodable {
  let depth: Int
  let label: String
  let value: DerivationValue
  let details: [String]
  /// What the step is to the one above; nil for an operand.
  let role: String?
  let operation: String?
  let parameters: [String: Double]?
  /// What the result is multiplied by and divided by, in order.
  let conversions: [[Double]]?
  let file: String?
  let line: Int?
  let column: Int?
  let content: String?
}

/// What a step comes to.
struct DerivationValue: Decodable {
  /// The number; 1 or 0 for a truth value.
  let number: Double?
  let unit: String
  let isTruth: Bool

  init(from decoder: Decoder) throws {
    struct Amount: Decodable {
      let value: Double?
      let unit: String?
    }
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      (number, unit, isTruth) = (truth ? 1 : 0, "", true)
      return
    }
    isTruth = false
    if let plain = try? container.decode(Double.self) {
      (number, unit) = (plain, "")
    } else {
      let amount = try? container.decode(Amount.self)
      (number, unit) = (amount?.value, amount?.unit ?? "")
    }
  }
}
