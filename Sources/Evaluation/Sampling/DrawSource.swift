/// Where the draws of one distribution at one member come from: a key of its own, or a mixture of those of tied names.
struct DrawSource {
  private let keys: [(key: DrawKey, weight: Double)]
  private let isTied: Bool

  /// Creates the source for the distribution at `ordinal` among those of `name`.
  ///
  /// A name that is tied has one standard normal in each period and sample, which all its distributions share.
  init(seed: UInt64, name: String, ordinal: Int, member: String, mixture: [(name: String, weight: Double)]?) {
    let isTied = mixture != nil
    self.isTied = isTied
    keys = (mixture ?? [("\(name)#\(ordinal)", 1)]).map { name, weight in
      (DrawKey(seed: seed, name: isTied ? "\(name)#0" : name, member: member), weight)
    }
  }

  /// Returns the share at which the distribution is read for sample `sample` of the period numbered `period`.
  func uniform(period: UInt32, sample: UInt32) -> Double {
    guard isTied else { return keys[0].key.uniform(period: period, sample: sample) }
    return NormalDistribution.share(below: normal(period: period, sample: sample))
  }

  /// Returns the standard normal of which that is the share.
  func normal(period: UInt32, sample: UInt32) -> Double {
    var sum = 0.0
    for (key, weight) in keys {
      sum += weight * NormalDistribution.quantile(key.uniform(period: period, sample: sample))
    }
    return sum
  }
}
