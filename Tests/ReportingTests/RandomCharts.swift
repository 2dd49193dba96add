import Reporting
import Source
import TestSupport

extension SeededGenerator {
  /// Returns a number that is hard to draw, or none.
  mutating func hardNumber() -> Double? {
    switch Int.random(in: 0..<12, using: &self) {
    case 0: nil
    case 1: .nan
    case 2: Bool.random(using: &self) ? .infinity : -.infinity
    case 3: Bool.random(using: &self) ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude
    case 4: .leastNonzeroMagnitude
    case 5: 0
    default: double()
    }
  }

  /// Returns numbers that are hard to draw; sometimes all equal, sometimes all missing.
  mutating func hardNumbers(_ count: Int) -> [Double?] {
    switch Int.random(in: 0..<8, using: &self) {
    case 0: return Array(repeating: nil, count: count)
    case 1: return Array(repeating: double(), count: count)
    default: return (0..<count).map { _ in hardNumber() }
    }
  }

  /// Returns a picture of any form, with names that are hard on width and escaping.
  mutating func picture() -> Chart.Picture {
    let unit = ["", "元", "万元", "%", text()].randomElement(using: &self) ?? ""
    let count = Int.random(in: 0...9, using: &self)
    switch Int.random(in: 0..<5, using: &self) {
    case 0:
      let periods = (0..<Int.random(in: 0...30, using: &self)).map {
        Bool.random(using: &self) ? "\(1990 + $0)" : text()
      }
      let series = (0..<count).map { _ -> LineChart.Series in
        let bands = (0..<Int.random(in: 0...2, using: &self)).map { _ in
          LineChart.Band(share: 0.9, low: hardNumbers(periods.count), high: hardNumbers(periods.count))
        }
        let start = Bool.random(using: &self) ? Int.random(in: 0...max(0, periods.count - 1), using: &self) : nil
        return LineChart.Series(
          Phrase(same: text()), values: hardNumbers(periods.count), bands: bands,
          projectedFrom: periods.isEmpty ? nil : start)
      }
      let targets = periods.indices.prefix(3).map {
        LineChart.Target(Phrase(same: text()), position: $0, value: double())
      }
      return .lines(LineChart(periods: periods, unit: unit, series: series, targets: targets))
    case 1:
      let categories = (0..<count).map { _ in Phrase(same: text()) }
      let series = (0..<Int.random(in: 0...4, using: &self)).map { _ in
        ColumnChart.Series(Phrase(same: text()), values: hardNumbers(count))
      }
      return .columns(ColumnChart(categories: categories, unit: unit, series: series))
    case 2:
      return .bullets(
        BulletChart(
          rows: (0..<count).map { _ in
            BulletChart.Row(
              Phrase(same: text()), unit: unit, value: hardNumber(), target: hardNumber(), previous: hardNumber(),
              status: Bool.random(using: &self) ? Phrase(same: text()) : nil)
          }))
    case 3:
      return .tornado(
        TornadoChart(
          base: hardNumber() ?? 0, unit: unit,
          rows: (0..<count).map { _ in
            TornadoChart.Row(
              Phrase(same: text()), lowSetting: text(), highSetting: text(), low: hardNumber(), high: hardNumber())
          }))
    default:
      return .slopes(
        SlopeChart(
          left: Phrase(same: text()), right: Phrase(same: text()), unit: unit,
          rows: (0..<count).map { _ in SlopeChart.Row(Phrase(same: text()), left: hardNumber(), right: hardNumber()) }))
    }
  }
}
