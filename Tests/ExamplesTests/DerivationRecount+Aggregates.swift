import Foundation

extension DerivationRecount {
  /// Returns the aggregate called `name` of a step's operands and of the line that stands for the others.
  func aggregate(_ name: String, _ tree: DerivationTree) throws -> Double? {
    var values = tree.operands.compactMap(\.step.value.number)
    var weights = tree.operands.compactMap(\.weight)
    let isWeighted = !weights.isEmpty
    if isWeighted, weights.count != values.count { throw Fault(step: tree.step.label, what: "a weight is missing") }
    if !isWeighted { weights = values.map { _ in 1 } }
    let isOfTruth = tree.operands.contains(where: \.step.value.isTruth)
    var count = exactSum(weights)
    var total = exactSum(isWeighted ? zip(values, weights).map(*) : values)
    if let rest = tree.rest {
      let weight = rest.parameters?["weight"] ?? rest.parameters?["count"] ?? 0
      count += weight
      total += (rest.value.number ?? 0) * (isWeighted ? weight : 1)
      if !["sum", "mean", "share", "count"].contains(name) { return nil }
    }
    let mean = total / count
    switch name {
    case "sum": return total
    case "mean": return mean
    case "share": return mean * 100
    case "count": return isOfTruth ? total : count
    case "min": return values.min()
    case "max": return values.max()
    case "median": return quantile(0.5, values, isWeighted ? weights : nil)
    case "quantile": return quantile(tree.step.parameters?["level"] ?? 0.5, values, isWeighted ? weights : nil)
    case "gini":
      var differences = 0.0
      for (value, weight) in zip(values, weights) {
        for (other, otherWeight) in zip(values, weights) { differences += weight * otherWeight * abs(value - other) }
      }
      return differences / (2 * count * count * mean)
    case "theil":
      return exactSum(zip(values, weights).map { $1 * ($0 / mean) * log($0 / mean) }) / count
    case "stdev", "cv":
      values = values.map { ($0 - mean) * ($0 - mean) }
      let deviation = sqrt(exactSum(zip(values, weights).map(*)) / (isWeighted ? count : count - 1))
      return name == "stdev" ? deviation : deviation / abs(mean) * 100
    default: return nil
    }
  }

  /// Returns Pearson's correlation of the values below the first part and those below the second.
  func correlation(_ tree: DerivationTree) -> Double? {
    let sides = tree.parts.filter { $0.step.role == nil }.map { $0.operands.compactMap(\.step.value.number) }
    guard sides.count == 2, sides[0].count == sides[1].count else { return nil }
    let deviations = sides.map { values in
      let mean = exactSum(values) / Double(values.count)
      return values.map { $0 - mean }
    }
    let products = zip(deviations[0], deviations[1]).map(*)
    let squares = deviations.map { side in exactSum(side.map { $0 * $0 }) }
    return exactSum(products) / sqrt(squares[0] * squares[1])
  }

  /// Returns the quantile of type 7, or the smallest value at which the weights reach the level.
  private func quantile(_ level: Double, _ values: [Double], _ weights: [Double]?) -> Double? {
    let order = values.indices.sorted { values[$0] < values[$1] }
    guard let last = order.last else { return nil }
    if let weights {
      let total = exactSum(weights)
      var reached = 0.0
      for index in order {
        reached += weights[index]
        if reached >= level * total { return values[index] }
      }
      return values[last]
    }
    let place = level * Double(values.count - 1)
    let below = Int(place)
    let above = min(below + 1, values.count - 1)
    return values[order[below]] + (place - Double(below)) * (values[order[above]] - values[order[below]])
  }
}
