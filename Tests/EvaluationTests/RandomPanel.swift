import TestSupport
import Testing

/// A random sheet of two indicators, `x` and `y`, by region, area and year: shuffled, with gaps, and with a region in
/// one area only, as in real data.
struct RandomPanel {
  /// One cell of the panel.
  struct Key: Hashable {
    let region: String
    let area: String
    let year: Int
  }

  /// The known values of each indicator.
  private(set) var values: [String: [Key: Double]] = ["x": [:], "y": [:]]
  /// Every region with its area.
  private(set) var places: [(region: String, area: String)] = []
  private(set) var text = ""

  static let years = 2020...2023
  static let areas = ["东", "西", "南"]

  init(_ random: inout SeededGenerator) {
    var lines: [String] = []
    for index in 0..<Int.random(in: 3...8, using: &random) {
      let area = Self.areas[Int.random(in: 0..<3, using: &random)]
      let region = "r\(index)"
      places.append((region, area))
      for indicator in ["x", "y"] {
        for year in Self.years {
          let key = Key(region: region, area: area, year: year)
          switch Int.random(in: 0..<5, using: &random) {
          case 0: lines.append("\(region),\(area),\(indicator),\(year),")
          case 1 where index > 0: break
          default:
            let value = Double(Int.random(in: 1...400, using: &random)) / 8
            values[indicator]?[key] = value
            lines.append("\(region),\(area),\(indicator),\(year),\(value)")
          }
        }
      }
    }
    text = "region,zone,indicator,period,value\n" + lines.shuffled(using: &random).joined(separator: "\n") + "\n"
  }

  /// Returns the numbers that `script` gives for this panel, table by table.
  func numbers(_ script: String) -> [[Double?]] {
    let run = ScriptRun(Array("use \"s.csv\"\n\(script)".utf8), files: ["s.csv": text])
    #expect(run.diagnostics.allSatisfy { $0.severity != .error }, "\(run.findings) \(text)")
    return run.numbers
  }

  func value(_ indicator: String, _ place: (region: String, area: String), _ year: Int) -> Double? {
    values[indicator]?[Key(region: place.region, area: place.area, year: year)]
  }

  /// Returns the pairs that are known in `year` at the places that `isKept` accepts.
  func pairs(_ year: Int, _ isKept: ((region: String, area: String)) -> Bool = { _ in true }) -> [(Double, Double)] {
    places.filter(isKept).compactMap { place in
      guard let x = value("x", place, year), let y = value("y", place, year) else { return nil }
      return (x, y)
    }
  }
}

/// Whether two numbers are the same, or close enough for sums taken in another order.
func agrees(_ first: Double?, _ second: Double?) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= 1e-9 * max(1, abs(second))
}
