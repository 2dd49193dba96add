import Testing
import Units

struct UnitNotationTests {
  @Test(arguments: [
    ("万元/人", "万元/人"), ("元/人/月", "元/人/月"), ("平方米/万元", "平方米/万元"), ("%", "%"), ("％", "%"), ("‰", "‰"), ("pp", "pp"),
    ("1", ""), ("1/万人", "1/万人"), ("元／人", "元/人"), ("人＊天", "人·天"), ("人·天", "人·天"), ("人×天", "人·天"),
    ("元/(人·月)", "元/人/月"), ("元/（人*月）", "元/人/月"), ("元/(人/月)", "元/人·月"), ("万元 / 人", "万元/人"),
    ("米*米", "米²"), ("米²", "米²"), ("元/米²/年", "元/米²/年"), ("m²*m²", "m²^2"), ("1/10万", "1/10万"), ("人/10万人", "人/10万人"),
    ("(元)", "元"), ("人/万人", "人/万人"), ("人/人", "人/人"), ("m2", "m2"),
  ])
  func spellings(_ text: String, _ symbol: String) throws {
    let found = try #require(UnitTable.standard.parse(text).value)
    #expect(found.symbol == symbol)
    if !symbol.isEmpty { #expect(UnitTable.standard.parse(symbol).value == found) }
  }

  @Test(
    arguments: [
      ("", UnitProblem.empty), ("  ", .empty), ("/", .malformed("/")), ("元/", .malformed("元/")),
      ("/人", .malformed("/人")),
      ("元//人", .malformed("元//人")), ("元/(人", .malformed("元/(人")), ("元)", .malformed("元)")), ("()", .malformed("()")),
      ("元/((人))", .malformed("元/((人))")), ("元(人)", .malformed("元(人)")), ("(元)人", .malformed("(元)人")),
      ("元/仁", .unknown("仁")), ("0人", .unknown("0人")), ("米^0", .unknown("米^0")),
      ("米^99999999999999999999", .unknown("米^99999999999999999999")), ("²", .unknown("²")),
    ] as [(String, UnitProblem)])
  func whatIsNoUnitSaysWhy(_ text: String, _ problem: UnitProblem) {
    #expect(UnitTable.standard.parse(text).problem == problem)
  }

  @Test func aLongTextIsRefused() {
    let text = Array(repeating: "元", count: 100_000).joined(separator: "*")
    #expect(UnitTable.standard.parse(text).problem == .tooLong)
  }

  @Test func dimensionsFollowTheBar() {
    #expect(unit("元/人/月").dimensions == unit("元/(人*月)").dimensions)
    #expect(unit("吨标准煤").dimensions == unit("千瓦*小时").dimensions)
    #expect(unit("人/万人").dimensions.isNone)
    #expect(unit("人/万人").scale == 1e-4)
    #expect(unit("1/10万").scale == 1e-5)
  }

  @Test func anyTextIsReadOrRefusedAndReadsBackAsPrinted() {
    let pieces = [
      "元", "万", "亿", "人", "%", "pp", "/", "*", "·", "(", ")", "²", "^", "9", "0", "1", " ", "\0", "米", "１", "🙂",
      "\u{301}", "千", "年",
    ]
    var generator = SmallGenerator(state: 153)
    for _ in 0..<20_000 {
      let text = (0..<(1 + generator.next() % 9)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
        .joined()
      guard let found = UnitTable.standard.parse(text).value else { continue }
      let again = found.symbol.isEmpty ? .one : UnitTable.standard.parse(found.symbol).value
      #expect(again == found, "\(text) is printed as \(found.symbol)")
    }
  }
}
