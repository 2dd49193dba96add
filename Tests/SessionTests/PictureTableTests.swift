import Reporting
import Testing

/// A picture shows no number that its table does not hold.
@Suite struct PictureTableTests {
  @Test func numbersStandInTheTables() throws {
    let cases = SessionCorpus.cases.filter { $0.name.hasPrefix("evaluating/pictures") }
    var compared = 0
    for corpusCase in cases {
      for block in corpusCase.run().document.blocks {
        guard case .chart(let chart) = block.content else { continue }
        let held = Set(chart.table.numbers)
        for number in chart.picture.numbers {
          #expect(held.contains(number), "\(number) of \(corpusCase.name)")
          compared += 1
        }
      }
    }
    #expect(compared > 200)
  }
}

extension Table {
  fileprivate var numbers: [Double] {
    rows.flatMap(\.cells).compactMap { if case .number(let number, _) = $0 { number } else { nil } }
  }
}

extension Chart.Picture {
  /// The numbers drawn, without those that targets ask, which stand in the relation `targets`.
  fileprivate var numbers: [Double] {
    let all: [Double?] =
      switch self {
      case .lines(let chart):
        chart.series.flatMap { $0.values + $0.bands.flatMap { $0.low + $0.high } }
      case .columns(let chart): chart.series.flatMap(\.values)
      case .bullets(let chart): chart.rows.flatMap { [$0.value, $0.target, $0.previous] }
      case .tornado(let chart): [chart.base] + chart.rows.flatMap { [$0.low, $0.high] }
      case .slopes(let chart): chart.rows.flatMap { [$0.left, $0.right] }
      }
    return all.compactMap { $0 }
  }
}
