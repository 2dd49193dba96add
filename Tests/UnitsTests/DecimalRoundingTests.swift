import Foundation
import Testing
import Units

struct DecimalRoundingTests {
  @Test(
    arguments: [
      (2.675, 2, "2.68"), (0.1 + 0.2, 2, "0.30"), (1.005, 2, "1.01"), (-2.675, 2, "-2.68"), (0.5, 0, "1"),
      (-0.5, 0, "-1"),
      (-0.4, 0, "0"), (-0.0, 1, "0.0"), (1e-30, 3, "0.000"), (99.995, 2, "100.00"), (9, 2, "9.00"),
      (12345.678, 0, "12346"),
      (1e20, 1, "100000000000000000000.0"), (1e21, 2, "1e+21"), (-1.5e300, 0, "-1.5e+300"),
      (1_234_567_890_123_456, 0, "1234567890123456"),
      (1.15, 1, "1.2"), (4.35 * 100, 0, "435"), (1.0 / 3, 5, "0.33333"), (12345, -2, "12300"), (12350, -2, "12400"),
      (49, -2, "0"),
      (50, -2, "100"), (5, .min, "0"), (1.5, .max, "1.500000000000000000000000000000"), (0.45, 1, "0.5"),
      (8.5 - 0.000000000000001, 0, "9"),
      (.infinity, 2, "inf"), (.nan, 2, "nan"), (.leastNonzeroMagnitude, 2, "0.00"),
      (999_999_999_999_999.5, 0, "1000000000000000"),
    ] as [(Double, Int, String)])
  func decimals(_ number: Double, _ decimals: Int, _ text: String) {
    #expect(decimalString(number, decimals: decimals) == text)
  }

  @Test(
    arguments: [
      (12345, "12345"), (-0.0, "0"), (0.1, "0.1"), (1e-7, "0.0000001"), (1.5e-8, "1.5e-8"),
      (1e20, "100000000000000000000"),
      (1.5e21, "1.5e+21"), (123_456_789_012_345_683_968, "123456789012345680000"), (0.1 + 0.2, "0.30000000000000004"),
      (-56200.5, "-56200.5"),
      (1e16, "10000000000000000"), (.infinity, "inf"), (.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func shortest(_ number: Double, _ text: String) {
    #expect(shortestString(number) == text)
  }

  @Test func shortestDigitsReadBack() {
    var generator = SmallGenerator(state: 20_230_708)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(Double(shortestString(number)) == number)
      #expect(significantDecimal(number, digits: 17).magnitude <= number.magnitude * (1 + 1e-14))
    }
  }

  /// The decimal arithmetic of Foundation is another program that rounds half away from zero.
  @Test func roundingAgreesWithDecimalArithmetic() throws {
    var generator = SmallGenerator(state: 7)
    for _ in 0..<5_000 {
      let units = Int64(generator.next() % 2_000_000_000) - 1_000_000_000
      let places = Int(generator.next() % 6)
      let decimals = Int(generator.next() % 5)
      let exact = Decimal(units) / pow(10, places)
      let number = try #require(Double("\(exact)"))
      var (source, result) = (exact, Decimal())
      NSDecimalRound(&result, &source, decimals, .plain)
      #expect(Decimal(string: decimalString(number, decimals: decimals)) == result, "\(exact) to \(decimals)")
      #expect(roundHalfAwayFromZero(number, decimals: decimals) == Double("\(result)"))
    }
  }

  /// `Tests/Corpus/numbers/rounding.py` writes what Python's decimal arithmetic makes of each.
  @Test func roundingAgreesWithTheTable() throws {
    let table = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Corpus/numbers/rounding.tsv")
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 1_000)
    for line in lines {
      let fields = line.split(separator: "\t").map(String.init)
      let (number, decimals) = try (#require(Double(fields[0])), #require(Int(fields[1])))
      #expect(decimalString(number, decimals: decimals) == fields[2], "\(line)")
      #expect(roundHalfAwayFromZero(number, decimals: decimals) == Double(fields[2]), "\(line)")
    }
  }

  @Test func significantDigits() {
    #expect(significantDecimal(0.1 + 0.2, digits: 12) == 0.3)
    #expect(significantDecimal(123_456, digits: 2) == 120_000)
    #expect(significantDecimal(-0.0012345, digits: 3) == -0.00123)
    #expect(significantDecimal(99.96, digits: 3) == 100)
    #expect(significantDecimal(55, digits: 0) == 60)
    #expect(significantDecimal(.greatestFiniteMagnitude, digits: 4) == .greatestFiniteMagnitude)
    #expect(significantDecimal(-.greatestFiniteMagnitude, digits: 4) == -.greatestFiniteMagnitude)
    #expect(significantDecimal(0, digits: 3) == 0)
  }
}

/// SplitMix64, so that every run tests the same numbers.
struct SmallGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
