/// Where the draws of one distribution at one member come from: a key of its own, or a mixture of those of tied names.
struct DrawSource {
  private let own: DrawKey
  private let mixture: [(key: DrawKey, weight: Double)]?

  /// Creates the source for the distribution at `ordinal` among those of `name`.
  ///
  /// A name that is tied has one standard normal in each period and sample, which all its distributions share.
  init(seed: UInt64, name: String, ordinal: Int, member: String, mixture: [(name: String, weight: Double)]?) {
    let keys = (mixture ?? []).map {
      (key: DrawKey(seed: seed, name: "\($0.name)#0", member: member), weight: $0.weight)
    }
    if let only = keys.first, keys.count == 1, only.weight > 0 {
      // What one name alone makes is read without the way through the normal, which would round it.
      (own, self.mixture) = (only.key, nil)
    } else {
      own = DrawKey(seed: seed, name: "\(name)#\(ordinal)", member: member)
      self.mixture = keys.isEmpty ? nil : keys
    }
  }

  /// Writes the shares at which the distribution is read for `count` samples from `sample` on.
  func fill(shares: UnsafeMutablePointer<Double>, period: UInt32, from sample: Int, _ count: Int) {
    guard mixture != nil else { return own.fill(shares, period: period, from: sample, count) }
    fill(normals: shares, period: period, from: sample, count)
    for place in 0..<count { shares[place] = NormalDistribution.share(below: shares[place]) }
  }

  /// Writes the standard normals of which those are the shares.
  func fill(normals: UnsafeMutablePointer<Double>, period: UInt32, from sample: Int, _ count: Int) {
    guard let mixture else {
      own.fill(normals, period: period, from: sample, count)
      return NormalDistribution.quantiles(normals, count)
    }
    normals.update(repeating: 0, count: count)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count + 1) { part in
      guard let part = part.baseAddress else { return }
      for (key, weight) in mixture {
        key.fill(part, period: period, from: sample, count)
        NormalDistribution.quantiles(part, count)
        for place in 0..<count { normals[place] += weight * part[place] }
      }
    }
  }
}
