extension Kernels {
  /// Brings `values` into an order in which the one at `rank` stands where sorting would put it, none before it is larger and
  /// none behind it smaller.
  ///
  /// Quickselect by the median of three; where its choices turn out badly again and again, the rest is sorted.
  ///
  /// - Complexity: O(count) on average, O(count log count) at worst.
  static func select(_ rank: Int, of values: UnsafeMutableBufferPointer<Double>) {
    var (low, high) = (0, values.count - 1)
    var tries = 2 * (Int.bitWidth - values.count.leadingZeroBitCount)
    while high - low > 16, tries > 0 {
      tries -= 1
      let pivot = median(values[low], values[(low + high) / 2], values[high])
      var (left, right) = (low, high)
      while left <= right {
        while values[left] < pivot { left += 1 }
        while pivot < values[right] { right -= 1 }
        if left <= right {
          values.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if rank <= right {
        high = right
      } else if rank >= left {
        low = left
      } else {
        return
      }
    }
    if high - low <= 16 { return sort(values, low, high) }
    var rest = UnsafeMutableBufferPointer(rebasing: values[low...high])
    rest.sort()
  }

  /// Sorts the few of `values` from `low` to `high` by insertion.
  private static func sort(_ values: UnsafeMutableBufferPointer<Double>, _ low: Int, _ high: Int) {
    guard low < high else { return }
    for place in (low + 1)...high {
      let value = values[place]
      var target = place
      while target > low, value < values[target - 1] {
        values[target] = values[target - 1]
        target -= 1
      }
      values[target] = value
    }
  }

  private static func median(_ first: Double, _ second: Double, _ third: Double) -> Double {
    max(min(first, second), min(max(first, second), third))
  }
}
