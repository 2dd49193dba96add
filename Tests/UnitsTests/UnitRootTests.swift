import Testing
import Units

/// Powers whose exponent is a fraction.
@Suite struct UnitRootTests {
  @Test(
    arguments: [
      ("平方公里", 0.5, "公里", 1.0), ("平方米", 0.5, "米", 1), ("亿元·万元", 0.5, "亿元", 0.01), ("万元·万元", 0.5, "万元", 1),
      ("平方公里", 1.5, "公里³", 1e9), ("立方米", 1.0 / 3, "米", 1), ("立方米", 2.0 / 3, "平方米", 1), ("平方公里", -0.5, "1/米", 1e-3),
      ("公顷", 0.5, "米", 100), ("平方米/平方公里", 0.5, "", 1e-3),
    ] as [(String, Double, String, Double)])
  func roots(_ base: String, _ exponent: Double, _ symbol: String, _ step: Double) throws {
    let (root, factor) = try #require(power(unit(base), exponent))
    let size = root.scale * factor.ratio
    #expect((size / expectedSize(base, exponent) - 1).magnitude < 1e-12)
    if symbol == "公里³" {
      #expect(root.dimensions == unit("立方米").dimensions)
    } else {
      #expect(root.symbol == symbol)
      #expect((factor.ratio / step - 1).magnitude < 1e-12)
    }
  }

  private func expectedSize(_ base: String, _ exponent: Double) -> Double {
    // By repeated multiplication and a root by bisection, not by the library's power.
    let size = unit(base).scale
    var (low, high) = (0.0, max(1, size * size))
    let (above, below) = (Int((exponent.magnitude * 12).rounded()), 12)
    func raised(_ number: Double, _ count: Int) -> Double { (0..<count).reduce(1.0) { product, _ in product * number } }
    for _ in 0..<400 {
      let middle = (low + high) / 2
      if raised(middle, below) < raised(size, above) { low = middle } else { high = middle }
    }
    return exponent < 0 ? 1 / low : low
  }

  @Test(arguments: [("人", 0.5), ("元/人", 0.5), ("立方米", 0.5), ("平方米", 1.0 / 3), ("平方米·人", 0.5)])
  func whatHasNoRoot(_ base: String, _ exponent: Double) {
    #expect(power(unit(base), exponent) == nil)
  }

  @Test(arguments: ["平方公里", "亩", "公顷", "万元·亿元", "平方米/平方公里", "元·元/人·人"])
  func theSquareOfTheRootIsTheUnit(_ base: String) throws {
    let whole = unit(base)
    let (root, factor) = try #require(power(whole, 0.5))
    let (square, step) = root.power(2)
    #expect(square.dimensions == whole.dimensions)
    let size = square.scale * step.ratio * factor.ratio * factor.ratio
    #expect((size / whole.scale - 1).magnitude < 1e-12)
  }

  @Test func wholeExponentsAreWhole() throws {
    for exponent in -3...3 {
      let (found, factor) = try #require(power(unit("万元/人"), Double(exponent)))
      let (whole, step) = unit("万元/人").power(exponent)
      #expect(found == whole && factor.ratio == step.ratio)
    }
  }

  @Test func exponentsAreSmallFractions() {
    #expect(UnitExponent(0.1 + 0.2) == UnitExponent(0.3))
    #expect(UnitExponent(2.0.squareRoot()) == nil)
    #expect(UnitExponent(.nan) == nil)
    #expect(UnitExponent(.infinity) == nil)
    #expect(UnitExponent(10) == nil)
  }

  private func power(_ unit: MeasurementUnit, _ number: Double) -> (unit: MeasurementUnit, factor: Conversion)? {
    UnitExponent(number).flatMap { unit.power($0, in: .standard) }
  }
}
