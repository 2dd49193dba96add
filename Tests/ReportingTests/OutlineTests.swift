import Reporting
import Source
import Testing

@Test func deepOutlinesAreDrawnWithoutRunningOffThePage() {
  var outline = Outline()
  for depth in 0..<100_000 { outline.append(Phrase(same: "x"), depth: depth) }
  for format in OutputFormat.allCases {
    let text = render(Document([Block(.outline(outline))]), as: format, language: .english)
    #expect(text.utf8.count < 40_000_000)
    #expect(text.contains("99999"))
  }
}

@Test func stepsHangFromTheStepAbove() {
  var outline = Outline()
  outline.append(Phrase(same: "a"), depth: 7)
  outline.append(Phrase(same: "b"), depth: 7)
  outline.append(Phrase(same: "c"), depth: -7)
  var other = Outline()
  other.append(outline, depth: 1)
  other.append(outline, depth: .max)
  #expect(outline.nodes.map(\.depth) == [0, 1, 0])
  #expect(other.nodes.map(\.depth) == [0, 1, 0, 1, 2, 1])
}
