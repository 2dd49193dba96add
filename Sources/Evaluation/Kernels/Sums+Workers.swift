import Source

extension Kernels {
  /// How many numbers a worker adds at once.
  private static let partSize = 1 << 15

  /// Returns the correctly rounded sum of `values`, which `workers` share; the same on any number of them.
  static func sum(_ values: [Double], _ workers: Workers) -> Double {
    let parts = (values.count + partSize - 1) / partSize
    let sums = WorkerResults<ExactAccumulator?>(parts, nil)
    workers.share(0..<parts) { part, _ in
      var sum = ExactAccumulator()
      values.withUnsafeBufferPointer { values in
        sum.add(UnsafeBufferPointer(rebasing: values[part * partSize..<min((part + 1) * partSize, values.count)]))
      }
      sums.set(part, sum)
    }
    var total = ExactAccumulator()
    for case let sum? in sums.all { total.add(sum) }
    return total.rounded
  }
}

extension ExactAccumulator {
  /// Adds all of `values`: by doubled precision where that is exact, else one by one.
  mutating func add(_ values: UnsafeBufferPointer<Double>) {
    let (total, errors, lost) = Kernels.doubledSum(values)
    if lost == 0, total.isFinite, errors.isFinite {
      add(total)
      add(errors)
    } else {
      for value in values { add(value) }
    }
  }
}
