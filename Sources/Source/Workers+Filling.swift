extension Workers {
  /// Returns an array to which each part appends as many elements as its count says, in the order of the parts.
  ///
  /// Each part writes where its elements stay, so that nothing is left to do for one alone when all are made.
  package func fill<Element: Sendable>(
    _ counts: [Int], _ fill: @escaping @Sendable (_ part: Int, _ output: inout OutputSpan<Element>) -> Void
  ) -> [Element] {
    let ranges = ranges(of: counts)
    let total = ranges.last?.upperBound ?? 0
    return Array(unsafeUninitializedCapacity: total) { buffer, count in
      let elements = SharedElements(buffer: buffer)
      claim(ranges.count) { part in elements.fill(ranges[part]) { fill(part, &$0) } }
      count = total
    }
  }

  /// Lets `change` alter the elements of `array` in each of `ranges`, which stand in order and apart from one another.
  package func change<Element: Sendable>(
    _ array: inout [Element], in ranges: [Range<Int>],
    _ change: @escaping @Sendable (_ part: Int, _ elements: inout MutableSpan<Element>) -> Void
  ) {
    for (range, next) in zip(ranges, ranges.dropFirst()) { precondition(range.upperBound <= next.lowerBound) }
    precondition((ranges.first?.lowerBound ?? 0) >= 0 && (ranges.last?.upperBound ?? 0) <= array.count)
    array.withUnsafeMutableBufferPointer { buffer in
      let elements = SharedElements(buffer: buffer)
      claim(ranges.count) { part in elements.change(ranges[part]) { change(part, &$0) } }
    }
  }

  /// Returns the elements of `parts` one behind another; a part is given up as soon as it has been copied.
  package func joined<Element: Sendable>(_ parts: consuming [[Element]]) -> [Element] {
    let counts = parts.map(\.count)
    let open = HandedParts(parts)
    return fill(counts) { part, output in
      let elements = open.take(part)
      output.withUnsafeMutableBufferPointer { buffer, count in
        count = buffer.initialize(fromContentsOf: elements)
      }
    }
  }

  private func ranges(of counts: [Int]) -> [Range<Int>] {
    var end = 0
    return counts.map { count in
      end += count
      return end - count..<end
    }
  }
}

/// Memory in which workers write side by side, each in a range of its own.
private struct SharedElements<Element: Sendable>: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<Element>

  /// Lets `fill` make the elements of `range`, which holds none yet.
  func fill(_ range: Range<Int>, _ fill: (inout OutputSpan<Element>) -> Void) {
    let place = UnsafeMutableBufferPointer(rebasing: buffer[range])
    var output = OutputSpan(buffer: place, initializedCount: 0)
    fill(&output)
    let made = output.finalize(for: place)
    precondition(made == range.count, "a part makes as many elements as its count says")
  }

  /// Lets `change` alter the elements of `range`.
  func change(_ range: Range<Int>, _ change: (inout MutableSpan<Element>) -> Void) {
    var elements = MutableSpan(_unsafeElements: buffer[range])
    change(&elements)
  }
}
