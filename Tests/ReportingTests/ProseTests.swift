import Foundation
import TestSupport
import Testing

@testable import Reporting

/// Returns the markup of `markdown` with line breaks between blocks taken out.
private func html(_ markdown: String) -> String {
  html(Prose(markdown: markdown))
}

private func html(_ prose: Prose) -> String {
  var body = HTMLBody(language: .english)
  return articleBody(body.markup(of: Document([Block(.prose(prose))])))
    .replacing(">\n", with: ">").replacing("\n<", with: "<")
}

/// Cases after the sections of the CommonMark specification, with what its rules give; those that gf leaves out are text.
private let cases: [(markdown: String, html: String)] = [
  // Precedence, escapes, code.
  ("\\*not stressed\\*", "<p>*not stressed*</p>"), ("\\a", "<p>\\a</p>"), ("a\\\nb", "<p>a<br/>b</p>"),
  ("`a`", "<p><code>a</code></p>"), ("`` a ` b ``", "<p><code>a ` b</code></p>"), ("` `` `", "<p><code>``</code></p>"),
  ("`a\\`b`", "<p><code>a\\</code>b`</p>"), ("*a`*`", "<p>*a<code>*</code></p>"), ("```a``", "<p>```a``</p>"),
  ("`<a>`", "<p><code>&lt;a&gt;</code></p>"),
  // Headings.
  ("# a #", "<h1 id=\"a\">a</h1>"), ("#a", "<p>#a</p>"), ("####### a", "<p>####### a</p>"), ("\\# a", "<p># a</p>"),
  ("# a\n### b", "<h1 id=\"a\">a</h1><h2 id=\"b\">b</h2>"),
  ("# a # b ##", "<h1 id=\"a--b\">a # b</h1>"), ("#", "<h1 id=\"section\"></h1>"),
  // Rules.
  ("***", "<hr/>"), ("- - -", "<hr/>"), ("--", "<p>--</p>"), ("a\n***\nb", "<p>a</p><hr/><p>b</p>"),
  // Code in fences.
  ("```\n*a*\n\n<b\n```", "<pre tabindex=\"0\"><code>*a*\n\n&lt;b</code></pre>"),
  ("~~~ x\n```\n~~~", "<pre tabindex=\"0\"><code>```</code></pre>"),
  ("```\nopen", "<pre tabindex=\"0\"><code>open</code></pre>"),
  // Paragraphs and line breaks.
  ("a\nb\n\nc", "<p>a\nb</p><p>c</p>"), ("a  \nb", "<p>a<br/>b</p>"), ("一\n二", "<p>一二</p>"),
  // Quotations.
  ("> a\n> b\n\nc", "<blockquote><p>a\nb</p></blockquote><p>c</p>"), ("> a\nb", "<blockquote><p>a\nb</p></blockquote>"),
  ("> a\n- b", "<blockquote><p>a</p></blockquote><ul><li>b</li></ul>"),
  ("> > a\n> b", "<blockquote><blockquote><p>a\nb</p></blockquote></blockquote>"),
  ("> ```\n> a\n\nb", "<blockquote><pre tabindex=\"0\"><code>a</code></pre></blockquote><p>b</p>"),
  // Lists.
  ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"), ("-a", "<p>-a</p>"),
  ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
  ("3) a\n4) b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
  ("1. a\n2) b", "<ol><li>a</li></ol><ol start=\"2\"><li>b</li></ol>"),
  ("\n- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
  ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
  ("a\n- b", "<p>a</p><ul><li>b</li></ul>"), ("a\n2. b", "<p>a\n2. b</p>"), ("a\n1. b", "<p>a</p><ol><li>b</li></ol>"),
  ("- a\nb", "<ul><li>a\nb</li></ul>"),
  (
    "1. a\n   - b\n\n     c\n2. d",
    "<ol><li>a<ul><li><p>b</p><p>c</p></li></ul></li><li>d</li></ol>"
  ),
  ("\n-\n  a", "<ul><li>a</li></ul>"), ("- a\n+ b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
  ("1234567890. a", "<p>1234567890. a</p>"),
  // Stress.
  ("*a* _b_ **c** __d__", "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>"),
  ("***a***", "<p><em><strong>a</strong></em></p>"), ("a_b_c", "<p>a_b_c</p>"), ("a*b*c", "<p>a<em>b</em>c</p>"),
  ("* a*", "<ul><li>a*</li></ul>"), ("a * b*", "<p>a * b*</p>"), ("**a*", "<p>*<em>a</em></p>"),
  ("*a**", "<p><em>a</em>*</p>"), ("*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>"),
  ("*foo**bar**baz*", "<p><em>foo<strong>bar</strong>baz</em></p>"), ("*foo**bar*", "<p><em>foo**bar</em></p>"),
  ("**a [b*c](#d)** e*", "<p><strong>a <a href=\"#d\" rel=\"noreferrer\">b*c</a></strong> e*</p>"),
  ("**稳中有进。**全年", "<p><strong>稳中有进。</strong>全年</p>"), ("全年**“稳”**字", "<p>全年<strong>“稳”</strong>字</p>"),
  // Links.
  ("[a](https://b.c/d \"t\")", "<p><a href=\"https://b.c/d\" rel=\"noreferrer\">a</a></p>"),
  ("[a](<#b c>)", "<p><a href=\"#b%20c\" rel=\"noreferrer\">a</a></p>"), ("[a](b.html)", "<p>[a](b.html)</p>"),
  ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"), ("[a](JaVaScRiPt:x)", "<p>[a](JaVaScRiPt:x)</p>"),
  ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>"), ("[a][b]", "<p>[a][b]</p>"),
  ("[a [b](#c) d](#e)", "<p>[a <a href=\"#c\" rel=\"noreferrer\">b</a> d](#e)</p>"),
  ("[*a*](http://x.y?q=\"&z)", "<p><a href=\"http://x.y?q=%22&amp;z\" rel=\"noreferrer\"><em>a</em></a></p>"),
  ("<https://a.b>", "<p><a href=\"https://a.b\" rel=\"noreferrer\">https://a.b</a></p>"),
  ("<javascript:a>", "<p>&lt;javascript:a&gt;</p>"),
  ("![a](https://b.c)", "<p>!<a href=\"https://b.c\" rel=\"noreferrer\">a</a></p>"),
  ("[a](mailto:b@c.d)", "<p><a href=\"mailto:b@c.d\" rel=\"noreferrer\">a</a></p>"),
  // What gf leaves out is text.
  ("<b>a</b> &amp; &#65;", "<p>&lt;b&gt;a&lt;/b&gt; &amp;amp; &amp;#65;</p>"),
  ("<!-- a -->", "<p>&lt;!-- a --&gt;</p>"),
  ("a\n===", "<p>a\n===</p>"),
]

@Test(arguments: cases.indices) func proseFollowsCommonMark(_ index: Int) {
  #expect(html(cases[index].markdown) == cases[index].html, "\(cases[index].markdown)")
}

@Test func tablesOfProseAreTables() {
  let table = html("| a | b\\|c |\n|:-:|--:|\n| *x* |\n| 1 | 2 | 3 |\n\nend")
  #expect(
    table.contains(
      "<thead><tr><th scope=\"col\" class=\"center\">a</th><th scope=\"col\" class=\"number\">b|c</th></tr></thead>"))
  #expect(
    table.contains(
      "<tr><td class=\"center\"><em>x</em></td><td class=\"number\"></td></tr><tr><td class=\"center\">1</td>"
        + "<td class=\"number\">2</td></tr>"))
  #expect(table.hasSuffix("<p>end</p>"))
  #expect(html("a | b\nc") == "<p>a | b\nc</p>")
}

@Test func indentationOfTheScriptIsNoPartOfProse() {
  #expect(html("\n    # a\n\n    - b\n      - c\n  ").hasSuffix("</h1><ul><li>b<ul><li>c</li></ul></li></ul>"))
  #expect(html("a\n    - b\n    - c") == "<p>a</p><ul><li>b</li><li>c</li></ul>")
  #expect(html("\n  ```\n    x\n  ```") == "<pre tabindex=\"0\"><code>  x</code></pre>")
  #expect(html("a\r\nb\u{202E}c") == "<p>a\nb\\u{202E}c</p>")
}

@Test func valuesInProseAreNoMarkup() {
  for value in [
    "*x*", "<script>alert(1)</script>", "# x", "- x", "1. x", "`x`", "[a](https://b.c)", "a\n\n# b", "> q", "|",
  ] {
    for (before, after) in [("", ""), ("**", "**"), ("- ", "\n"), ("`", "`"), ("# ", ""), ("| a |\n|---|\n| ", " |")] {
      let prose = Prose([.written(before), .value(value), .written(after)])
      let reader = MarkupReader("<r>" + html(prose) + "</r>")
      #expect(reader.fault == nil)
      let shown = value.replacing("\n", with: "\\n")
      #expect(reader.elements.first?.text.contains(shown) ?? false, "\(before)\(value)\(after)")
      let plain = Prose([.written(before), .value("x"), .written(after)])
      #expect(
        reader.elements.map(\.name) == MarkupReader("<r>" + html(plain) + "</r>").elements.map(\.name),
        "\(before)\(value)\(after)")
    }
  }
}

@Test func anyProseIsWellFormedInEveryFormat() {
  var generator = SeededGenerator(seed: 51)
  let pieces = [
    "*", "**", "_", "`", "```", "[", "](", ")", "](https://a.b)", "<", ">", "\n", "\n\n", "- ", "1. ", "> ", "#", "# ",
    "|",
    "|---|\n", "\\", "!", "&amp;", "<script>", "</p>", "\"", "'", "  ", "    ", "\t", "收", "。", "a", "1", "\u{0}",
    "\u{FFFE}",
    "\u{202E}", "~~~", "***", "<https://x>", "javascript:", "\r\n",
  ]
  for _ in 0..<1000 {
    let parts = (0..<Int.random(in: 0...24, using: &generator)).map { _ -> Prose.Piece in
      let text = pieces.randomElement(using: &generator) ?? ""
      let isValue = Bool.random(using: &generator) && !text.allSatisfy(\.isWhitespace)
      return isValue ? .value(text) : .written(text)
    }
    let document = Document([Block(.prose(Prose(parts)))])
    var body = HTMLBody(language: .chinese)
    let page = body.markup(of: document)
    let reader = MarkupReader(page)
    #expect(reader.fault == nil, "\(parts)")
    #expect(!page.contains("<script"), "\(parts)")
    for link in reader.all("a") {
      let target = link.attributes["href"] ?? ""
      #expect(["http://", "https://", "mailto:", "#"].contains { target.lowercased().hasPrefix($0) }, "\(parts)")
    }
    // What gf writes as Markdown is what it has read, so another reader sees the same; a line above shows that no indentation is shared.
    let markdown = render(document, as: .markdown, language: .chinese)
    let again = Document([Block(.prose(Prose(markdown: "\n" + markdown)))])
    let second = render(again, as: .markdown, language: .chinese)
    #expect(second == markdown, "\(markdown.debugDescription) \(second.debugDescription)")
  }
}

@Test func longProseTakesNoStack() {
  let count = 20_000
  let texts = [
    String(repeating: "[", count: count), String(repeating: "*a ", count: count), String(repeating: "> ", count: count),
    String(repeating: "*a **b ", count: count), String(repeating: "a** b* ", count: count),
    String(repeating: "**x* y_ __z ", count: count),
    String(repeating: "[a](", count: count), String(repeating: "- ", count: count) + "a",
    (0..<300).map { String(repeating: "`", count: $0) }.joined(separator: " "),
    String(repeating: "*", count: count) + "a" + String(repeating: "*", count: count),
    (0..<300).map { String(repeating: " ", count: 2 * $0) + "- a" }.joined(separator: "\n"),
    String(repeating: "<h", count: count), String(repeating: "[a](#b) ", count: count),
  ]
  for text in texts { #expect(MarkupReader("<r>" + html(text) + "</r>").fault == nil) }
}
