/// The sum of many blocks of numbers, exact but for a little that is known to be lost at most.
///
/// The order of the blocks does not matter, nor how they are parted among tallies that are added up in the end.
struct SumTally: Sendable {
  private var exact = ExactAccumulator()
  private var lost = 0.0

  /// Creates the sum of nothing.
  init() {}

  /// Adds `values`, and returns whether that was possible: where it was not, the sum has to be found one number at a time.
  mutating func add(_ values: UnsafeBufferPointer<Double>) -> Bool {
    var start = 0
    while start < values.count {
      let end = min(start + SplitSum.mostValues, values.count)
      guard let block = SplitSum(UnsafeBufferPointer(rebasing: values[start..<end])) else { return false }
      add(block)
      start = end
    }
    return true
  }

  /// Adds `values` in all their digits.
  mutating func addOneByOne(_ values: UnsafeBufferPointer<Double>) {
    for value in values { exact.add(value) }
  }

  /// Adds a block.
  mutating func add(_ block: SplitSum) {
    exact.add(block.high)
    exact.add(block.low)
    // Rounded up, so that rounding loses nothing of the bound.
    lost = (lost + block.lost).nextUp
  }

  /// Adds all that was added to `other`.
  mutating func add(_ other: SumTally) {
    exact.add(other.exact)
    lost = (lost + other.lost).nextUp
  }

  /// The correctly rounded sum where what is lost cannot make a difference, else nil.
  var rounded: Double? {
    var (low, high) = (exact, exact)
    low.add(-lost)
    high.add(lost)
    let rounded = low.rounded
    return rounded.isFinite && rounded == high.rounded ? rounded : nil
  }
}
