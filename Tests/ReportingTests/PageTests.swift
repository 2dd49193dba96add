import Foundation
import Source
import TestSupport
import Testing

@testable import Reporting

/// Strings that break pages that do not escape.
private let naughty = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "'; DROP TABLE 指标; --",
  "</title></style></table>", "]]>", "&lt;b&gt;", "a\u{0}b\u{7}c", "\u{202E}gnp.exe", "\u{FFFE}\u{FFFF}",
  "{{7*7}}${7*7}",
  "<!--", "*x* _y_ `z` [a](b)", "𝕏 👩‍👩‍👧 ﷽", "العربية", "a\nb\tc", "onload=alert(1)", "style=\"x\"",
]

/// Returns a document that has `name` wherever a name can stand.
private func document(named name: String) -> Document {
  let phrase = Phrase(same: name)
  let table = Table(
    columns: [Column(phrase), Column(phrase, unit: name, alignment: .trailing)],
    rows: [
      Row([.text(name)], kind: .groupHeading), Row([.text(name), .number(1, NumberStyle(unit: name))]),
      Row([.phrase(phrase), .sparkline([1, nil, 2])]), Row([.text(name), .number(-2, .change())], kind: .total),
    ])
  var outline = Outline()
  outline.append(phrase, value: .text(name), details: [phrase])
  outline.append(phrase, depth: 1)
  let pictures: [Chart.Picture] = [
    .lines(
      LineChart(
        periods: [name, "2"], unit: name, series: [.init(phrase, values: [1, 2]), .init(phrase, values: [2, 3])],
        targets: [.init(phrase, position: 0, value: 2)])),
    .columns(ColumnChart(categories: [phrase], unit: name, series: [.init(phrase, values: [1])])),
    .bullets(BulletChart(rows: [.init(phrase, unit: name, value: 1, target: 2, previous: 3, status: phrase)])),
    .tornado(
      TornadoChart(base: 1, unit: name, rows: [.init(phrase, lowSetting: name, highSetting: name, low: 0, high: 3)])),
    .slopes(SlopeChart(left: phrase, right: phrase, unit: name, rows: [.init(phrase, left: 1, right: 2)])),
  ]
  let charts = pictures.map { Block(.chart(Chart($0, description: phrase, table: table)), title: phrase) }
  let prose = Prose([.written("# "), .value(name), .written("\n\n**a**"), .value(name)])
  let blocks: [Block] = [
    Block(.prose(prose)), Block(.table(table), title: phrase, notes: [phrase]), Block(.outline(outline), title: phrase),
    Block(.message(phrase)), Block(.section(Section(.provenance, [Block(.message(phrase))])), title: phrase),
  ]
  return Document([Block(.section(Section(.report, blocks + charts)), title: phrase)])
}

@Test(arguments: naughty) func anyNameIsShownAsText(_ name: String) {
  let plain = MarkupReader(render(document(named: "x"), as: .html, language: .chinese))
  let page = render(document(named: name), as: .html, language: .chinese)
  let reader = MarkupReader(page)
  #expect(reader.fault == nil)
  #expect(plain.fault == nil)
  // Words of a chart that does not name its places are left out where they are too long, and nothing else differs.
  let isPart = { (element: MarkupReader.Element) in !["text", "span", "line", "path", "rect"].contains(element.name) }
  #expect(reader.elements.filter(isPart).map(\.name) == plain.elements.filter(isPart).map(\.name))
  // A wide table is a region, which is told what it is.
  let known = Set(plain.elements.flatMap { $0.attributes.keys }).union(["role", "aria-label", "tabindex"])
  #expect(Set(reader.elements.flatMap { $0.attributes.keys }).isSubset(of: known))
  for element in ["h1", "h2", "td", "th", "li", "figcaption", "desc", "title", "p"] {
    let shown = name.printable.replacing("\u{FFFE}\u{FFFF}", with: "\\u{FFFE}\\u{FFFF}")
    #expect(reader.all(element).contains { $0.text.contains(shown) }, "\(name) in \(element)")
  }
  // Line breaks are those between elements.
  #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0.escape == nil })
}

@Test func aPageMayRunAndLoadNothing() throws {
  let page = render(document(named: "x"), as: .html, language: .chinese)
  let reader = MarkupReader(page)
  let names = Set(reader.elements.map(\.name))
  #expect(
    names.isDisjoint(with: ["script", "img", "link", "iframe", "object", "form", "base", "use", "image", "a:href"]))
  let attributes = reader.elements.flatMap { $0.attributes.keys }
  #expect(!attributes.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" })
  let style = try #require(reader.all("style").first?.text)
  #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("<"))
  let digest = Data(sha256(Array(style.utf8))).base64EncodedString()
  let policy = reader.all("meta").compactMap { $0.attributes["content"] }.first { $0.hasPrefix("default-src") }
  #expect(policy == "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'")
  #expect(reader.all("html").first?.attributes["lang"] == "zh-CN")
  #expect(page.hasPrefix("<!DOCTYPE html>\n"))
  #expect(page == render(document(named: "x"), as: .html, language: .chinese))
}

@Test func bytesAreWrittenInBase64() {
  var generator = SeededGenerator(seed: 54)
  for count in 0..<70 {
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(base64(bytes) == Data(bytes).base64EncodedString())
  }
}

@Test func headingsSkipNoLevelAndNamesAreGivenOnce() {
  let prose = Prose(markdown: "### a\n# b\n#### a\n###### c\n## 一、总体情况\n[d](#一总体情况)")
  let report = Block(
    .section(
      Section(.report, [Block(.prose(prose)), Block(.section(Section(.provenance, [])), title: Phrase("p", "p"))])),
    title: Phrase(same: "t"))
  let reader = MarkupReader(render(Document([report, report]), as: .html, language: .chinese))
  let headings = reader.elements.filter { $0.name.count == 2 && $0.name.hasPrefix("h") && $0.name != "hr" }
  let levels = ["h1", "h2", "h2", "h3", "h4", "h3", "h2"]
  #expect(headings.map(\.name) == levels + levels)
  let names = reader.elements.compactMap { $0.attributes["id"] }
  #expect(Set(names).count == names.count)
  #expect(names.contains("一总体情况"))
  #expect(reader.all("nav").count == 2)
  for link in reader.all("a") {
    let target = link.attributes["href"]?.dropFirst().removingPercentEncoding ?? ""
    #expect(names.contains(String(target)))
  }
  for label in reader.elements.compactMap({ $0.attributes["aria-labelledby"] }) {
    #expect(label.split(separator: " ").allSatisfy { names.contains(String($0)) })
  }
}

@Test func everyTableHasHeadings() {
  var generator = SeededGenerator(seed: 55)
  for _ in 0..<200 {
    let document = Document([Block(.table(generator.table()), title: Phrase(same: generator.text()))])
    let reader = MarkupReader(render(document, as: .html, language: .english))
    #expect(reader.fault == nil)
    // A table that is too wide for paper stands there in several.
    let papers = reader.elements.count { $0.attributes["class"] == "paper" }
    #expect(papers != 1 && reader.all("table").count == 1 + papers)
    #expect(reader.all("th").allSatisfy { ["col", "row", "rowgroup"].contains($0.attributes["scope"]) })
  }
}

@Test func tablesThatAreTooWideForPaperAreSplitAndLoseNoColumn() {
  let names = ["first"] + (1965...2024).map(String.init)
  let columns = names.map { Column(name: $0, alignment: .trailing) }
  let row = Row(names.indices.map { .number(Double($0) + 0.5) })
  let page = render(Document([Block(.table(Table(columns: columns, rows: [row])))]), as: .html, language: .english)
  let papers = page.components(separatedBy: "class=\"paper\"").count - 1
  #expect((2...8).contains(papers))
  func count(_ name: String) -> Int { page.components(separatedBy: ">\(name)<").count - 1 }
  #expect(count("first") == 1 + papers)
  #expect(names.dropFirst().allSatisfy { count($0) == 2 })
}

/// Returns how much two colours stand out from each other (WCAG 2.2, relative luminance and contrast ratio).
private func contrast(_ first: UInt32, _ second: UInt32) -> Double {
  func luminance(_ colour: UInt32) -> Double {
    zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).map { shift, weight in
      let part = Double(colour >> UInt32(shift) & 255) / 255
      return weight * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4))
    }.reduce(0, +)
  }
  let (light, dark) = (max(luminance(first), luminance(second)), min(luminance(first), luminance(second)))
  return (light + 0.05) / (dark + 0.05)
}

@Test func coloursStandOut() {
  #expect(abs(contrast(0x000000, 0xFFFFFF) - 21) < 1e-9)
  for colour in [PageColour.text, .muted, .link, .red, .green] {
    for ground in [PageColour.page, .panel] {
      #expect(contrast(colour.light, ground.light) >= 4.5, "\(colour) on \(ground)")
      #expect(contrast(colour.dark, ground.dark) >= 4.5, "\(colour) on \(ground) in the dark")
    }
  }
  for colour in PageColour.series {
    #expect(contrast(colour.light, PageColour.page.light) >= 3, "\(colour)")
    #expect(contrast(colour.dark, PageColour.page.dark) >= 3, "\(colour) in the dark")
  }
}
