import Testing
import Units

struct UnitSumTests {
  @Test(
    arguments: [
      ("亿元", "+", "万元", "亿元", 1.0, 1e-4), ("万元", "-", "亿元", "万元", 1, 1e4), ("%", "-", "%", "pp", 1, 1),
      ("%", "-", "‰", "pp", 1, 0.1), ("%", "+", "pp", "%", 1, 1), ("%", "-", "pp", "%", 1, 1),
      ("pp", "+", "pp", "pp", 1, 1),
      ("pp", "-", "pp", "pp", 1, 1), ("pp", "+", "%", "%", 1, 1), ("", "+", "%", "", 1, 0.01),
      ("", "-", "%", "", 1, 0.01),
      ("%", "+", "", "", 0.01, 1), ("倍", "-", "", "倍", 1, 1), ("元/人", "+", "万元/人", "元/人", 1, 1e4),
    ] as [(String, String, String, String, Double, Double)])
  func sums(_ left: String, _ sign: String, _ right: String, _ symbol: String, _ stepLeft: Double, _ stepRight: Double)
    throws
  {
    let sum = try unit(left).sum(unit(right), subtracting: sign == "-").get()
    #expect(sum.unit.symbol == symbol)
    #expect(sum.factorLeft.ratio == stepLeft)
    #expect(sum.factorRight.ratio == stepRight)
  }

  @Test(
    arguments: [
      ("%", "+", "%", UnitClash.percentPlusPercent), ("%", "+", "‰", .percentPlusPercent),
      ("pp", "-", "%", .percentAgainstPoints),
      ("元", "+", "人", .dimensions), ("元", "-", "", .dimensions), ("%", "+", "元", .dimensions),
      ("pp", "+", "", .pointsAgainstNumber),
      ("", "-", "pp", .pointsAgainstNumber), ("个", "+", "家", .dimensions), ("元/人", "+", "元", .dimensions),
    ] as [(String, String, String, UnitClash)])
  func clashes(_ left: String, _ sign: String, _ right: String, _ clash: UnitClash) {
    let sum = unit(left).sum(unit(right), subtracting: sign == "-")
    guard case .failure(let found) = sum else {
      Issue.record("\(left) \(sign) \(right) has a sum")
      return
    }
    #expect(found == clash)
  }

  @Test func comparisonsMeetInTheUnitOnTheLeft() throws {
    let money = try unit("亿元").compare(unit("万元")).get()
    #expect(money.factorLeft.isIdentity && money.factorRight(12345) == 1.2345)
    let share = try unit("").compare(unit("%")).get()
    #expect(share.factorRight(7) == 0.07)
    #expect(throws: UnitClash.percentAgainstPoints) { try unit("%").compare(unit("pp")).get() }
    #expect(throws: UnitClash.pointsAgainstNumber) { try unit("").compare(unit("pp")).get() }
    #expect(throws: UnitClash.dimensions) { try unit("元").compare(unit("%")).get() }
  }
}
