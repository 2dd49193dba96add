import Testing
import Units

/// Units are kept once each; what is made in different ways and is the same must be equal, and nothing else.
@Suite struct UnitIdentityTests {
  private let names = ["元", "万元", "人", "万人", "%", "pp", "倍", "年", "平方米", "亩", "个"]

  private func units() -> [MeasurementUnit] {
    let simple = names.compactMap { UnitTable.standard.unit(named: $0) } + [.one, .percent, .points]
    let pairs = simple.flatMap { left in simple.flatMap { [left.product($0).unit, left.quotient($0).unit] } }
    return simple + pairs
  }

  @Test func unitsAreEqualWhereTheirFactorsAre() {
    let units = units()
    for left in units {
      for right in units.prefix(60) {
        let isSame = left.factors == right.factors && left.nature == right.nature
        #expect((left == right) == isSame)
        if isSame { #expect(left.hashValue == right.hashValue) }
      }
    }
  }

  @Test func whatFollowsFromFactorsIsWhatTheyMake() {
    for unit in units() {
      let dimensions = unit.factors.reduce(Dimensions.none) { $0.adding($1.dimension, times: $1.exponent) }
      #expect(unit.dimensions == dimensions)
      #expect(unit.size == unit.factors.reduce(.identity) { $0.followed(by: $1.size.repeated($1.exponent)) })
      #expect(unit.isRatio == (unit.nature == .percentage || unit.factors.contains { $0.exponent < 0 }))
    }
  }
}
