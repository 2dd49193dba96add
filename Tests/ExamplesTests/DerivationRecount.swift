import Foundation

/// Computes the steps of a derivation again from the steps below each, by the textbook and not by gf.
struct DerivationRecount {
  /// What is wrong with a step.
  struct Fault: Error {
    let step: String
    let what: String
  }

  /// The steps so far, by label, for those whose derivation stands further up.
  private var known: [String: Double] = [:]

  /// Checks `tree` from its leaves up; throws for the first step that is not what its parts make.
  mutating func check(_ tree: DerivationTree) throws {
    for part in tree.parts { try check(part) }
    guard let value = tree.step.value.number else { return }
    let name = tree.step.label.replacingOccurrences(of: "weight: ", with: "") + " in " + tree.step.value.unit
    defer { known[name] = value }
    if tree.step.details.contains("shown above") {
      guard known[name] == value else { throw Fault(step: tree.step.label, what: "not shown above") }
      return
    }
    guard let computed = try computed(tree) else { return }
    let result = (tree.step.conversions ?? []).reduce(computed) { $0 * $1[0] / $1[1] }
    // A growth near 0 is what is left of numbers near 1.
    let cancelled = ["yoy", "mom", "cagr"].contains(tree.step.operation) ? 100.0 : 0
    guard abs(result - value) <= 1e-12 * max(abs(value), abs(result), cancelled) else {
      throw Fault(step: tree.step.label, what: "\(value), and its parts make \(result)")
    }
    let isSum = tree.step.operation == "sum" && tree.operands.allSatisfy { $0.weight == nil } && tree.rest == nil
    if isSum, tree.step.conversions == nil, result != value {
      throw Fault(step: tree.step.label, what: "\(value), and its parts add up to \(result)")
    }
  }

  /// Returns what the step is made of, before it is converted; nil for what only says whether something holds roughly.
  private func computed(_ tree: DerivationTree) throws -> Double? {
    let values = tree.operands.compactMap(\.step.value.number)
    guard let operation = tree.step.operation else { return try printed(tree) }
    func need(_ count: Int) throws {
      if values.count < count { throw Fault(step: tree.step.label, what: "\(operation) of \(values.count) values") }
    }
    switch operation {
    case "same", "first_known", "prev", "first", "last": try need(1); return values[0]
    case "chosen": try need(2); return values[1]
    case "negative": try need(1); return -values[0]
    case "+": try need(2); return values[0] + values[1]
    case "-", "diff": try need(2); return values[0] - values[1]
    case "*": try need(2); return values[0] * values[1]
    case "/", "ratio": try need(2); return values[0] / values[1]
    case "^": try need(2); return pow(values[0], values[1])
    case "abs": try need(1); return abs(values[0])
    case "yoy", "mom": try need(2); return (values[0] / values[1] - 1) * 100
    case "cagr":
      try need(2)
      return (pow(values[0] / values[1], 1 / (tree.step.parameters?["years"] ?? 1)) - 1) * 100
    case "proportion": try need(2); return values[0] / values[1] * 100
    case "index": try need(2); return values[0] / (exactSum(Array(values.dropFirst())) / Double(values.count - 1)) * 100
    case "chain":
      let factors = values.map { tree.step.parameters?["growth"] == 1 ? 1 + $0 / 100 : $0 / 100 }
      let product = factors.reduce(1, *)
      return tree.step.parameters?["backwards"] == 1 ? 100 / product : 100 * product
    case "clamp": try need(3); return min(max(values[0], values[1]), values[2])
    case "contribution": try need(3); return (values[0] - values[1]) / values[2] * 100
    case "rank": try need(2); return values[1] + 1
    case "correlation": return correlation(tree)
    case "counted": return Double(values.count)
    case "==", "!=", "<", "<=", ">", ">=", "about", "between", "among", "not", "and", "or", "known": return nil
    // What rests on samples is recounted from samples alone.
    case "chance", "over_samples", "distribution": return nil
    default:
      guard let result = try aggregate(operation, tree) else {
        throw Fault(step: tree.step.label, what: "no textbook knows \(operation)")
      }
      return result
    }
  }

  /// Returns the number that a step without parts shows: in the cell below it, or as it is written.
  private func printed(_ tree: DerivationTree) throws -> Double? {
    let cells = tree.parts.map(\.step).filter { $0.column != nil }
    for cell in cells {
      guard let number = number(in: cell.content ?? "") else {
        // A target's text holds more than a number.
        if cell.details.contains(where: { $0.hasPrefix("target: ") }) { return nil }
        throw Fault(step: tree.step.label, what: "the cell holds “\(cell.content ?? "")”")
      }
      return (cell.conversions ?? []).reduce(number) { $0 * $1[0] / $1[1] }
    }
    // A row of a relation stands for itself; `explain targets` says how it comes about.
    if tree.step.line != nil || tree.parts.contains(where: { $0.step.line != nil }) || tree.step.role != nil {
      return nil
    }
    guard let number = number(in: tree.step.label) else {
      throw Fault(step: tree.step.label, what: "it rests on nothing")
    }
    return number
  }

  /// Returns the number at the beginning of a cell or a literal, without its unit.
  private func number(in text: String) -> Double? {
    let digits = text.replacingOccurrences(of: ",", with: "").prefix { "+-.0123456789eE".contains($0) }
    return Double(digits)
  }
}
