import Indicators
import Semantics
import Source
import Units

/// The cells that an aggregate takes for one of its values, and those that it goes without.
struct DerivedCells {
  let call: AggregateCall
  let scenario: ScenarioID
  private(set) var frame: AggregateFrame
  /// The cells of which everything is known that the aggregate needs.
  let used: [Int]
  /// The other cells that take part.
  let leftOut: [Int]

  /// Finds the cells of `call` for its value at `point`; nil where it has none there.
  init?(_ call: AggregateCall, _ frame: AggregateFrame?, at point: [Dimension: Label], _ scenario: ScenarioID) {
    guard let frame, let group = Cube(axes: frame.groupAxes, missing: .undefined).offset(at: point)
    else { return nil }
    self.call = call
    self.scenario = scenario
    self.frame = frame
    var (used, leftOut): ([Int], [Int]) = ([], [])
    for offset in frame.groups.members(of: group) {
      let isKnown = [frame.value, frame.second, frame.weight].allSatisfy {
        $0.map { $0.reasons[offset] == .known } ?? true
      }
      if isKnown { used.append(offset) } else { leftOut.append(offset) }
    }
    self.used = used
    self.leftOut = leftOut
  }

  /// Returns the same cells with the values of `cube`.
  func over(_ cube: Cube) -> DerivedCells {
    var other = self
    other.frame.value = cube
    return other
  }

  private func value(_ offset: Int) -> Double { frame.value.values[offset] }
  private func weight(_ offset: Int) -> Double { frame.weight?.values[offset] ?? 1 }

  /// Returns the cells that are used as they matter to `function`: the largest first, of an extreme those nearest it.
  func ordered(for function: AggregateFunction, result: Double?) -> [Int] {
    switch function {
    case .first: return Array(used.prefix(1))
    case .last: return Array(used.suffix(1))
    case .min: return used.sorted { value($0) < value($1) }
    case .max: return used.sorted { value($0) > value($1) }
    case .median, .quantile:
      guard let result else { return used }
      return used.sorted { abs(value($0) - result) < abs(value($1) - result) }
    case .distinct, .list: return used
    case .sum, .mean, .stdev, .cv, .gini, .theil, .count, .share, .rank, .ratio, .correlation, .contribution,
      .proportion:
      return used.sorted { abs(value($0) * weight($0)) > abs(value($1) * weight($1)) }
    }
  }

  /// Returns the cells that rank before the one at `point`, the first of all first.
  func ahead(of point: [Dimension: Label], lowerFirst: Bool) -> [Int] {
    let ranks = Kernels.ranks(used.map(value), ascending: lowerFirst)
    guard let own = frame.value.offset(at: point), let place = used.firstIndex(of: own) else { return [] }
    return used.indices.filter { ranks[$0] < ranks[place] }.sorted { ranks[$0] < ranks[$1] }.map { used[$0] }
  }

  /// Returns the part of the weights that a cell has, as a percentage.
  func weightShare(_ offset: Int) -> String? {
    let total = Kernels.sum(used.map(weight))
    return total > 0 ? percentage(weight(offset) / total) : nil
  }

  /// Returns one line for the cells at `offsets`: their sum, of weighted cells their mean; else where they lie.
  func rest(_ offsets: [Int], type: ValueType, _ depth: Int) -> DerivationStep {
    let count = offsets.count
    var step = DerivationStep(depth, Phrase("\(count) more", "其余 \(count) 项"), type: type, role: .rest)
    step.parameters = [.init(name: "count", value: Double(count))]
    switch call.function {
    case .sum, .mean, .count, .share, .ratio, .proportion, .contribution:
      let values = offsets.map(value)
      guard frame.weight != nil else {
        step.label = Phrase("\(count) more, their sum", "其余 \(count) 项之和")
        step.value = Kernels.sum(values)
        if type.shape == .truth {
          // A condition's cells add up to how many of them hold.
          step.label = Phrase("\(count) more, of which true", "其余 \(count) 项，其中为真")
          step.type = .plain
        }
        return step
      }
      let weights = offsets.map(weight)
      step.label = Phrase("\(count) more, their weighted mean", "其余 \(count) 项的加权平均")
      step.value = Kernels.weightedMean(values, weights: weights)
      let total = Kernels.sum(weights)
      step.parameters.append(.init(name: "weight", value: total))
      let digits = shortestString(significantDecimal(total, digits: 12))
      step.details = [Phrase("their weight: \(digits)", "其权重合计：\(digits)")]
    case .distinct, .list: break
    case .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .rank, .first, .last, .correlation:
      guard let least = offsets.map(value).min(), let most = offsets.map(value).max() else { return step }
      let ends = [least, most].map { shortestString(significantDecimal($0, digits: 6)) }
      let unit = type.unit.symbol.isEmpty ? "" : " \(type.unit.symbol)"
      step.label = Phrase(
        "\(count) more, from \(ends[0]) to \(ends[1])\(unit)", "其余 \(count) 项，介于 \(ends[0]) 与 \(ends[1])\(unit) 之间")
    }
    return step
  }
}

/// Returns a share as a percentage of at most four digits.
func percentage(_ share: Double) -> String {
  shortestString(significantDecimal(share * 100, digits: 4)) + "%"
}
