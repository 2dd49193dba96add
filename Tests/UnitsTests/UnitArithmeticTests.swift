import Testing
import Units

struct UnitArithmeticTests {
  @Test(
    arguments: [
      ("万元/人", "人", "万元", 1.0), ("万元/人", "万人", "万元", 1e4), ("%", "元", "元", 0.01), ("元", "%", "元", 0.01),
      ("%", "%", "", 1e-4), ("倍", "元", "元", 1), ("倍", "倍", "", 1), ("%", "", "%", 1), ("", "%", "%", 1),
      ("pp", "", "pp", 1),
      ("倍", "", "倍", 1), ("倍", "%", "%", 1), ("pp", "%", "pp", 0.01), ("pp", "pp", "", 1e-4), ("元", "元", "元²", 1),
      ("pp/年", "年", "pp", 1), ("pp/年", "月", "pp", 1.0 / 12), ("人/万人", "万人", "人", 1), ("人/万人", "人", "人", 1e-4),
      ("人/万人", "%", "人/万人", 0.01), ("人/万人", "元", "元", 1e-4), ("万", "元", "元", 1e4), ("元/人/月", "月", "元/人", 1),
      ("千瓦", "小时", "千瓦·小时", 1), ("%/年", "元", "元/年", 0.01), ("万", "万", "", 1e8),
    ] as [(String, String, String, Double)])
  func products(_ left: String, _ right: String, _ symbol: String, _ step: Double) {
    let (product, factor) = unit(left).product(unit(right))
    #expect(product.symbol == symbol)
    #expect(factor.ratio == step)
  }

  @Test(
    arguments: [
      ("亿元", "元", "", 1e8), ("亿元", "万人", "亿元/万人", 1.0), ("%", "%", "", 1), ("元", "倍", "元", 1), ("倍", "倍", "", 1),
      ("元", "%", "元", 100), ("", "%", "", 100), ("%", "", "%", 1), ("pp", "%", "", 1), ("pp", "倍", "pp", 1),
      ("", "人", "1/人", 1),
      ("元", "元/人", "人", 1), ("元/人", "元", "1/人", 1), ("万元", "元/人", "人", 1e4), ("pp", "年", "pp/年", 1),
      ("%", "年", "%/年", 1),
      ("%", "元", "1/元", 0.01), ("‰", "%", "", 0.1), ("亿", "万", "", 1e4), ("", "", "", 1), ("亿元", "万元/人", "人", 1e4),
      ("吨标准煤", "千瓦时", "", 8141), ("元/人/月", "元/人/年", "", 12),
    ] as [(String, String, String, Double)])
  func quotients(_ left: String, _ right: String, _ symbol: String, _ step: Double) {
    let (quotient, factor) = unit(left).quotient(unit(right))
    #expect(quotient.symbol == symbol)
    #expect(factor.ratio == step)
  }

  @Test(arguments: ["元", "万元", "万元/人", "人/万人", "%", "‰", "pp", "%/年", "倍", "亿", "吨标准煤", "千瓦·小时", "元/人/月", ""])
  func likeByLikeIsPlain(_ symbol: String) {
    let (quotient, factor) = unit(symbol).quotient(unit(symbol))
    #expect(quotient == .one)
    #expect(factor.isIdentity)
  }

  @Test(
    arguments: [
      ("米", 2, "米²", 1.0), ("米", -1, "1/米", 1), ("%", 2, "", 1e-4), ("万元/人", 1, "万元/人", 1), ("万元", 0, "", 1),
      ("元/人", 3, "元³/人³", 1), ("倍", 2, "", 1), ("元/人", -1, "人/元", 1), ("", 5, "", 1),
    ] as [(String, Int, String, Double)])
  func powers(_ base: String, _ exponent: Int, _ symbol: String, _ step: Double) {
    let (power, factor) = unit(base).power(exponent)
    #expect(power.symbol == symbol)
    #expect(factor.ratio == step)
  }

  @Test func exponentsNeverOverflow() {
    var (square, _) = unit("万元/人").power(.max)
    for _ in 0..<100 { (square, _) = square.product(square) }
    #expect(square.factors.map(\.exponent) == [1_000_000, -1_000_000])
    #expect(!square.symbol.isEmpty)
    _ = square.size
    _ = unit("元").power(.min)
  }

  @Test func stepsKeepDecimals() {
    #expect(convert(12345, "万元", "亿元") == 1.2345)
    #expect(convert(15, "亩", "公顷") == 1)
    #expect(convert(7, "%", "") == 0.07)
    #expect(convert(18, "月", "年") == 1.5)
    #expect(convert(23, "微克/立方米", "毫克/立方米") == 0.023)
  }

  private func convert(_ number: Double, _ from: String, _ to: String) -> Double? {
    unit(from).factor(to: unit(to)).map { $0(number) }
  }

  @Test func pointsConvertOnlyToPoints() {
    #expect(unit("pp").factor(to: unit("%")) == nil)
    #expect(unit("pp").factor(to: .one) == nil)
    #expect(MeasurementUnit.one.factor(to: unit("百分点")) == nil)
    #expect(convert(3, "pp", "百分点") == 3)
    #expect(unit("元").factor(to: unit("人")) == nil)
  }

  /// Everything the tables below combine, compounds and shares included.
  static let sample = [
    "", "%", "‰", "pp", "倍", "万", "元", "万元", "亿元", "人", "万人", "元/人", "万元/人/月", "平方米/万元", "人/亿元", "人/万人", "月",
    "年", "pp/年", "亩", "吨标准煤/万元", "千瓦时", "微克/立方米",
  ]

  @Test func conversionThereAndBackIsOne() {
    for first in Self.sample {
      for second in Self.sample {
        let there = unit(first).factor(to: unit(second))
        let back = unit(second).factor(to: unit(first))
        #expect((there == nil) == (back == nil))
        if let there, let back { #expect(there.followed(by: back).isIdentity, "\(first) and \(second)") }
      }
    }
  }

  @Test func productsAndQuotientsKeepQuantityAndSize() {
    for first in Self.sample {
      for second in Self.sample {
        let (left, right) = (unit(first), unit(second))
        let (product, step) = left.product(right)
        #expect(product.dimensions == left.dimensions.adding(right.dimensions, times: 1))
        #expect(abs(product.scale * step.ratio / (left.scale * right.scale) - 1) < 1e-14, "\(first) times \(second)")
        let (swapped, swappedStep) = right.product(left)
        #expect(swapped.dimensions == product.dimensions)
        #expect(abs(swapped.scale * swappedStep.ratio / (product.scale * step.ratio) - 1) < 1e-14)
        #expect(swapped.nature == product.nature, "\(first) times \(second)")
        let (quotient, quotientStep) = left.quotient(right)
        #expect(quotient.dimensions == left.dimensions.adding(right.dimensions, times: -1))
        #expect(
          abs(quotient.scale * quotientStep.ratio * right.scale / left.scale - 1) < 1e-14, "\(first) per \(second)")
        for made in [product, quotient] where !made.factors.isEmpty {
          #expect(UnitTable.standard.parse(made.symbol).value == made)
        }
      }
    }
  }
}
