import Foundation
import Source
import Testing
import Units

@testable import Indicators

/// Reads the four sheets of the worked example and compares every target with the readings that planners gave.
@Suite struct PlanNotationTests {
  /// The readings by notation, in gf's own syntax.
  static func readings() throws -> [String: String] {
    let text = try String(contentsOf: Places.corpus.appending(path: "notation/target-notation.tsv"), encoding: .utf8)
    var readings: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      readings[fields[0]] = fields[2]
    }
    return readings
  }

  static func sheets() throws -> [SheetReading] {
    var units = UnitTable.standard
    var names = NameTable()
    return try ["表1", "附表2", "附表3", "附表4"].map { name in
      let bytes = try Data(contentsOf: Places.plan.appending(path: "\(name).csv"))
      return readSheet(
        Bytes(Array(bytes)), file: "\(name).csv", name: name, mappings: [], units: &units, names: &names)
    }
  }

  @Test func everyTargetOfThePlanIsReadAsPlannersDo() throws {
    let expected = try Self.readings()
    var seen: Set<String> = []
    for reading in try Self.sheets() {
      #expect(reading.diagnostics.isEmpty)
      for target in reading.sheet.targets {
        let isPercent = reading.sheet.indicators[target.indicator].unit?.symbol == "%"
        let found = target.conditions.map { syntax($0, isPercent: isPercent) }.joined(separator: " and ")
        let wanted = try #require(expected[target.raw], "\(target.raw)")
        let full = wanted == "milestone" ? "milestone \"\(target.raw)\"" : normal(wanted, isPercent: isPercent)
        #expect(found == full, "\(target.raw) in \(reading.sheet.name):\(target.line)")
        seen.insert(target.raw)
      }
    }
    #expect(seen == Set(expected.keys))
    #expect(seen.count == 149)
  }

  @Test func everyRowOfThePlanHasItsTargetAndItsObservation() throws {
    let sheets = try Self.sheets().map(\.sheet)
    #expect(sheets.map(\.targets.count) == [74, 49, 127, 94])
    #expect(sheets.map(\.observations.count) == [0, 49, 127, 94])
    let unreadable = sheets.flatMap(\.notes).filter { $0.kind == .unreadable }.map(\.place.content)
    #expect(unreadable == ["达到二乙标准", "入选省级及以上引才项目专家2名,卫生人才10名,教育人才6"])
    let unknown = sheets.flatMap(\.notes).filter { $0.kind == .unknownUnit }
    #expect(unknown.isEmpty)
  }

  /// Writes a condition as gf does.
  private func syntax(_ condition: TargetCondition, isPercent: Bool) -> String {
    func n(_ number: Double) -> String { String(format: "%.12g", number) }
    return switch condition {
    case .atLeast(let v): ">= \(n(v))"
    case .moreThan(let v): "> \(n(v))"
    case .atMost(let v): "<= \(n(v))"
    case .lessThan(let v): "< \(n(v))"
    case .equal(let v): "= \(n(v))"
    case .number(let v): "number \(n(v))"
    case .inRange(let a, let b): "in \(n(a))..\(n(b))"
    case .grows(let r): "grows \(n(r * 100))%"
    case .shrinks(let r): "shrinks \(n(r * 100))%"
    case .adds(let d): "adds \(n(d))"
    case .holds(let v): "holds \(n(v))"
    case .rises: "rises"
    case .falls: "falls"
    case .assigned: "assigned"
    case .ranks(let place, let group): "ranks within \(place) of \"\(group)\""
    case .milestone(let text): text.isEmpty ? "milestone" : "milestone \"\(text)\""
    }
  }

  /// Brings a reading of the corpus to the indicator's unit and to one spelling of numbers.
  private func normal(_ reading: String, isPercent: Bool) -> String {
    reading.components(separatedBy: " and ").map { part in
      var words = part.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      guard words[0] != "grows", words[0] != "milestone", words[0] != "ranks", words.count == 2 else { return part }
      words[1] = words[1].components(separatedBy: "..").map { text in
        if text.hasSuffix("%"), isPercent { return String(text.dropLast()) }
        let parts = text.split(separator: "/").compactMap { Double($0) }
        let value = parts.count == 2 ? parts[0] / parts[1] * (isPercent ? 100 : 1) : parts.first ?? .nan
        return String(format: "%.12g", value)
      }.joined(separator: "..")
      return words.joined(separator: " ")
    }.joined(separator: " and ")
  }
}
