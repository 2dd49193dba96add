import Foundation
import Testing

@testable import Indicators

/// Reads printed numbers.
@Suite struct NumberTests {
  @Test(
    arguments: [
      ("0", 0, 0), ("-0.0", 0, 1), ("12345.67", 12345.67, 2), ("1,234,567.8", 1_234_567.8, 1),
      ("1 234 567", 1_234_567, 0),
      (".5", 0.5, 1), ("5.", 5, 0), ("+3", 3, 0), ("00012", 12, 0), ("1e5", 1e5, 0), ("1.25E-3", 0.00125, 5),
      ("9007199254740993", 9_007_199_254_740_992, 0), ("123456789012345678901234567890", 1.2345678901234568e29, 0),
      ("0.000000000000000000000000000001", 1e-30, 30), ("179769313486231570000e288", 1.7976931348623157e308, 0),
    ] as [(String, Double, UInt8)])
  func reads(text: String, value: Double, decimals: UInt8) throws {
    let number = try #require(DecimalNumber(text))
    #expect(number.value == value)
    #expect(number.value.sign == .plus || value != 0)
    #expect(number.decimals == decimals)
  }

  @Test(arguments: [
    "", "-", "+", ".", "1,23", "1,2345", "1234,567", ",123", "1,,234", "1,234 567", "12 34", "1.2.3", "1e", "1e+",
    "1e99999",
    "--1", "1-", "0x10", "1_000", "inf", "nan", "1,234,", "１",
  ])
  func refuses(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func agreesWithTheLibraryOnRandomDecimals() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<20_000 {
      let digits = Int(generator.next() % 20) + 1
      var text = (0..<digits).map { _ in String(generator.next() % 10) }.joined()
      let point = Int(generator.next() % UInt64(digits + 1))
      text.insert(".", at: text.index(text.startIndex, offsetBy: point))
      if generator.next() % 3 == 0 { text += "e\(Int(generator.next() % 60) - 30)" }
      let expected = Double("0" + text.replacing(".e", with: "e").trimmingSuffix("."))
      #expect(DecimalNumber(text)?.value == expected, "\(text)")
    }
  }

  @Test func prefixesMoveTheDecimalPointExactly() {
    #expect(DecimalNumber("1.15", shift: 4)?.value == 11_500)
    #expect(DecimalNumber("0.7", shift: -2)?.value == 0.007)
    #expect(DecimalNumber("2.675", shift: 8)?.value == 267_500_000)
  }
}

/// A small generator with a fixed seed, the same on every machine.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
