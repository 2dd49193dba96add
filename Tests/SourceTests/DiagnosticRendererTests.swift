import Foundation
import Source
import Testing

private func finding(_ site: Site, severity: Diagnostic.Severity = .error, others: [Diagnostic.Label] = [])
  -> Diagnostic
{
  Diagnostic(
    severity, .syntax, Phrase("wrong", "有误"), at: site, label: Phrase("here", "此处"), others: others)
}

private func renderer(_ source: SourceText, _ language: Language = .english) -> DiagnosticRenderer {
  DiagnosticRenderer(sources: [source.id: source], language: language)
}

/// A text of pieces that are hard on offsets and columns, among them bytes that are no UTF-8.
private func randomBytes(_ generator: inout SystemIndependentGenerator) -> [UInt8] {
  let pieces: [[UInt8]] = [
    Array("收".utf8), Array("a".utf8), [0x0A], [0x0D, 0x0A], [0x09], [0xFF], [0xE6, 0x94], [0x80], [0x1B],
    Array("👍🏽".utf8),
    Array("e\u{301}".utf8), [0x20],
  ]
  return (0..<Int.random(in: 0...60, using: &generator)).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
}

/// A linear congruential generator: the same numbers in every run.
private struct SystemIndependentGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

@Test func anyRangeOfAnyBytesIsShownHarmlessly() throws {
  var generator = SystemIndependentGenerator(state: 7)
  for _ in 0..<2000 {
    let source = SourceText(id: SourceID(3), name: "a.gf", bytes: randomBytes(&generator))
    func range() -> SourceRange {
      SourceRange(source.id, Int.random(in: -3...200, using: &generator), Int.random(in: -3...200, using: &generator))
    }
    let others = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      Diagnostic.Label(.script(range()), Phrase("another place", "另一处"))
    }
    let text = renderer(source).text([finding(.script(range()), others: others)])
    let lines = text.split(separator: "\n")
    #expect(lines.count >= 3)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.escape == nil })
    #expect(text.components(separatedBy: "here").count == 2)
    #expect(text.components(separatedBy: "another place").count == others.count + 1)
    _ = renderer(source).json([finding(.script(range()), others: others)])
  }
}

@Test(arguments: ["", "收入 + ", "\t", "e\u{301}👍🏽 ", "a\u{1B}\u{202E}", "🇨🇳", "（＋）"])
func underlinesStandUnderTheirText(before: String) throws {
  let source = SourceText(id: SourceID(0), name: "a.gf", bytes: Array((before + "@@@" + " + b").utf8))
  let start = before.utf8.count
  let lines = renderer(source).text([finding(.script(SourceRange(source.id, start, start + 3)))]).split(separator: "\n")
  let place = try #require(lines[2].range(of: "@@@"))
  let underline = try #require(lines[3].range(of: "─┬─"))
  #expect(lines[2][..<place.lowerBound].displayWidth == lines[3][..<underline.lowerBound].displayWidth)
  #expect(lines[1].hasSuffix("a.gf:1:\(before.unicodeScalars.count + 1)"))
}

@Test func aScriptOfOneVeryLongLineIsClipped() throws {
  let source = SourceText(id: SourceID(0), name: "a.gf", bytes: Array(repeating: UInt8(ascii: "x"), count: 1_000_000))
  let findings = (0..<300).map { finding(.script(SourceRange(source.id, $0 * 3000, $0 * 3000 + 2000))) }
  let text = renderer(source).text(findings)
  #expect(text.utf8.count < 300 * 1000)
  #expect(text.split(separator: "\n").allSatisfy { $0.displayWidth <= 130 })
  #expect(text.contains("a.gf:1:897001"))
}

@Test func combiningMarksWithoutEndAreClipped() {
  let bytes = Array(("a" + String(repeating: "\u{301}", count: 20_000)).utf8)
  let source = SourceText(id: SourceID(0), name: "a.gf", bytes: bytes)
  for start in [0, 20_000, bytes.count] {
    #expect(renderer(source).text([finding(.script(SourceRange(source.id, start, start)))]).utf8.count < 5000)
  }
}

@Test func findingsStandInReadingOrder() {
  func cell(_ file: String, _ line: Int) -> Diagnostic {
    finding(.cell(CellPlace(file: file, line: line, column: 1, content: "")))
  }
  func script(_ source: UInt32, _ start: Int) -> Diagnostic {
    finding(.script(SourceRange(SourceID(source), start, start + 1)))
  }
  let sorted = [
    finding(.command), script(0, 2), script(0, 9), script(1, 0), finding(.file("b.csv")), cell("b.csv", 7),
    cell("a.csv", 2),
  ]
  #expect(
    inReadingOrder([
      cell("b.csv", 7), script(1, 0), script(0, 9), cell("a.csv", 2), script(0, 2), finding(.file("b.csv")),
      finding(.command), script(0, 9),
    ]) == sorted)
}

@Test func summariesCountEachFindingOnce() {
  let source = SourceText(id: SourceID(0), name: "a.gf", bytes: [])
  let findings = [
    finding(.command), finding(.command), finding(.file("a")), finding(.file("a"), severity: .warning),
    finding(.file("a"), severity: .note), finding(.file("b"), severity: .note),
  ]
  #expect(renderer(source).summary(findings) == "2 errors, 1 warning, 2 notes")
  #expect(renderer(source, .chinese).summary(findings) == "2 个错误，1 个警告，2 个说明")
  #expect(renderer(source).summary([]) == "")
}

@Test func findingsInTextsThatAreNotThereKeepTheirMessage() {
  let none = DiagnosticRenderer(sources: [:], language: .english)
  #expect(none.text([finding(.script(SourceRange(SourceID(9), 0, 4)))]) == "error[syntax]: wrong\n")
  #expect(none.json([finding(.script(SourceRange(SourceID(9), 0, 4)))]).contains("\"code\": \"syntax\""))
}

@Test func linesOutsideTheTextAreEmpty() {
  let source = SourceText(id: SourceID(0), name: "a.gf", bytes: Array("a\r\nb".utf8))
  #expect((-1...4).map { source.text(ofLine: $0) } == ["", "", "a", "b", "", ""])
  #expect(source.text(in: SourceRange(source.id, 3, 99)) == "b")
  #expect(source.text(in: SourceRange(source.id, -5, Int.max)) == "a\r\nb")
}
