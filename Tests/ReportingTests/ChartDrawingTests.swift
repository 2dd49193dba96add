import Foundation
import Source
import TestSupport
import Testing

@testable import Reporting

/// A word of a drawing with the box that it fills at most.
private struct Word {
  let text: String
  let left: Double
  let right: Double
  let y: Double
}

/// Returns the words of each drawing of a page, with the drawing's width and height.
private func drawings(_ page: String) -> [(width: Double, height: Double, words: [Word], numbers: [Double])] {
  var result: [(width: Double, height: Double, words: [Word], numbers: [Double])] = []
  for element in MarkupReader(page).elements {
    if element.name == "svg", let box = element.attributes["viewBox"]?.split(separator: " ").compactMap({ Double($0) })
    {
      result.append((box[2], box[3], [], []))
    }
    guard !result.isEmpty else { continue }
    let last = result.count - 1
    for name in ["x", "y", "x1", "x2", "y1", "y2", "width", "height"] where element.name != "svg" {
      if let text = element.attributes[name] { result[last].numbers.append(Double(text) ?? .nan) }
    }
    guard element.name == "text", let x = Double(element.attributes["x"] ?? ""),
      let y = Double(element.attributes["y"] ?? "")
    else { continue }
    // Letters are 13 pixels high: a wide one is as wide, a digit a little more than half of that.
    let width = element.text.unicodeScalars.reduce(0) { $0 + [0, 7.2, 13][min(2, $1.displayWidth)] }
    let left =
      switch element.attributes["text-anchor"] {
      case "end": x - width
      case "middle": x - width / 2
      default: x
      }
    result[last].words.append(Word(text: element.text, left: left, right: left + width, y: y))
  }
  return result
}

extension SeededGenerator {
  fileprivate mutating func number() -> Double? {
    switch Int.random(in: 0..<10, using: &self) {
    case 0: nil
    case 1: 0
    case 2: -Double.random(in: 0...100, using: &self)
    default: Double.random(in: 0...100, using: &self)
    }
  }

  fileprivate mutating func values(_ count: Int) -> [Double?] {
    let scale: Double = [1e-9, 0.01, 1, 1, 1e4, 1e9, 1e300].randomElement(using: &self) ?? 1
    var result: [Double?] = []
    for _ in 0..<count { result.append(number().map { (number: Double) in number * scale }) }
    return result
  }

  fileprivate mutating func name() -> Phrase {
    let names = [
      "稳健", "居民人均可支配收入", "a", "设区城市空气质量指数（AQI）优良天数比率与上年同期相比的变化幅度", "<script>alert(1)</script>",
      "农村居民人均可支配收入与低收入农户人均可支配收入之比", "\"&'", "\u{202E}x",
    ]
    return Phrase(same: names.randomElement(using: &self) ?? "")
  }

  fileprivate mutating func anyPicture() -> Chart.Picture {
    let unit = ["", "%", "万元/人"].randomElement(using: &self) ?? ""
    let count = Int.random(in: 1...14, using: &self)
    switch Int.random(in: 0..<5, using: &self) {
    case 0:
      let series = (0..<Int.random(in: 1...11, using: &self)).map { _ -> LineChart.Series in
        let values = values(count)
        let bands = Bool.random(using: &self) ? [0.9, 0.5] : []
        return LineChart.Series(
          name(), values: values,
          bands: bands.map { share in
            LineChart.Band(
              share: share, low: values.map { $0.map { $0 * 0.9 } }, high: values.map { $0.map { $0 * 1.1 } })
          }, projectedFrom: Bool.random(using: &self) ? Int.random(in: 0..<count, using: &self) : nil)
      }
      let targets = (0..<Int.random(in: 0...3, using: &self)).map { _ in
        LineChart.Target(name(), position: Int.random(in: 0..<count, using: &self), value: number() ?? 1)
      }
      return .lines(
        LineChart(periods: (0..<count).map { "\(2014 + $0)" }, unit: unit, series: series, targets: targets))
    case 1:
      let series = (0..<Int.random(in: 1...4, using: &self)).map { _ in
        ColumnChart.Series(name(), values: values(count))
      }
      return .columns(ColumnChart(categories: (0..<count).map { _ in name() }, unit: unit, series: series))
    case 2:
      return .bullets(
        BulletChart(
          rows: (0..<count).map { _ in
            let values = values(3)
            return BulletChart.Row(
              name(), unit: unit, value: values[0], target: values[1], previous: values[2],
              status: Phrase("met", "达标"))
          }))
    case 3:
      return .tornado(
        TornadoChart(
          base: number() ?? 3, unit: unit,
          rows: (0..<count).map { _ in
            TornadoChart.Row(name(), lowSetting: "5%", highSetting: "12.5 万元", low: number(), high: number())
          }))
    default:
      let values = values(2 * count)
      return .slopes(
        SlopeChart(
          left: Phrase(same: "2022"), right: Phrase(same: "2023"), unit: unit,
          rows: (0..<count).map { SlopeChart.Row(name(), left: values[2 * $0], right: values[2 * $0 + 1]) }))
    }
  }
}

@Test func wordsOfChartsStayInsideAndApart() {
  var generator = SeededGenerator(seed: 52)
  for _ in 0..<400 {
    let picture = generator.anyPicture()
    let table = Table(columns: [Column(name: "a")], rows: [Row([.text("b")])])
    let chart = Chart(picture, description: generator.name(), table: table)
    var body = HTMLBody(language: .chinese)
    let page = body.markup(of: Document([Block(.chart(chart), title: generator.name())]))
    let drawings = drawings(page)
    #expect(drawings.count == 2)
    for drawing in drawings {
      #expect(drawing.numbers.allSatisfy { $0.isFinite && $0 > -1 && $0 < 1e4 }, "\(picture)")
      for word in drawing.words {
        #expect(
          word.left >= -1 && word.right <= drawing.width + 1 && word.y >= 9 && word.y <= drawing.height,
          "\(word) leaves \(drawing.width) × \(drawing.height) of \(picture)")
      }
      for (index, first) in drawing.words.enumerated() {
        for second in drawing.words[(index + 1)...] where first.left < second.right && second.left < first.right {
          #expect(abs(first.y - second.y) >= 10, "\(first) and \(second) overlap in \(picture)")
        }
      }
    }
  }
}

@Test func labelsAreMovedApartByNoMoreThanNeeded() {
  #expect(spread([10, 50, 90], distance: 10, in: 0...100) == [10, 50, 90])
  #expect(spread([50, 50], distance: 10, in: 0...100) == [45, 55])
  #expect(spread([52, 50, 51], distance: 10, in: 0...100) == [61, 41, 51])
  #expect(spread([0, 0], distance: 10, in: 0...100) == [0, 10])
  #expect(spread([100, 99], distance: 10, in: 0...100) == [100, 90])
  #expect(spread([], distance: 10, in: 0...100).isEmpty)
  var generator = SeededGenerator(seed: 53)
  for _ in 0..<500 {
    let wanted = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      Double.random(in: -20...220, using: &generator)
    }
    let places = spread(wanted, distance: 15, in: 0...200)
    let sorted = zip(wanted, places).sorted { $0 < $1 }.map(\.1)
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 15 - 1e-9 }, "\(wanted)")
    #expect(places.allSatisfy { $0 >= -1e-9 && $0 <= 200 + 1e-9 }, "\(wanted)")
  }
}

@Test func placesOnACanvasHaveATenth() {
  for (value, text) in [
    (1, "1"), (1.25, "1.3"), (-0.04, "0"), (-2.34, "-2.3"), (0.05, "0.1"), (.nan, "0"), (1e9, "1000000"),
  ] {
    #expect(number(value) == text)
  }
}
