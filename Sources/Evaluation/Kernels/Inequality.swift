import Glibc

extension Kernels {
  /// Returns the Gini coefficient: half the mean difference of all pairs, relative to the mean.
  ///
  /// 0 where all are equal, 1 − 1/count where one has everything. Nil for no values, a negative one, or nothing but zeros.
  package static func gini(_ values: [Double]) -> Double? {
    guard !values.isEmpty, values.allSatisfy({ $0 >= 0 }) else { return nil }
    let total = sum(values)
    guard total > 0, total.isFinite else { return nil }
    let count = Double(values.count)
    var differences = ExactAccumulator()
    for (index, value) in values.sorted().enumerated() {
      differences.add(productOf: value, 2 * Double(index) + 1 - count)
    }
    return differences.rounded / (count * total)
  }

  /// Returns the Gini coefficient of a population whose members each stand for `weights` equal ones.
  ///
  /// Nil where `gini` is, for a negative weight, and for no weight.
  ///
  /// - Requires: as many weights as values.
  package static func weightedGini(_ values: [Double], weights: [Double]) -> Double? {
    guard weights.allSatisfy({ $0 >= 0 }) else { return nil }
    let weighted = zip(values, weights).filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
    let weight = sum(weights)
    guard let least = weighted.first?.0, least >= 0, weight.isFinite else { return nil }
    let total = weightedSum(values, weights: weights)
    guard total > 0, total.isFinite else { return nil }
    if areAlike(values, weights) { return 0 }
    var differences = ExactAccumulator()
    var before = 0.0
    for (value, own) in weighted {
      differences.add(productOf: value, own * (2 * before + own - weight))
      before += own
    }
    return max(0, differences.rounded / weight / total)
  }

  /// Returns Theil's T: the mean of x/m · ln(x/m), where m is the mean; zeros contribute nothing.
  ///
  /// 0 where all are equal, ln(count) where one has everything. Nil for no values, a negative one, or nothing but zeros.
  package static func theil(_ values: [Double]) -> Double? {
    weightedTheil(values, weights: Array(repeating: 1, count: values.count))
  }

  /// Returns Theil's T of a population whose members each stand for `weights` equal ones; nil as for `weightedGini`.
  ///
  /// - Requires: as many weights as values.
  package static func weightedTheil(_ values: [Double], weights: [Double]) -> Double? {
    guard weights.allSatisfy({ $0 >= 0 }), let mean = weightedMean(values, weights: weights), mean > 0, mean.isFinite
    else { return nil }
    if areAlike(values, weights) { return 0 }
    var terms = ExactAccumulator()
    for (value, weight) in zip(values, weights) where weight > 0 && value != 0 {
      guard value > 0 else { return nil }
      let share = value / mean
      terms.add(productOf: weight, share * log(share))
    }
    return max(0, terms.rounded / sum(weights))
  }
}
