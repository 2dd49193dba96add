import Source
import Testing

@testable import Syntax

@Suite struct LexerTests {
  /// Returns the tokens of `text`, the end left out.
  private func tokens(_ text: String) -> [String] {
    let text = source(text)
    return Lexer.lex(text).tokens.dropLast().map { token in
      let kind = "\(token.kind)".prefix { $0 != "(" }
      return "\(kind) \(String(decoding: text.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("9 万元/人", ["number 9", "unit 万元/人"]),
    ("9 万元 / 常住人口", ["number 9", "unit 万元", "symbol /", "name 常住人口"]),
    ("9\n万元", ["number 9", "name 万元"]),
    ("9 # c\n万元", ["number 9", "name 万元"]),
    ("5%/2", ["number 5", "unit %", "symbol /", "number 2"]),
    ("5 by", ["number 5", "keyword by"]),
    ("5 owner", ["number 5", "keyword owner"]),
    ("5 per year", ["number 5", "keyword per year"]),
    ("5 per day", ["number 5", "unit per", "name day"]),
    ("24.08 平方米/万元", ["number 24.08", "unit 平方米/万元"]),
    ("1.2万元", ["number 1.2", "unit 万元"]),
    ("1.2万 元", ["number 1.2万", "unit 元"]),
    ("1万亿/2亿", ["number 1万亿", "symbol /", "number 2亿"]),
    ("2023年", ["period 2023年"]),
    ("2023年末", ["number 2023", "unit 年末"]),
    ("2023Q1x", ["number 2023", "unit Q1x"]),
    ("２０２３Ｑ１", ["period ２０２３Ｑ１"]),
    ("2015..2022", ["number 2015", "symbol ..", "number 2022"]),
    ("1e6", ["number 1e6"]),
    ("1e元", ["number 1", "unit e元"]),
    ("3 ㎡", ["number 3", "unit ㎡"]),
    ("so that sothat so\nthat", ["keyword so that", "name sothat", "name so", "name that"]),
    ("alias a : 万元/人 = b", ["keyword alias", "name a", "symbol :", "unit 万元/人", "symbol =", "name b"]),
    ("rule a : b/c", ["keyword rule", "name a", "symbol :", "name b", "symbol /", "name c"]),
    ("f(weight: w)", ["name f", "symbol (", "keyword weight", "symbol :", "name w", "symbol )"]),
    ("“a\"b” \"c”d\"", ["text “a\"b”", "text \"c”d\""]),
    ("\"{'}'}\"", ["text \"{'}'}\""]),
  ]) func cuts(_ text: String, _ expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: [
    ("1.2万", 12000.0), ("3亿", 3e8), ("2万亿", 2e12), ("12_500", 12500), ("1e6", 1e6), ("1.5E-3", 0.0015),
    ("0.1万", 1000), ("1.1亿", 110_000_000), ("1.0000000000000002万", 10000.000000000002), ("１．５", 1.5),
    ("0.3万", 3000), ("4.35万", 43500), ("1e-400", 0), ("1e-99999999999999999999", 0), ("1.15亿", 115_000_000),
  ]) func roundsOnce(_ text: String, _ value: Double) {
    #expect(NumberText(Array(text.utf8)[...]).value == value)
  }

  @Test(arguments: ["1e309", "1e99999999999999999999万", "9" + String(repeating: "0", count: 400)])
  func reportsLargeNumbers(_ text: String) {
    let found = checkLaws(source("show \(text)")).diagnostics
    #expect(found.map(\.code) == [.numberTooLarge])
  }

  @Test func quotedNamesAreFolded() {
    let parsed = parse(source("same '收入（元）' = ‘ 收入(元) ’"))
    #expect(dump(parsed.script) == "(same ('收入(元)' '收入(元)'))")
  }

  @Test func bytesThatAreNotTextAreReportedOncePerRun() {
    let bytes: [UInt8] =
      Array("show a ".utf8) + [0xFF, 0xC0, 0x80, 0x01, 0xED, 0xA0, 0x80] + Array("\nshow b ".utf8) + [0xE4]
    let found = checkLaws(source(bytes))
    #expect(found.diagnostics.map(\.code) == [.unexpectedCharacter, .unexpectedCharacter])
    #expect(found.script.statements.count == 2)
  }

  @Test func anyBytesKeepTheLaws() {
    var state: UInt64 = 7
    let pieces: [[UInt8]] =
      [[0xFF], [0], [0x22], [0x27], [0xE4, 0xB8], [0x7B], [0x7D], [0x5C], [0x0A]]
      + KeywordEntry.table.map { Array($0.chinese.utf8) } + Symbol.allCases.map { Array($0.rawValue.utf8) }
      + ["a", "5", "2023", "“", "”", "’", "\"x\"", "if", " "].map { Array($0.utf8) }
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += pieces[Int(state >> 33) % pieces.count]
        if state >> 63 == 0 { bytes.append(0x20) }
      }
      checkLaws(source(bytes))
      checkLaws(source(bytes), as: .prompt)
    }
  }

  /// A wide twin leads every token off the way on which plain ones are read, and must change nothing.
  @Test func plainTokensAreReadAsWideOnesAre() {
    var generator = FixedGenerator(state: 7)
    let pieces = [
      "alias", "target", "per", "year", "up", "to", "owner", "x", "gdp_2", "_", "I9", "sensitivityx", "12", "2023",
      "2023Q1",
      "1.5", "1..5", "7e3", "1_000", "9%", "5 kg/m", ":", ": 元/人", "=", "==", ">=", "<=", "<", ">", "!=", "+", "+=",
      "*=", "*", "-",
      "/", "^", "(", ")", "[", "]", "{", "}", ",", ";", ".", "..", "??", "?", "~=", "'a b'", "''", "' '", "'x", "# c\n",
      "\n", "\r\n", " ", "\t",
      "人均收入", "@",
    ]
    for _ in 0..<4_000 {
      let count = Int.random(in: 1...12, using: &generator)
      let plain = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      let wide = plain.unicodeScalars.map { scalar -> Unicode.Scalar in
        let isKept = scalar.value <= 0x20 || scalar.value > 0x7E || scalar == "\"" || scalar == "'" || scalar == "#"
        return isKept ? scalar : Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: wide)
      #expect(kinds(of: plain) == kinds(of: String(text)), "\(plain)")
    }
  }

  private func kinds(of text: String) -> [TokenKind] { Lexer.lex(source(text)).tokens.map(\.kind) }
}
