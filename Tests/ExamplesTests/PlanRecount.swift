import Foundation
import Testing

/// The plan's 344 rows, read from the cells without any help of gf's.
struct PlanRecount {
  /// A row of one of the four tables.
  struct Row {
    /// `附表2.csv:13`.
    let place: String
    let name: String
    /// How many of the indicator's base units one of the heading's is: 万家 is 10000 家.
    let scale: Double
    let actualText: String
    let targetText: String
    let owners: Set<String>

    var actual: Double? { Double(actualText) }

    /// The one number that the target asks for; nil for a range, a growth, a rank and words.
    var target: Double? {
      var text = targetText[...]
      if let mark = ["≥", ">", "<", "保持"].first(where: { text.hasPrefix($0) }) { text = text.dropFirst(mark.count) }
      if let mark = ["场以上", "以上"].first(where: { text.hasSuffix($0) }) { text = text.dropLast(mark.count) }
      return Double(text)
    }

    /// Whether the actual of the year before meets the target already; nil where the target asks for no number.
    func isMet(by actual: Double) -> Bool? {
      let bounds = targetText.split(separator: "-").compactMap { Double($0) }
      if bounds.count == 2 { return bounds[0] <= actual && actual <= bounds[1] }
      guard let target else { return nil }
      if targetText.hasPrefix(">") { return actual > target }
      if targetText.hasPrefix("<") { return actual < target }
      return PlanRecount.lowerIsBetter.contains(name) ? actual <= target : actual >= target
    }
  }

  /// Every row, in the order of the tables.
  let rows: [Row]

  init() throws {
    var rows: [Row] = []
    for (name, heading, actual, target) in [
      ("表1", "指标", nil, "2023年目标"), ("附表2", "指标名称", "2022年实际值", "2023年目标值"),
      ("附表3", "指标名称", "2022年实际值", "2023年目标值"), ("附表4", "指标名称", "2022年实际值", "2023年目标值"),
    ] {
      let sheet = try PrintedSheet(name)
      let (names, targets, owners) = (
        try sheet.column(heading), try sheet.column(target), try sheet.column("责任单位")
      )
      let actuals = try actual.map { try sheet.column($0) } ?? names.map { _ in "" }
      for index in sheet.rows.indices {
        let (name, unit) = Self.split(names[index])
        rows.append(
          Row(
            place: "\(sheet.name).csv:\(sheet.lines[index])", name: name,
            scale: unit.hasPrefix("亿") ? 1e8 : unit.hasPrefix("万") ? 1e4 : 1, actualText: actuals[index],
            targetText: targets[index],
            owners: Set(owners[index].split { "、\n/".contains($0) }.map(String.init))))
      }
    }
    self.rows = rows
  }

  /// Returns a printed name without the unit in brackets at its end.
  private static func split(_ printed: String) -> (name: String, unit: String) {
    guard printed.hasSuffix(")"), let open = printed.lastIndex(of: "(") else { return (printed, "") }
    return (String(printed[..<open]), String(printed[printed.index(after: open)...].dropLast()))
  }

  /// The indicators for which less is better, by the words of the plan.
  static let lowerIsBetter: Set<String> = [
    "单位GDP建设用地使用面积", "设区城市PM2.5平均浓度", "城乡居民收入倍差", "城镇登记失业率", "亿元生产总值生产安全事故死亡率",
    "万人成讼率", "松材线虫病枯死木发生面积", "松材线虫病枯死木发生株数",
  ]

  /// The rows that are about one thing under different names, each by one of its places.
  static let same: [[String]] = [
    ["表1.csv:43", "附表3.csv:39"], ["附表3.csv:28", "附表4.csv:2"], ["附表2.csv:37", "附表4.csv:15"],
    ["附表2.csv:38", "附表4.csv:17"], ["表1.csv:16", "附表4.csv:65"], ["表1.csv:17", "附表4.csv:64"],
    ["表1.csv:23", "附表4.csv:49"], ["表1.csv:50", "附表2.csv:13"], ["表1.csv:51", "附表2.csv:14", "附表3.csv:47"],
    ["表1.csv:45", "附表3.csv:41"], ["表1.csv:8", "附表4.csv:24"], ["表1.csv:55", "附表2.csv:21"],
    ["表1.csv:56", "附表2.csv:22", "附表3.csv:59"], ["表1.csv:46", "附表3.csv:51", "附表2.csv:8"],
    ["附表2.csv:49", "附表3.csv:124"], ["附表3.csv:36", "附表4.csv:14"], ["附表3.csv:8", "附表4.csv:61"],
  ]

  /// The rows about each thing: those of one name, and those that `same` joins.
  func things(joining same: [[String]]) throws -> [[Row]] {
    var thing: [String: Int] = [:]
    var next = 0
    for row in rows where thing[row.name] == nil {
      thing[row.name] = next
      next += 1
    }
    for places in same {
      let names = try places.map { place in try #require(rows.first { $0.place == place }, "\(place)").name }
      let numbers = Set(names.compactMap { thing[$0] })
      let lowest = try #require(numbers.min())
      for (name, number) in thing where numbers.contains(number) { thing[name] = lowest }
    }
    return (0..<next).map { number in rows.filter { thing[$0.name] == number } }.filter { !$0.isEmpty }
  }

  /// The places of each two rows about one thing that `differ`.
  func pairs(joining same: [[String]], where differ: (Row, Row) -> Bool) throws -> Set<[String]> {
    var pairs: Set<[String]> = []
    for thing in try things(joining: same) {
      for (index, second) in thing.enumerated() {
        for first in thing[..<index] where differ(first, second) { pairs.insert([first.place, second.place]) }
      }
    }
    return pairs
  }

  /// The places of the targets below the actual of the year before, of the row's own or of another about the same thing.
  func retreats(joining same: [[String]]) throws -> Set<String> {
    var places: Set<String> = []
    for thing in try things(joining: same) {
      for row in thing where !Self.lowerIsBetter.contains(row.name) {
        let actual =
          row.actual.map { $0 * row.scale }
          ?? thing.lazy.compactMap { other in
            other.actual.map { $0 * other.scale }
          }.first
        if let actual, let target = row.target, target * row.scale < actual * (1 - 1e-12) { places.insert(row.place) }
      }
    }
    return places
  }
}
