import Source
import TestSupport
import Testing

@testable import Reporting

/// Pictures of characters keep to the width, whatever the numbers and names.
@Suite struct ChartTextPropertyTests {
  @Test func linesKeepToTheWidth() {
    var random = SeededGenerator(seed: 51)
    var drawn = 0
    for _ in 0..<1000 {
      let picture = random.picture()
      let width = Int.random(in: 1...140, using: &random)
      let language: Language = Bool.random(using: &random) ? .english : .chinese
      let chart = Chart(picture, description: Phrase(same: ""), table: Table(columns: []))
      guard let lines = ChartText(language: language, color: false, width: width).lines(chart) else { continue }
      drawn += 1
      for line in lines {
        #expect(line.displayWidth <= width, "\(line) in \(picture)")
        #expect(line.printable == line, "\(line) in \(picture)")
      }
      // Colours say nothing that signs do not.
      let colored = ChartText(language: language, color: true, width: width).lines(chart) ?? []
      #expect(colored.map(withoutColors) == lines)
    }
    #expect(drawn > 500)
  }

  @Test func longerBarsAreGreaterValues() {
    var random = SeededGenerator(seed: 52)
    for _ in 0..<3000 {
      let values = random.hardNumbers(6).compactMap { $0 }.filter(\.isFinite)
      let bars = BarText(values, width: Int.random(in: 1...60, using: &random))
      let sorted = values.sorted()
      for (less, more) in zip(sorted, sorted.dropFirst()) {
        #expect(bars.eighths(less) <= bars.eighths(more), "\(values)")
        if less >= 0 { #expect(bars.bar(less).count <= bars.bar(more).count, "\(values)") }
        if more <= 0 { #expect(ink(bars.bar(less)) >= ink(bars.bar(more)), "\(values)") }
      }
      for value in values { #expect(bars.bar(value).count <= bars.width + 1, "\(values)") }
    }
  }

  /// Every description is one line in each language.
  @Test func descriptionsAreWhole() {
    var random = SeededGenerator(seed: 53)
    for _ in 0..<2000 {
      let words =
        switch random.picture() {
        case .lines(let chart): chart.words
        case .columns(let chart): chart.words
        case .bullets(let chart): chart.words
        case .tornado(let chart): chart.words
        case .slopes(let chart): chart.words
        }
      #expect(!words.english.isEmpty && !words.chinese.isEmpty)
    }
  }
}

private func ink(_ bar: String) -> Int { bar.count { $0 != " " } }

private func withoutColors(_ text: String) -> String {
  var result = ""
  var isEscape = false
  for scalar in text.unicodeScalars {
    if scalar == "\u{1B}" { isEscape = true }
    if !isEscape { result.unicodeScalars.append(scalar) }
    if scalar == "m" { isEscape = false }
  }
  return result
}
