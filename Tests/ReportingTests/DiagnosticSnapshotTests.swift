import Source
import Testing

/// A small script and findings about it, placed by the text they are about.
private struct Example {
  let text: SourceText
  let other: SourceText

  init(_ script: String, other: String = "") {
    text = SourceText(id: SourceID(0), name: "outlook.gf", bytes: Array(script.utf8))
    self.other = SourceText(id: SourceID(1), name: "共用.gf", bytes: Array(other.utf8))
  }

  /// The first place of `part` in the script.
  func site(_ part: String) -> Site { .script(range(part, in: text)) }

  /// The first place of `part` in the other script.
  func otherSite(_ part: String) -> Site { .script(range(part, in: other)) }

  func range(_ part: String, in source: SourceText) -> SourceRange {
    let pattern = Array(part.utf8)
    let start = source.bytes.indices.first { source.bytes[$0...].starts(with: pattern) } ?? 0
    return SourceRange(source.id, start, start + pattern.count)
  }

  func render(_ diagnostics: [Diagnostic], _ language: Language = .english, color: Bool = false) -> String {
    renderer(language, color: color).text(diagnostics)
  }

  func renderer(_ language: Language = .english, color: Bool = false) -> DiagnosticRenderer {
    DiagnosticRenderer(sources: [text.id: text, other.id: other], language: language, color: color)
  }
}

private let noUnit = Phrase("cannot add 万元 to 人", "万元 与 人 不能相加")

private func unitMismatch(_ example: Example) -> Diagnostic {
  Diagnostic(
    .error, .syntax, noUnit, at: example.site("人均生产总值"), label: Phrase(same: "万元"),
    others: [Diagnostic.Label(example.site("常住人口"), Phrase(same: "人"))],
    help: [Phrase("divide by 常住人口 for a value per person", "求人均值时除以 常住人口")])
}

private let sums = Example("param a = 1\n\nalias 合计 = 人均生产总值 + 常住人口\n")

private func finding(
  _ site: Site, label: String? = nil, others: [Diagnostic.Label] = [], severity: Diagnostic.Severity = .error
) -> Diagnostic {
  Diagnostic(
    severity, .syntax, Phrase("something is wrong", "有误"), at: site,
    label: label.map { Phrase(same: $0) }, others: others)
}

@Test func diagnosticsLookAsRecorded() throws {
  let tabs = Example("\tif\t收入\t> 3\n")
  let lines = Example("scenario A {\n  x holds\n  y holds\n}\nshow x\n")
  let crossing = Example("alias a = b + c + d\n", other: "\n\nalias a = 2\n")
  let hidden = Example("alias a\u{202E} = \u{1B}[31m1\n")
  let long = Example(
    "alias a = " + String(repeating: "收入 + ", count: 100) + "支出" + String(repeating: " + b", count: 90))
  let openEnd = Example("alias a =\r\nshow a\r\n")
  let end = openEnd.text.bytes.firstIndex(of: 0x0D).map { SourceRange(openEnd.text.id, $0, $0) }
  let cell = CellPlace(file: "附表2.csv", line: 17, column: 5, content: "约三千")
  try checkSnapshots(
    "diagnostics.md", title: "How findings look",
    [
      ("two labels on a line", sums.render([unitMismatch(sums)])),
      ("in Chinese", sums.render([unitMismatch(sums)], .chinese)),
      (
        "with colours",
        sums.render([unitMismatch(sums)], color: true).replacing("\u{1B}", with: "␛")
      ),
      ("tabs before and inside", tabs.render([finding(tabs.site("收入"), label: "text")])),
      (
        "a range of several lines",
        lines.render([finding(lines.site("{\n  x holds\n  y holds\n}"), label: "nothing here counts")])
      ),
      (
        "three labels too long for one row",
        crossing.render([
          finding(
            crossing.site("b"), label: "this one is a person",
            others: [
              Diagnostic.Label(crossing.site("c"), Phrase(same: "this one is money")),
              Diagnostic.Label(crossing.site("d"), Phrase(same: "short")),
            ])
        ])
      ),
      (
        "one range inside another",
        crossing.render([
          finding(
            crossing.site("c"), label: "inner",
            others: [Diagnostic.Label(crossing.site("b + c + d"), Phrase(same: "outer"))])
        ])
      ),
      (
        "another file",
        crossing.render([
          finding(
            crossing.site("a = b"), label: "declared again",
            others: [Diagnostic.Label(crossing.otherSite("a = 2"), Phrase(same: "first declared"))])
        ])
      ),
      (
        "lines far apart",
        lines.render([
          finding(
            lines.site("show x"), label: "asked here",
            others: [Diagnostic.Label(lines.site("x holds"), Phrase(same: "held here"))])
        ])
      ),
      (
        "an empty place at the end of a line",
        openEnd.render(end.map { [finding(.script($0), label: "an expression")] } ?? [])
      ),
      ("what could hide or reorder text", hidden.render([finding(hidden.site("a\u{202E}"), label: "name")])),
      ("a long line", long.render([finding(long.site("支出"), label: "not known")])),
      (
        "two places far apart on a long line",
        long.render([
          finding(long.site("支出"), label: "here", others: [Diagnostic.Label(long.site("收入"), Phrase(same: "there"))])
        ])
      ),
      ("a cell", sums.render([finding(.cell(cell), label: "no number", severity: .warning)])),
      (
        "a cell against a cell",
        sums.render([
          finding(
            .cell(cell), label: "3000",
            others: [
              Diagnostic.Label(
                .cell(CellPlace(file: "附表1.csv", line: 4, column: 2, content: "2900\n")), Phrase(same: "2900"))
            ])
        ])
      ),
      (
        "a cell that is empty", sums.render([finding(.cell(CellPlace(file: "a.csv", line: 1, column: 1, content: "")))])
      ),
      ("a file", sums.render([finding(.file("missing.csv"), label: "not found")])),
      ("the command line", sums.render([finding(.command), finding(.command, label: "--fromat")])),
      (
        "a change without help",
        sums.render([
          Diagnostic(
            .note, .syntax, Phrase("one form is preferred", "宜用统一写法"), at: sums.site("合计"),
            fixIts: [Diagnostic.FixIt(sums.range("合计", in: sums.text), "总计")])
        ])
      ),
      (
        "sorted, each once",
        sums.render([
          finding(.cell(cell)), finding(sums.site("alias")), finding(sums.site("param")), finding(sums.site("alias")),
        ])
      ),
      ("as JSON", sums.renderer().json([unitMismatch(sums), finding(.cell(cell), severity: .warning)])),
    ])
}
