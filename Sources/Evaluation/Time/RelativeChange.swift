import Indicators

/// Returns the compound yearly growth in percent, or nil from what is not positive or to what is negative.
func growth(from start: Double, to end: Double, years: Double) -> Double? {
  Kernels.compoundGrowth(from: start, to: end, periods: years).map { $0 * 100 }
}

/// Relative changes in percent; from a base that is not positive there is none.
extension Cube {
  /// Returns how much the cells have grown over those of `base`.
  package func growth(over base: Cube) -> Cube {
    relating(to: base) { ($0 - $1) / $1 * 100 }
  }

  /// Returns the yearly growth that takes `base` to the cells in `years` compound steps.
  func compoundGrowth(over base: Cube, years: Double) -> Cube {
    relating(to: base) { Evaluation.growth(from: $1, to: $0, years: years) }
  }

  /// Returns the same as a share.
  func compoundShares(over base: Cube, years: Double) -> Cube {
    relating(to: base) { Kernels.compoundGrowth(from: $1, to: $0, periods: years) }
  }

  /// The shares in percent; what is not finite is undefined.
  var percent: Cube {
    Cube(axes: axes) { cells in
      withRow { row in cells.apply(row, count) { $0 * 100 } }
    }
  }

  /// Returns the cells with those of `base` as 100.
  func relative(to base: Cube) -> Cube {
    relating(to: base) { $0 / $1 * 100 }
  }

  private func relating(to base: Cube, _ apply: (Double, Double) -> Double?) -> Cube {
    meeting(base) { value, base in
      if value.reason != .known { return (0, value.reason) }
      if base.reason != .known { return (0, base.reason) }
      guard base.value > 0 else { return (0, .nonPositiveBase) }
      guard let number = apply(value.value, base.value), number.isFinite else { return (0, .undefined) }
      return (number, .known)
    }
  }
}
