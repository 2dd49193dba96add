import Source
import TestSupport
import Testing

/// Formats of random words: each is printed or reported at its own place, and none takes the process down.
@Suite struct FormatPropertyTests {
  private static let sheet =
    "指标,单位,责任单位,2022年,2023年,2023年目标\n产值,亿元,甲局,10,12.345,≥12\n化率,%,乙局,60,60.5,≥70\n人口,万人,丙局,3,,≥4\n"
  private static let values = [
    "产值[2023]", "yoy(产值)[2023]", "diff(化率)[2023]", "diff(产值)[2023]", "人口[2023]", "未达标", "产值[2023] > 1亿元", "2023",
    "产值[2023] / 产值[2022] - 1", "reason(人口[2023])", "0", "missing",
  ]
  private static let words = [
    "亿元", "万元", "%", "个百分点", "元/人", ".0", ".1", ".12", ".13", ".1%", ".", "..", ",", "，", "无单位", "bare", "同比", "yoy",
    "环比",
    "mom", "比上年", "annual", "年均", "average", "百分点", "points", "增减", "change", "顿号", "commas", "前3", "前0", "前3家", "前",
    "top",
    "3", "-1", "top3", "　", "÷", "😀", "(", "]", "亿", "1", "::", "．2",
  ]

  @Test(arguments: [1, 2, 3]) func everyFormatPrintsOrIsReported(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let value = Self.values.randomElement(using: &generator) ?? ""
      let format = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        Self.words.randomElement(using: &generator) ?? ""
      }.joined(separator: Bool.random(using: &generator) ? " " : "")
      let script =
        "use \"s.csv\"\naggregate 未达标 = list(owner) over targets where status == missed\nshow \"<{\(value) : \(format)}>\""
      let run = ScriptRun(Array(script.utf8), files: ["s.csv": Self.sheet], language: .chinese)
      let errors = run.diagnostics.filter { $0.severity == .error }
      let printed = run.answers()
      #expect(errors.isEmpty == (printed.hasPrefix("<") && printed.hasSuffix(">\n")), "\(value) : \(format)")
      if errors.isEmpty { #expect(printed.count > 3, "\(value) : \(format) prints nothing") }
      for error in errors {
        guard case .script(let range) = error.site else {
          Issue.record("\(value) : \(format)")
          continue
        }
        #expect(range.start < range.end && range.end <= script.utf8.count, "\(value) : \(format)")
      }
    }
  }
}
