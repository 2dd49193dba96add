import Source

extension Kernels {
  /// How many numbers a worker adds at once.
  private static let partSize = 1 << 16

  /// Returns the correctly rounded sum of `values`, which `workers` share; the same on any number of them.
  static func sum(_ values: [Double], _ workers: Workers) -> Double {
    let parts = (values.count + partSize - 1) / partSize
    let tallies = WorkerResults<SumTally?>(parts, nil)
    workers.share(0..<parts) { part, _ in
      values.withUnsafeBufferPointer { values in
        var tally = SumTally()
        let range = part * partSize..<min((part + 1) * partSize, values.count)
        if tally.add(UnsafeBufferPointer(rebasing: values[range])) { tallies.set(part, tally) }
      }
    }
    var total = SumTally()
    for tally in tallies.all {
      guard let tally else { return values.withUnsafeBufferPointer { exactSum($0) } }
      total.add(tally)
    }
    return total.rounded ?? values.withUnsafeBufferPointer { exactSum($0) }
  }
}
