/// Values of params as changes from the present ones, each measured in the width of its range; a param whose range is a
/// single value does not change.
struct RelativeSpace {
  let start: [Double]
  let ranges: [ClosedRange<Double>]

  /// How wide each range is.
  var widths: [Double] { ranges.map { max($0.upperBound - $0.lowerBound, .leastNormalMagnitude) } }

  /// The ranges as changes.
  var box: [ClosedRange<Double>] {
    ranges.indices.map { axis in
      (ranges[axis].lowerBound - start[axis]) / widths[axis]...(ranges[axis].upperBound - start[axis]) / widths[axis]
    }
  }

  /// Returns the values that `point` stands for, never outside their ranges.
  func values(_ point: [Double]) -> [Double] {
    ranges.indices.map { axis in
      let moved = start[axis] + point[axis] * widths[axis]
      return min(max(moved, ranges[axis].lowerBound), ranges[axis].upperBound)
    }
  }

  /// Returns the square of the length of the change to `values`.
  func distance(to values: [Double]) -> Double {
    ranges.indices.reduce(0) { sum, axis in
      let share = (values[axis] - start[axis]) / widths[axis]
      return sum + share * share
    }
  }
}
