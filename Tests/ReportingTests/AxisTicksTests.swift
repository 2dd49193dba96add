import Source
import TestSupport
import Testing

@testable import Reporting

/// Ticks are few, round, evenly spaced, and cover the data.
@Suite struct AxisTicksTests {
  private func labels(_ values: [Double], _ unit: String = "", zero: Bool = false, language: Language = .english)
    -> [String]
  {
    AxisTicks(covering: values, isFromZero: zero, unit: unit).ticks.map { $0.label[language] }
  }

  @Test func roundNumbers() {
    #expect(labels([0, 100]) == ["0", "25", "50", "75", "100"])
    #expect(labels([0.3, 0.5]) == ["0.30", "0.35", "0.40", "0.45", "0.50"])
    #expect(labels([-7, 12]) == ["-10", "-5", "0", "5", "10", "15"])
    #expect(labels([7, 7], zero: true) == ["0", "2", "4", "6", "8"])
    #expect(labels([]) == ["0", "0.25", "0.50", "0.75", "1.00"])
  }

  @Test func largeNumbers() {
    #expect(labels([0, 40_000]) == ["0", "10,000", "20,000", "30,000", "40,000"])
    #expect(labels([0, 40_000], language: .chinese) == ["0", "1万", "2万", "3万", "4万"])
    #expect(labels([0, 4e8], language: .chinese) == ["0", "1亿", "2亿", "3亿", "4亿"])
    #expect(labels([0, 4e8]) == ["0", "100M", "200M", "300M", "400M"])
    #expect(labels([0, 4e9]) == ["0", "1bn", "2bn", "3bn", "4bn"])
    #expect(labels([0, 40_000], "万元", language: .chinese) == ["0", "10,000", "20,000", "30,000", "40,000"])
    #expect(labels([100_000, 100_010], language: .chinese).first == "100,000.0")
  }

  /// Values of every size, some all equal, some next to one another.
  @Test func anyValues() {
    var random = SeededGenerator(seed: 50)
    for _ in 0..<20_000 {
      var values = (0..<Int.random(in: 0...5, using: &random)).map { _ in random.double() }
      if Int.random(in: 0..<4, using: &random) == 0, let first = values.first { values = [first, first.nextUp] }
      let isFromZero = Bool.random(using: &random)
      let ticks = AxisTicks(covering: values, isFromZero: isFromZero, unit: "元").ticks
      #expect((3...8).contains(ticks.count), "\(values)")
      let step = (ticks[ticks.count - 1].value - ticks[0].value) / Double(ticks.count - 1)
      for (first, second) in zip(ticks, ticks.dropFirst()) {
        let noise = max(first.value.magnitude, second.value.magnitude) * 1e-14 + step * 1e-9
        #expect(abs(second.value - first.value - step) <= noise, "\(values)")
      }
      for value in values where value.isFinite && value.magnitude <= 1e300 {
        let noise = max(step * 1e-9, value.magnitude * 1e-11)
        #expect(value >= ticks[0].value - noise && value <= ticks[ticks.count - 1].value + noise, "\(values)")
      }
      if isFromZero { #expect(ticks.contains { $0.value == 0 }, "\(values)") }
      for language in Language.allCases {
        #expect(Set(ticks.map { $0.label[language] }).count == ticks.count, "\(values)")
      }
      for tick in ticks {
        // A label without a scale word reads back as the tick itself.
        let text = tick.label.english.filter { $0 != "," }
        if text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) { #expect(Double(text) == tick.value) }
      }
    }
  }
}
