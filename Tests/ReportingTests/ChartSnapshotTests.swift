import Reporting
import Source
import Testing

private let table = Table(
  columns: [Column(name: "2022", unit: "万元", alignment: .trailing)], rows: [Row([.number(8.25)])])

private func block(_ picture: Chart.Picture, _ title: Phrase) -> Block {
  Block(
    .chart(Chart(picture, description: Phrase("what is seen", "图意"), table: table)), title: title,
    notes: [Phrase("a note", "附注")])
}

private let lines = LineChart(
  periods: ["2019", "2020", "2021", "2022", "2023", "2024"], unit: "万元",
  series: [
    .init(Phrase("a plan", "计划"), values: [6, 6.5, nil, 8.25, 9, 10], projectedFrom: 4),
    .init(Phrase(same: "全区居民"), values: [5, 4.5, 5.5, 5.25, nil, nil]),
  ], targets: [.init(Phrase(same: ">= 9.5"), position: 5, value: 9.5)])

private let fan = LineChart(
  periods: ["2022", "2023", "2024"], unit: "%",
  series: [
    .init(
      Phrase(same: "x"), values: [4, 5, 6],
      bands: [
        .init(share: 0.9, low: [4, 3.5, 3], high: [4, 6.5, 9]),
        .init(share: 0.5, low: [4, 4.5, 5], high: [4, 5.5, 7]),
      ], projectedFrom: 1)
  ])

private let columns = ColumnChart(
  categories: [Phrase(same: "莲都区"), Phrase("elsewhere", "其他")], unit: "亿元",
  series: [.init(Phrase(same: "2022"), values: [3, -1.5]), .init(Phrase(same: "2023"), values: [4.25, nil])])

private let bullets = BulletChart(rows: [
  .init(
    Phrase(same: "收入"), unit: "万元", value: 8, target: 10, previous: 7, isLowerBetter: false,
    status: Phrase("missed", "未达标")),
  .init(Phrase(same: "倍差"), unit: "", value: 1.5, target: 1.6, previous: 1.7, isLowerBetter: true),
  .init(Phrase(same: "缺项"), unit: "%", value: nil, target: 3, previous: nil),
])

private let tornado = TornadoChart(
  base: 100, unit: "亿元",
  rows: [
    .init(Phrase(same: "g"), lowSetting: "4%", highSetting: "6%", low: 90, high: 115),
    .init(Phrase(same: "税率"), lowSetting: "1", highSetting: "3", low: 106, high: nil),
  ])

private let slopes = SlopeChart(
  left: Phrase(same: "2015"), right: Phrase(same: "2023"), unit: "%",
  rows: [
    .init(Phrase(same: "甲"), left: 2.5, right: 4), .init(Phrase(same: "乙区"), left: 3, right: 2),
    .init(Phrase(same: "丙"), left: 3, right: 3), .init(Phrase(same: "丁"), left: nil, right: 3.5),
  ])

/// One picture of each form.
private let pictures = Document([
  block(.lines(lines), Phrase("Lines", "折线")), block(.lines(fan), Phrase("Fan", "扇形")),
  block(.columns(columns), Phrase("Columns", "柱形")), block(.bullets(bullets), Phrase("Bullets", "子弹图")),
  block(.tornado(tornado), Phrase("Tornado", "龙卷风")), block(.slopes(slopes), Phrase("Slopes", "坡度")),
])

@Test func picturesLookAsRecorded() throws {
  let fan = Document([block(.lines(fan), Phrase("`````", "扇形"))])
  try checkSnapshots(
    "pictures.md", title: "How pictures look",
    [
      ("as text", render(pictures, as: .text, language: .english)),
      ("in Chinese", render(pictures, as: .text, language: .chinese)),
      ("in colour", render(pictures, as: .text, language: .english, color: true).replacing("\u{1B}", with: "␛")),
      ("44 columns wide", render(pictures, as: .text, language: .chinese, width: 44)),
      ("12 columns wide", render(pictures, as: .text, language: .chinese, width: 12)),
      ("as Markdown", render(fan, as: .markdown, language: .english)),
      ("as CSV", render(fan, as: .csv, language: .english).replacing("\r\n", with: "\n")),
      ("as JSON", render(pictures, as: .json, language: .chinese)),
    ])
}
