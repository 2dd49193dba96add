/// Multiples of a round step, counted in whole numbers so that nothing is rounded: each is an integer times a power of ten.
struct DecimalSteps: Hashable {
  /// The power of ten.
  let exponent: Int
  /// The multiples of the power of ten, ascending.
  let multiples: [Int]

  /// Finds the steps whose multiples cover `least` to `greatest`, as near to `count` as can be, from 3 to 8.
  init(covering least: Double, _ greatest: Double, about count: Int) {
    var (low, high) = (least, greatest)
    // What differs by less than comparisons see is one value, which stands in the middle.
    let size = max(low.magnitude, high.magnitude)
    if high - low <= size * 1e-11 {
      let room = size == 0 ? 1 : size / 10
      (low, high) = low == 0 ? (0, 1) : (low - room, high + room)
    }
    let power = Self.power(of: high - low)
    var best: (steps: Self, score: Double)?
    for exponent in (power - 3)...(power + 1) {
      for factor in [10, 20, 25, 50] {
        let steps = Self(covering: low, high, step: factor, exponent: exponent)
        guard let steps, (3...8).contains(steps.multiples.count) else { continue }
        let width = Double(steps.multiples.count - 1) * steps.value(of: factor)
        // An axis that is left empty by a twelfth is as bad as one tick more or less.
        let score = Double(abs(steps.multiples.count - count)) / 12 + 1 - (high - low) / width
        if score < best?.score ?? .infinity { best = (steps, score) }
      }
    }
    self = best?.steps ?? Self(exponent: 0, multiples: [0, 1, 2])
  }

  private init(exponent: Int, multiples: [Int]) {
    (self.exponent, self.multiples) = (exponent, multiples)
  }

  /// Creates the multiples of `step` times ten to the `exponent` that cover the range; nil where there are too many.
  private init?(covering low: Double, _ high: Double, step: Int, exponent: Int) {
    self.exponent = exponent
    let size = Double("\(step)e\(exponent)") ?? 1
    let (first, last) = (Self.whole(low / size, .down), Self.whole(high / size, .up))
    guard last - first <= 7, first.magnitude < 1e15, last.magnitude < 1e15 else { return nil }
    multiples = (Int(first)...max(Int(first), Int(last))).map { $0 * step }
  }

  /// Returns `number` rounded, to the nearest whole number where it is one but for the noise of binary arithmetic.
  private static func whole(_ number: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let nearest = number.rounded()
    return (number - nearest).magnitude <= max(1, number.magnitude) * 1e-12 ? nearest : number.rounded(rule)
  }

  /// Returns the power of ten of the first digit of `number`, which is above zero.
  private static func power(of number: Double) -> Int {
    DecimalShape(of: number).exponent
  }

  /// Returns the number that `multiple` stands for.
  func value(of multiple: Int) -> Double {
    Double("\(multiple)e\(exponent)") ?? 0
  }
}
