extension GoalSeek {
  /// Values of one param at which a function is computed for its slope, with their weights.
  private struct Stencil {
    let places: [Double]
    let weights: [Double]
  }

  /// Returns by how much the sides of each part change with one unit of each param at `values`; nil where they jump.
  mutating func sideSlopes(at values: [Double]) -> [(left: [Double?], right: [Double?])] {
    var slopes = trials.requirement.parts.map { _ in (left: [Double?](), right: [Double?]()) }
    for axis in ranges.indices {
      let width = ranges[axis].upperBound - ranges[axis].lowerBound
      guard width > 0 else {
        for part in slopes.indices {
          slopes[part].left.append(nil)
          slopes[part].right.append(nil)
        }
        continue
      }
      let near = stencil(around: values[axis], axis, step: width * (isSampled ? 2e-2 : 1e-5))
      let far = isSampled ? near : stencil(around: values[axis], axis, step: width * 1e-4)
      let (nearTrials, farTrials) = (self.trials(at: values, axis, near), self.trials(at: values, axis, far))
      func slope(_ side: (Trial) -> Double?) -> Double? {
        guard let slope = sum(nearTrials.map(side), near), let wide = sum(farTrials.map(side), far) else { return nil }
        // The slope of a jump is the steeper, the nearer one looks; that of a flat place is noise.
        let size = nearTrials.compactMap(side).map(\.magnitude).max() ?? 0
        let isSteep = slope.magnitude > 5 * wide.magnitude && slope.magnitude * width > 1e-3 * size
        return isSteep ? nil : slope
      }
      for part in slopes.indices {
        slopes[part].left.append(slope { $0.sides[part]?.left.value })
        slopes[part].right.append(slope { $0.sides[part]?.right.value })
      }
    }
    return slopes
  }

  private mutating func trials(at values: [Double], _ axis: Int, _ stencil: Stencil) -> [Trial] {
    stencil.places.map { place in
      var moved = values
      moved[axis] = place
      return trials.trial(at: moved)
    }
  }

  private func sum(_ values: [Double?], _ stencil: Stencil) -> Double? {
    var sum = 0.0
    for (value, weight) in zip(values, stencil.weights) {
      guard let value else { return nil }
      sum += value * weight
    }
    return sum
  }

  /// Central differences, and at the ends of the range differences of the same order to one side.
  private func stencil(around value: Double, _ axis: Int, step: Double) -> Stencil {
    let range = ranges[axis]
    if range.contains(value - step), range.contains(value + step) {
      return Stencil(places: [value - step, value + step], weights: [-0.5 / step, 0.5 / step])
    }
    let inward = value + step <= range.upperBound ? step : -step
    return Stencil(
      places: [value, value + inward, value + 2 * inward], weights: [-1.5 / inward, 2 / inward, -0.5 / inward])
  }
}
