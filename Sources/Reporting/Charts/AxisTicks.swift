import Source

/// Evenly spaced round numbers along an axis, with their labels.
///
/// The step is 1, 2, 2.5 or 5 times a power of ten, and each tick is the decimal that its label shows.
package struct AxisTicks: Hashable, Sendable {
  /// One mark of the axis.
  package struct Tick: Hashable, Sendable {
    /// The number.
    package let value: Double
    /// What stands beside it, without the unit.
    package let label: Phrase
  }

  /// The marks, ascending; 3 to 8 of them.
  package let ticks: [Tick]

  /// Finds ticks that cover those of `values` that are finite, and 0 with `isFromZero`; about `count` of them.
  package init(covering values: some Sequence<Double>, isFromZero: Bool, unit: String, about count: Int = 5) {
    var least = Double.infinity
    var greatest = -Double.infinity
    for value in values where value.isFinite {
      least = min(least, value.drawable)
      greatest = max(greatest, value.drawable)
    }
    if least > greatest { (least, greatest) = (0, 0) }
    // An axis that begins near zero begins at zero, so that heights can be compared.
    let isNearZero = least > 0 ? least < greatest / 4 : greatest < 0 && greatest > least / 4
    if isFromZero || isNearZero {
      least = min(least, 0)
      greatest = max(greatest, 0)
    }
    let steps = DecimalSteps(covering: least, greatest, about: count)
    let scale = AxisScaleWord(for: steps, unit: unit)
    ticks = steps.multiples.map { Tick(value: steps.value(of: $0), label: scale.label(of: $0, in: steps)) }
  }

  /// The first tick.
  package var least: Double { ticks.first?.value ?? 0 }
  /// The last tick.
  package var greatest: Double { ticks.last?.value ?? 1 }

  /// Returns where `value` stands between the first tick, 0, and the last, 1; an end where it is beyond.
  package func position(of value: Double) -> Double {
    min(1, max(0, (value.drawable - least) / (greatest - least)))
  }
}

extension Double {
  /// The number, no larger and no nearer to zero than what can be drawn without the axis leaving the range of numbers.
  fileprivate var drawable: Double {
    magnitude < 1e-280 ? 0 : Swift.min(1e300, Swift.max(-1e300, self))
  }
}
